import type { Database } from '@ropewalk/db/database.ts'
import { nounTable, type Register } from '@ropewalk/db/records.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { nounKeys, nounOf } from '@ropewalk/domain/nouns.ts'
import { stateOf } from '@ropewalk/log/state.ts'
import { isNotNull, sql } from 'drizzle-orm'
import { withErasures } from '../log/erased-values.ts'
import { erasureDays } from '../log/erasure-days.ts'
import { registerWith, type Thing } from '../log/register-at.ts'
import { statesAt } from '../log/states-at.ts'
import type { PackPeriod } from './pack-period.ts'

/** What became of a record by the end of a period. */
export type Fate = {
  noun: NounKey
  /** Added within the period. */
  isAdded: boolean
  /** Entries of the period about it. */
  acts: number
  /** ISO 8601 UTC; null while it stands. */
  archivedAt: string | null
  removedAt: string | null
  /** Whether it stood at some moment of the period, or was touched in it. */
  isOfPeriod: boolean
}

export type Population = {
  /** Every record that the log ever named by the end of the period, by id. */
  fates: ReadonlyMap<string, Fate>
  /** People with an account by then. */
  people: number
  /** The register as of the end; records removed within the period stand in it as archived at that moment. */
  database: Database
  close(): Promise<void>
}

type Row = { record: string; first: number; last: number; acts: number; lastAt: string } & {
  gone: number
}

/** The register as of the end of a period with the records that were removed in it, and what became of each record. */
export async function populationOf(database: Database, period: PackPeriod): Promise<Population> {
  const { rows, removed } = await database.reading(async (db) => {
    const register = { db, tables: database.tables, engine: database.engine }
    const rows = await lastEntries(register, period)
    return { rows, removed: await removedIn(register, rows, period) }
  })
  const scratch = await registerWith(database, period.upTo, removed)
  const archived = await archivedIn(scratch.database)
  const fates = new Map<string, Fate>()
  for (const { record, first, acts, lastAt, gone } of rows) {
    const noun = nounOf(record)
    if (!noun) continue
    const removedAt = Number(gone) === 1 ? lastAt : null
    const archivedAt = removedAt === null ? (archived.get(record) ?? null) : null
    const leftAt = removedAt ?? archivedAt
    const touched = Number(acts)
    fates.set(record, {
      noun,
      isAdded: first > period.after,
      acts: touched,
      archivedAt,
      removedAt,
      isOfPeriod: touched > 0 || leftAt === null || leftAt >= period.startsAt,
    })
  }
  const people = rows.filter(({ record }) => record.startsWith('US-')).length
  return { fates, people, ...scratch }
}

const lastEntries = ({ db, tables }: Register, { after, upTo }: PackPeriod): Promise<Row[]> =>
  db.rows<Row>(
    sql`select g.record, g.first, g.last, g.acts, e.at as "lastAt", case when s.value like '{"after":null,%' then 1 else 0 end as gone from (select record, min(seq) as first, max(seq) as last, count(case when seq > ${after} then 1 end) as acts from ${tables.entries} where seq <= ${upTo} and record not like '% %' group by record) g join ${tables.entries} e on e.seq = g.last join ${tables.states} s on s.seq = g.last and s.value is not null order by g.first`,
  )

/** The last states of the records that were removed within the period, archived at the moment of their removal. */
async function removedIn(
  register: Register,
  rows: readonly Row[],
  { after }: PackPeriod,
): Promise<Thing[]> {
  const { db, tables } = register
  const gone = rows.filter(
    ({ gone, last, record }) => Number(gone) === 1 && last > after && nounOf(record),
  )
  const before = new Map<number, Row>()
  for (const row of gone) {
    const [found] = await db.rows<{ seq: number | null }>(
      sql`select max(seq) as seq from ${tables.entries} where record = ${row.record} and seq < ${row.last}`,
    )
    if (found?.seq) before.set(found.seq, row)
  }
  const texts = await statesAt(register, [...before.keys()])
  const when = await erasureDays(register)
  return [...before].flatMap(([seq, { record, lastAt }]): Thing[] => {
    const state = withErasures(record, stateOf(texts.get(seq) ?? ''), when)
    return state ? [[record, { ...state, archivedAt: lastAt }]] : []
  })
}

async function archivedIn({ reading, tables }: Database): Promise<ReadonlyMap<string, string>> {
  const found = await reading((db) =>
    Promise.all(
      nounKeys.map((noun) => {
        const table = nounTable(tables, noun)
        return db
          .select({ id: table.id, at: table.archivedAt })
          .from(table)
          .where(isNotNull(table.archivedAt))
      }),
    ),
  )
  return new Map(found.flat().map(({ id, at }) => [id, at ?? '']))
}
