import { loadRecords, nounTable } from '@ropewalk/db/records.ts'
import type { Field, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { invalidField } from '@ropewalk/domain/invalid.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nouns, type RecordOfNoun } from '@ropewalk/domain/nouns.ts'
import { type Fault, line } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import { asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import * as z from 'zod'
import { kept, keptJudged } from '../kept.ts'
import { linksOf, namesOf } from '../links.ts'
import type { Work } from '../verb.ts'
import { conditionOf } from './filters.ts'

const value = line(limits.text)
const tooMany = {
  text: both(`at most ${limits.together} values fit`, `au plus ${limits.together} valeurs`),
}
const values = z
  .union([value, z.array(value)])
  .refine((each) => typeof each === 'string' || each.length <= limits.together, {
    params: tooMany satisfies Fault,
  })
export const selectionInput = {
  search: value.optional(),
  filters: z
    .record(
      z.string().max(40),
      values.transform((each) => (Array.isArray(each) ? each : [each])),
    )
    .optional(),
  archived: z.boolean().optional(),
}
export const listInput = z
  .strictObject({
    ...selectionInput,
    sort: z
      .strictObject({ by: z.string().max(40), direction: z.enum(['ascending', 'descending']) })
      .optional(),
    offset: z.int().min(0).max(1_000_000).optional(),
    limit: z.int().min(1).max(200).optional(),
  })
  .optional()
  .transform((given) => given ?? {})
export type ListInput = z.output<typeof listInput>

export type FindingCounts = { gaps: number; conflicts: number; advice: number }
export type Listed<N extends NounKey> = {
  total: number
  /** How many there are without search and filters. */
  all: number
  rows: (RecordOfNoun<N> & { findings: FindingCounts })[]
  names: Record<string, string>
}

const noSort = both('a list cannot be sorted by this', 'on ne peut pas trier ainsi')

/** One page of a list: the records of the page with their findings counted, and the names they link to. */
export async function listed<N extends NounKey>(
  work: Work,
  noun: N,
  { input, only }: { input: ListInput; only?: readonly string[] },
): Promise<Listed<N>> {
  const { db, tables } = work
  const table = nounTable(tables, noun)
  const { judgements } = tables
  const condition = conditionOf(work, noun, input)
  const page = await db
    .select({
      id: table.id,
      gaps: judgements.gaps,
      conflicts: judgements.conflicts,
      advice: judgements.advice,
    })
    .from(table)
    .leftJoin(judgements, eq(judgements.recordId, table.id))
    .where(condition)
    .orderBy(...orderOf(work, noun, input.sort))
    .limit(input.limit ?? 50)
    .offset(input.offset ?? 0)
  const records = await loadRecords(work, noun, {
    ids: page.map((row) => row.id),
    ...(only ? { only } : {}),
  })
  const names = await namesOf(
    work,
    records.flatMap((record) => linksOf(noun, record).map(({ id }) => id)),
  )
  const total = await countOf(work, noun, input)
  const all = await countOf(work, noun, { archived: input.archived })
  const counts = new Map(
    page.map(({ id, gaps, conflicts, advice }) => [
      id,
      { gaps: gaps ?? 0, conflicts: conflicts ?? 0, advice: advice ?? 0 },
    ]),
  )
  const rows = records.map((record) => ({ ...record, findings: counts.get(record.id) }))
  return { total, all, rows: rows as unknown as Listed<N>['rows'], names }
}

const judgedFilters = new Set(['findings', 'rule', 'published'])

/** Whether which records are shown, or in which order, hangs on what all of them lack. */
export const dependsOnFindings = ({ filters = {}, sort }: ListInput): boolean =>
  sort?.by === 'findings' || Object.keys(filters).some((key) => judgedFilters.has(key))

/** Counting looks at every record: how many there are is kept while nothing changes. */
function countOf(
  work: Work,
  noun: NounKey,
  { search, filters = {}, archived }: ListInput,
): Promise<number> {
  const selection = { search, filters, archived }
  const count = async () =>
    work.db.$count(nounTable(work.tables, noun), conditionOf(work, noun, selection))
  const keep = dependsOnFindings({ filters }) ? keptJudged : kept
  return keep(work, `count ${noun} ${JSON.stringify(selection)}`, count)
}

function orderOf(work: Work, noun: NounKey, sort: ListInput['sort']): SQL[] {
  const table = nounTable(work.tables, noun)
  const direction = sort?.direction === 'descending' ? desc : asc
  const { judgements } = work.tables
  if (!sort) return [asc(table.number)]
  switch (sort.by) {
    case 'id':
      return [direction(table.number)]
    case 'name':
      return [direction(table.sortName), asc(table.number)]
    case 'findings':
      return [
        ...[judgements.gaps, judgements.conflicts, judgements.advice].map((count) =>
          direction(sql`coalesce(${count}, 0)`),
        ),
        asc(table.number),
      ]
    case 'updatedAt':
      return [direction(table.updatedAt), asc(table.number)]
    default: {
      const fields: Fields = nouns[noun].fields
      const field = Object.hasOwn(fields, sort.by) ? fields[sort.by] : undefined
      if (!field) throw invalidField('sort', both('Sort', 'Tri'), noSort)
      return [
        sql`${expression(work, noun, { key: sort.by, field })} ${sql.raw(sort.direction === 'descending' ? 'desc' : 'asc')} nulls last`,
        asc(table.number),
      ]
    }
  }
}

/** Choices sort by key, lists by how many stand in them, the rest by value without case. */
function expression(work: Work, noun: NounKey, { key, field }: { key: string; field: Field }): SQL {
  const table = nounTable(work.tables, noun)
  if (field.kind === 'rows') {
    const list = (work.tables.rows[noun] as unknown as Record<string, typeof work.tables.sources>)[
      key
    ]
    return list ? sql`(select count(*) from ${list} where ${list.recordId} = ${table.id})` : sql`0`
  }
  const column = (table as unknown as Record<string, typeof table.id>)[key]
  return field.kind === 'count' || field.kind === 'yesNo'
    ? sql`${column}`
    : sql`nullif(lower(cast(${column} as text)), '')`
}

/** The ids of a selection in order, for exports and bulk changes. */
export async function idsOf(work: Work, noun: NounKey, input: ListInput): Promise<string[]> {
  const { judgements } = work.tables
  const table = nounTable(work.tables, noun)
  const rows = await work.db
    .select({ id: table.id })
    .from(table)
    .leftJoin(judgements, eq(judgements.recordId, table.id))
    .where(conditionOf(work, noun, input))
    .orderBy(...orderOf(work, noun, input.sort))
  return rows.map((row) => row.id)
}
