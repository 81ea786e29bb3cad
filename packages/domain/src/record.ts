import {
  choice,
  type Declared,
  day,
  type Fields,
  link,
  prose,
  type RowOf,
  text,
  type ValuesOf,
} from './field.ts'

/** How much a fact may be trusted. Changing a value makes it `entered`; `confirm` is a verb of its own. */
export const certainties = {
  stated: { en: 'stated', fr: 'indiqué' },
  inferred: { en: 'inferred', fr: 'déduit' },
  confirmed: { en: 'confirmed', fr: 'confirmé' },
  entered: { en: 'entered', fr: 'saisi' },
} as const
export type Certainty = keyof typeof certainties

/** Where a fact comes from: the whole record (`field` empty), one field, or one row of it. */
export const sourceFields = {
  field: text({ label: { en: 'Field', fr: 'Champ' }, chapter: 'what' }),
  row: text({ label: { en: 'Row', fr: 'Ligne' }, chapter: 'what' }),
  document: link('document', { label: { en: 'Document', fr: 'Document' }, chapter: 'what' }),
  lines: text({
    label: { en: 'Lines', fr: 'Lignes' },
    chapter: 'what',
    hint: { en: 'Such as L52 L100', fr: 'Par exemple L52 L100' },
  }),
  certainty: choice(certainties, { label: { en: 'Certainty', fr: 'Certitude' }, chapter: 'what' }),
  asOf: day({ label: { en: 'As of', fr: 'En date du' }, chapter: 'what' }),
} as const

export const questionFields = {
  question: prose({ label: { en: 'Question', fr: 'Question' }, chapter: 'what', searched: true }),
  provision: text({ label: { en: 'Provision', fr: 'Disposition' }, chapter: 'what' }),
  lines: text({ label: { en: 'Source', fr: 'Source' }, chapter: 'what' }),
  answer: prose({ label: { en: 'Answer', fr: 'Réponse' }, chapter: 'what' }),
  answeredBy: text({ label: { en: 'Answered by', fr: 'Répondu par' }, chapter: 'what' }),
  answeredOn: day({ label: { en: 'Answered on', fr: 'Répondu le' }, chapter: 'what' }),
} as const

export type Source = RowOf<typeof sourceFields>
export type OpenQuestion = RowOf<typeof questionFields>

/** What every record has beside the fields of its catalogue. */
export type Kept = {
  readonly id: string
  /** From 1; every change needs the version it read. */
  readonly version: number
  /** The highest row number ever given in this record, so that row ids are never re-used. */
  readonly lastRow: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly archivedAt: string | null
  readonly declared: Declared
  readonly sources: readonly Source[]
  readonly openQuestions: readonly OpenQuestion[]
}
export type RecordOf<Fs extends Fields> = Kept & ValuesOf<Fs>
/** A record of any noun, for the machinery that reads the catalogue. */
export type AnyRecord = Kept & Readonly<Record<string, unknown>>
