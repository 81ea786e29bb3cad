import type { Database } from '@ropewalk/db/database.ts'
import type { Register } from '@ropewalk/db/records.ts'
import { productActor } from '@ropewalk/domain/permissions.ts'
import { canonicalText } from '@ropewalk/log/canonical.ts'
import { stateOf } from '@ropewalk/log/state.ts'
import { sql } from 'drizzle-orm'
import { factOf, keepFact } from '../facts.ts'
import { type Change, writeHistory } from '../history.ts'
import { boundThings, isBoundKind, mayBeGone } from './bound-things.ts'
import { statesAt } from './states-at.ts'

const key = 'log-binds'
const actor = productActor('start')

/**
 * Once for a register of before passwords, second factors, tokens and links were bound by the log: tells each as it
 * stands. From then on a change of one behind the product's back is named; what was done to it before is not.
 */
export async function bindThings(database: Database, now = () => new Date()): Promise<void> {
  const { tables, engine } = database
  const isBound = async (db: Register['db']) => (await factOf({ db, tables }, key)) !== undefined
  if (await database.reading(isBound)) return
  await database.writing(async (db) => {
    if (await isBound(db)) return
    const register = { db, tables, engine }
    const work = { ...register, actor, door: 'start', now: now().toISOString() } as const
    await writeHistory(work, 'log.bind', await unbound(register))
    await keepFact(work, key, '1')
  })
}

async function unbound(register: Register): Promise<Change[]> {
  const last = await lastStates(register)
  const things = await boundThings(register)
  const standing = new Set(things.map(({ record }) => record))
  const changed = things.filter(({ record, state }) => last.get(record) !== canonicalText(state))
  const gone = [...last].filter(
    ([record, state]) => state !== 'null' && !standing.has(record) && !mayBeGone(record),
  )
  return [
    ...changed.map(({ of, record, state }) => ({ of, record, before: null, after: state })),
    ...gone.map(([record]) => ({
      of: record.split(' ').at(-1) ?? '',
      record,
      before: null,
      after: null,
    })),
  ]
}

async function lastStates(register: Register): Promise<Map<string, string>> {
  const { entries } = register.tables
  const rows = await register.db.rows<{ record: string; seq: number }>(
    sql`select record, max(seq) as seq from ${entries} group by record`,
  )
  const bound = rows.filter(({ record }) => isBoundKind(record))
  const texts = await statesAt(
    register,
    bound.map(({ seq }) => seq),
  )
  return new Map(
    bound.map(({ record, seq }) => [record, canonicalText(stateOf(texts.get(seq) ?? '').after)]),
  )
}
