import type { Certainty } from '@ropewalk/domain/record.ts'
import type { StarterData } from './data.ts'
import { linesOf, sharedLines } from './lines.ts'
import type { Plain, PlainRow } from './plain.ts'

/** An activity of the starter; what is the same for all of them stands once in the file. */
export type PlainActivity = Plain & {
  purposes: readonly Purpose[]
  dataSubjects: readonly string[]
  dataCategories: readonly string[]
  retention: keyof StarterData['retention']
  /** A further criterion for some of the categories. */
  retentionNote?: { text: string; lines: string; dataCategories: readonly string[] }
  recipients: readonly { party: string; whatFor?: string; lines?: string }[]
  subProcessors: readonly string[]
  measures: readonly { measure: string; note?: string }[]
}

/** Legitimate interests when nothing is said of its basis; `null` is not stated. */
type Purpose = {
  purpose: string
  legalBasis?: string | null
  /** Why no basis of ours applies: the activity is a processor's. */
  notApplicable?: string
  lines?: string
  certainty?: Certainty
}

/** The activity with all its rows, each with the lines it rests on. */
export function withRows(activity: PlainActivity, data: StarterData): Plain {
  const { id, lines, fields, questions = [], sources = [] } = activity
  const inferred = (key: string): { lines?: string; certainty?: Certainty } => {
    const named = data.assignedByInference[key]
    return named ? { lines: named, certainty: 'inferred' } : {}
  }
  return {
    id,
    lines,
    ...(activity.certainty ? { certainty: activity.certainty } : {}),
    fields,
    sources,
    questions,
    rows: {
      ...activity.rows,
      purposes: activity.purposes.map((purpose) => purposeRow(purpose, activity, data)),
      dataSubjects: activity.dataSubjects.map((key) => ({
        cells: { dataSubject: key },
        ...inferred(key),
      })),
      data: activity.dataCategories.map((key) => {
        const { lines: known, criteria } = retentionOf(key, activity, data)
        const named = data.assignedByInference[key] ?? linesNaming(key, activity, data)
        const row = { cells: { dataCategory: key, criteria }, ...inferred(key) }
        return { ...row, lines: linesOf(named, known) }
      }),
      recipients: activity.recipients.map(({ lines: at, ...cells }) => ({
        cells,
        ...(at ? { lines: at } : {}),
      })),
      subProcessors: activity.subProcessors.map((key) => supplierRow(key, activity, data)),
      measures: activity.measures.map((cells) => ({
        cells,
        lines: data.measures.find((each) => each.id === cells.measure)?.lines ?? lines,
        certainty: 'stated',
      })),
    },
  }
}

function purposeRow(
  { purpose, legalBasis, notApplicable, lines, certainty }: Purpose,
  activity: Plain,
  { legitimateInterests }: StarterData,
): PlainRow {
  const spoken = { lines: lines ?? activity.lines, certainty: certainty ?? 'stated' }
  if (notApplicable !== undefined) {
    const answer = { answer: 'notApplicable' as const, reason: notApplicable }
    const declared = { legalBasis: answer, legitimateInterest: answer }
    return { cells: { purpose }, declared, ...spoken }
  }
  if (legalBasis !== undefined) return { cells: { purpose, legalBasis }, ...spoken }
  const { lines: named, ...basis } = legitimateInterests
  return { cells: { purpose, ...basis }, lines: named, certainty: 'stated' }
}

function retentionOf(dataCategory: string, activity: PlainActivity, data: StarterData) {
  const general = data.retention[activity.retention]
  const note = activity.retentionNote
  return note?.dataCategories.includes(dataCategory)
    ? {
        criteria: `${general.criteria}; ${note.text}`,
        lines: linesOf(general.lines, note.lines),
      }
    : general
}

/** Where the policy names the category for this activity, else all lines of the activity. */
function linesNaming(dataCategory: string, { lines }: Plain, { dataCategories }: StarterData) {
  const category = dataCategories.find((each) => each.id === dataCategory)
  return sharedLines(category?.lines ?? '', lines) || lines
}

/** The policy links no supplier to an activity: each link is inferred from the stated function. */
function supplierRow(subProcessor: string, activity: PlainActivity, data: StarterData): PlainRow {
  const supplier = data.subProcessors.find((each) => each.id === subProcessor)
  const dataCategories = activity.dataCategories.filter((key) =>
    supplier?.dataCategories.includes(key),
  )
  const cells = { subProcessor, dataCategories }
  return { cells, lines: supplier?.lines ?? activity.lines, certainty: 'inferred' }
}
