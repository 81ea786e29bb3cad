import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { chapters } from '@ropewalk/domain/chapters.ts'
import { isEmpty } from '@ropewalk/domain/empty.ts'
import type { Chapter, Field, Fields } from '@ropewalk/domain/field.ts'
import { nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { answerWords } from '@ropewalk/domain/values.ts'
import type { JudgedFinding, Scene } from '../scene.ts'
import { lineOf, tableOfRows } from './answers.ts'
import { keptSection } from './kept-section.ts'
import type { Block, Line, Section } from './paper.ts'
import { suppliersTable, transfersTable } from './places.ts'

type Given = {
  record: AnyRecord
  findings: readonly JudgedFinding[]
  scene: Scene
  isOnNewPage?: boolean
}

/** One record: every field of its catalogue that applies, chapter by chapter, then what is known about the record itself. */
export function recordSections(given: Given): Section[] {
  const { record, scene } = given
  const noun = nounOf(record.id)
  const fields: Fields = noun ? nouns[noun].fields : {}
  const byChapter = Map.groupBy(
    Object.entries(fields).filter(([key]) => applies(key, record)),
    ([, field]) => field.chapter,
  )
  return [
    {
      level: 2,
      title: titleOf(record, scene),
      blocks: [],
      isOnNewPage: given.isOnNewPage ?? false,
    },
    ...(Object.keys(chapters) as Chapter[]).flatMap((chapter): Section[] => {
      const some = byChapter.get(chapter)
      if (!some) return []
      const title = chapters[chapter][scene.language]
      return [{ level: 3, title, blocks: blocksOf(fields, some, given) }]
    }),
    keptSection(given),
  ]
}

const titleOf = ({ id, name }: AnyRecord, { language }: Scene): string =>
  `${id} ${typeof name === 'string' && name !== '' ? name : answerWords.notStated[language]}`

/** Only a processor serves controllers; what is stated all the same is shown. */
const applies = (key: string, record: AnyRecord) =>
  key !== 'controllersServed' ||
  !(record.role === 'controller' || record.role === 'jointController') ||
  !isEmpty(record[key])

/** Facts that follow each other stand together; every list of rows is a table of its own. */
function blocksOf(fields: Fields, some: readonly [string, Field][], given: Given): Block[] {
  const blocks: Block[] = []
  let lines: Line[] = []
  for (const [key, field] of some) {
    const table = tableFor(key, field, given)
    if (!table) {
      lines.push(lineOf(fields, key, given))
      continue
    }
    if (lines.length > 0) blocks.push({ kind: 'lines', lines })
    lines = []
    blocks.push(table)
  }
  if (lines.length > 0) blocks.push({ kind: 'lines', lines })
  return blocks
}

/** Nothing for a list without rows: its answer is one line. */
function tableFor(key: string, field: Field, given: Given): Block | undefined {
  if (field.kind !== 'rows') return undefined
  const { record, scene } = given
  const rows = record[key] as readonly Record<string, unknown>[]
  const table = tableOfRows(field, rows, given)
  if (nounOf(record.id) !== 'activity') return rows.length > 0 ? table : undefined
  const activity = record as unknown as Activity
  if (key === 'transfers') return transfersTable(activity, table, scene)
  if (rows.length === 0) return undefined
  return key === 'subProcessors' ? suppliersTable(activity, table, scene) : table
}
