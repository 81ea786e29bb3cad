import { nounTable } from '@ropewalk/db/records.ts'
import { searched } from '@ropewalk/db/search.ts'
import type { Field, Fields, NounKey } from '@ropewalk/domain/field.ts'
import { invalidField } from '@ropewalk/domain/invalid.ts'
import { nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import { both } from '@ropewalk/domain/words.ts'
import { and, eq, gt, inArray, isNull, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { byApproval } from '../approvals/filter.ts'
import { isNewest } from '../snapshots.ts'
import type { Work } from '../verb.ts'

/** A list's filters as they stand in an address: field → values. Values of one field are alternatives. */
export type Filters = Readonly<Record<string, readonly string[]>>
export type Selection = {
  search?: string | undefined
  filters?: Filters | undefined
  archived?: boolean | undefined
}

const unknownFilter = both('there is no such filter here', 'ce filtre n’existe pas ici')
const unknownId = both('{id} is no id of this list', '{id} n’est pas un identifiant de cette liste')
type Column = Work['tables']['nouns']['activity']['id']

/** The condition of a list, and of the export that carries its filters. */
export function conditionOf(
  work: Work,
  noun: NounKey,
  { search, filters, archived }: Selection,
): SQL | undefined {
  const table = nounTable(work.tables, noun)
  const parts = Object.entries(filters ?? {}).map(([key, values]) =>
    filtered(work, noun, { key, values }),
  )
  return and(
    archived ? undefined : isNull(table.archivedAt),
    search ? inArray(table.id, sql`(${searched(work, search, noun)})`) : undefined,
    ...parts,
  )
}

function filtered(
  work: Work,
  noun: NounKey,
  { key, values }: { key: string; values: readonly string[] },
): SQL | undefined {
  const fields: Fields = nouns[noun].fields
  const table = nounTable(work.tables, noun)
  if (key === 'id') return inArray(table.id, idsOf(noun, key, values))
  if (key === 'except') return notInArray(table.id, idsOf(noun, key, values))
  if (key === 'findings') return or(...values.map((value) => byFindings(work, table.id, value)))
  if (key === 'rule') return or(...values.map((rule) => byRule(work, table.id, rule)))
  if (key === 'certainty') return or(...values.map((value) => byCertainty(work, table.id, value)))
  if (key === 'published' && noun === 'subProcessor')
    return or(...values.map((value) => byPublished(work, table.id, value)))
  if (key === 'approval')
    return or(
      ...values.map((value) => {
        const condition = byApproval(work, table.id, value)
        if (condition) return condition
        throw invalidField(key, both('Approval', 'Approbation'), unknownFilter)
      }),
    )
  if (key === 'questions') return byQuestions(work, table.id)
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined
  if (!field) throw invalidField(key, both(key, key), unknownFilter)
  if (field.kind === 'rows') return or(...values.map((value) => byRow(work, noun, { key, value })))
  const column = (table as unknown as Record<string, Column>)[key] as Column
  return or(...values.map((value) => byCell(field, column, value)))
}

/** Exactly these records, or all but these: what a person selected. */
function idsOf(noun: NounKey, key: string, values: readonly string[]): string[] {
  const stranger = values.find((id) => nounOf(id) !== noun)
  if (stranger !== undefined) throw invalidField(key, both('ID', 'ID'), unknownId, { id: stranger })
  return [...values]
}

function byCell(field: Field, column: Column, value: string): SQL | undefined {
  const isList = field.kind === 'choices' || field.kind === 'texts' || field.kind === 'countries'
  const isText = ['text', 'prose', 'wording', 'email', 'url'].includes(field.kind)
  const empty = isText
    ? eq(column, '')
    : isList
      ? sql`cast(${column} as text) = '[]'`
      : isNull(column)
  if (value === 'notStated') return empty
  if (value === 'stated') return sql`not (${empty})`
  if (isList)
    return sql`cast(${column} as text) like ${`%"${value.replace(/[\\%_]/g, '\\$&')}"%`} escape '\\'`
  if (field.kind === 'count')
    return /^\d{1,7}$/.test(value) ? sql`${column} = ${Number(value)}` : sql`1 = 0`
  const wholes = wholesOf[field.kind as 'person']
  if (wholes) return or(...wholes.map((key) => eq(column, sql.param({ [key]: value }, column))))
  if (field.kind === 'yesNo') return sql`${column} = ${sql.param(value === 'yes', column)}`
  return eq(column, value)
}

/** Cells that are kept as one of several forms: a value is looked for in each. */
const wholesOf = { person: ['person', 'text'], reference: ['document', 'url', 'text'] }
const inRows: ReadonlySet<string> = new Set(['link', 'choice', 'country', 'person', 'reference'])

function byRow(
  work: Work,
  noun: NounKey,
  { key, value }: { key: string; value: string },
): SQL | undefined {
  const list = (work.tables.rows[noun] as unknown as Record<string, typeof work.tables.sources>)[
    key
  ]
  const field = (nouns[noun].fields as Fields)[key]
  const table = nounTable(work.tables, noun)
  if (!list || field?.kind !== 'rows') return undefined
  const { db } = work
  if (value === 'notStated')
    return notInArray(table.id, db.select({ id: list.recordId }).from(list))
  if (value === 'stated') return inArray(table.id, db.select({ id: list.recordId }).from(list))
  const matching = Object.entries(field.fields).flatMap(([cell, cellField]) => {
    const column = (list as unknown as Record<string, Column>)[cell] as Column
    return inRows.has(cellField.kind) ? [byCell(cellField, column, value)] : []
  })
  return inArray(
    table.id,
    db
      .select({ id: list.recordId })
      .from(list)
      .where(or(...matching)),
  )
}

function byFindings({ db, tables }: Work, id: Column, value: string): SQL | undefined {
  const { judgements } = tables
  const some = {
    gap: gt(judgements.gaps, 0),
    conflict: gt(judgements.conflicts, 0),
    advice: gt(judgements.advice, 0),
  }
  const with_ = (condition: SQL | undefined) =>
    inArray(id, db.select({ id: judgements.recordId }).from(judgements).where(condition))
  if (value === 'none')
    return with_(and(eq(judgements.gaps, 0), eq(judgements.conflicts, 0), eq(judgements.advice, 0)))
  if (Object.hasOwn(some, value)) return with_(some[value as keyof typeof some])
  throw invalidField('findings', both('Findings', 'Constats'), unknownFilter)
}

const byRule = ({ db, tables }: Work, id: Column, rule: string) =>
  inArray(
    id,
    db
      .select({ id: tables.judgements.recordId })
      .from(tables.judgements)
      .where(
        sql`cast(${tables.judgements.findings} as text) like ${`%"${rule.replace(/[^\w.-]/g, '')}"%`}`,
      ),
  )

const byCertainty = ({ db, tables }: Work, id: Column, certainty: string) =>
  inArray(
    id,
    db
      .select({ id: tables.sources.recordId })
      .from(tables.sources)
      .where(eq(tables.sources.certainty, certainty as 'inferred')),
  )

function byQuestions({ db, tables }: Work, id: Column) {
  const { openQuestions } = tables
  return inArray(
    id,
    db
      .select({ id: openQuestions.recordId })
      .from(openQuestions)
      .where(eq(openQuestions.answer, '')),
  )
}

function byPublished({ db, tables }: Work, id: Column, value: string) {
  const { snapshots, judgements } = tables
  if (value === 'different')
    return inArray(
      id,
      db
        .select({ id: judgements.recordId })
        .from(judgements)
        .where(
          and(
            ne(judgements.conflicts, 0),
            sql`cast(${judgements.findings} as text) like '%"published-facts-differ"%'`,
          ),
        ),
    )
  const listed = db
    .select({ id: snapshots.subProcessorId })
    .from(snapshots)
    .where(and(isNewest({ db, tables }), eq(snapshots.listed, true)))
  return value === 'yes' ? inArray(id, listed) : notInArray(id, listed)
}
