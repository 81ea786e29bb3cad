import { loadRecords, nounTable, type Register } from '@ropewalk/db/records.ts'
import { openSqlite } from '@ropewalk/db/sqlite.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { nounKeys, nounOf, nouns, numberOf } from '@ropewalk/domain/nouns.ts'
import { canonicalText } from '@ropewalk/log/canonical.ts'
import { stateOf } from '@ropewalk/log/state.ts'
import Client from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import type { Acknowledged } from './writers.ts'

type Line = {
  seq: number
  record: string
  version: number | null
  after: Readonly<Record<string, unknown>> | null
}

/**
 * What is wrong with a register after a crash: a database that is damaged, an acknowledged change that is gone, a
 * record that is not what its last line of history says, a gap in history, an id that could be given again.
 */
export async function faultsIn(
  file: string,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const damage = damageIn(file)
  if (damage.length > 0) return damage
  const database = openSqlite(file)
  const { tables, engine } = database
  try {
    return await database.reading(async (db) => {
      const register = { db, tables, engine }
      const lines = await linesOf(register)
      return [
        ...gapsIn(lines),
        ...lostFrom(lines, acknowledged),
        ...(await differingIn(register, lines)),
        ...(await reusableIn(register)),
      ]
    })
  } finally {
    await database.close()
  }
}

function damageIn(file: string): string[] {
  const client = new Client(file)
  try {
    const found = client.pragma('integrity_check', { simple: true })
    const broken = client.pragma('foreign_key_check') as unknown[]
    return [
      ...(found === 'ok' ? [] : [`the database is damaged: ${found}`]),
      ...(broken.length > 0 ? [`${broken.length} links point nowhere`] : []),
    ]
  } catch (error) {
    return [`the database does not open: ${error instanceof Error ? error.message : error}`]
  } finally {
    client.close()
  }
}

async function linesOf({ db, tables }: Register): Promise<Line[]> {
  const { entries, states } = tables
  const rows = await db.rows<Omit<Line, 'after'> & { value: string }>(
    sql`select e.seq, e.record, e.version, s.value from ${entries} e join ${states} s on s.seq = e.seq order by e.seq`,
  )
  return rows.map(({ value, ...line }) => ({ ...line, after: stateOf(value).after }))
}

function gapsIn(lines: readonly Line[]): string[] {
  const gap = lines.findIndex((line, index) => line.seq !== index + 1)
  return gap < 0 ? [] : [`history has no line ${gap + 1}`]
}

function lostFrom(lines: readonly Line[], acknowledged: readonly Acknowledged[]): string[] {
  const told = new Map(lines.map((line) => [`${line.record} ${line.version}`, line]))
  return acknowledged.flatMap(({ id, version, description }) => {
    const line = told.get(`${id} ${version}`)
    return line?.after?.description === description
      ? []
      : [`the acknowledged change ${id} version ${version} is lost`]
  })
}

async function differingIn(register: Register, lines: readonly Line[]): Promise<string[]> {
  const last = new Map(lines.map((line) => [line.record, line]))
  const faults: string[] = []
  for (const noun of nounKeys) {
    const records = new Map((await allOf(register, noun)).map((record) => [record.id, record]))
    for (const [id, line] of last) {
      if (nounOf(id) !== noun) continue
      const record = records.get(id)
      if (canonicalText(record ?? null) !== canonicalText(line.after))
        faults.push(`${id} is not what its last line of history says`)
      records.delete(id)
    }
    for (const id of records.keys()) faults.push(`${id} is not in history`)
  }
  return faults
}

async function reusableIn(register: Register): Promise<string[]> {
  const { db, tables } = register
  const counters = await db.select().from(tables.counters)
  const next = new Map(counters.map((counter) => [counter.prefix, counter.next]))
  const faults: string[] = []
  for (const noun of nounKeys)
    for (const { id } of await allOf(register, noun))
      if (numberOf(id) >= (next.get(nouns[noun].prefix) ?? 1))
        faults.push(`${id} could be given again`)
  return faults
}

async function allOf(register: Register, noun: NounKey) {
  const table = nounTable(register.tables, noun)
  const ids = await register.db.select({ id: table.id }).from(table)
  return loadRecords(register, noun, { ids: ids.map((row) => row.id) })
}
