import { randomUUID } from 'node:crypto'
import { limits } from '@ropewalk/domain/limits.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { line, lines } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import { erased } from '@ropewalk/log/erasure.ts'
import { keptOf, standingIn } from '@ropewalk/log/kept.ts'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import * as z from 'zod'
import { lastSequence } from '../history.ts'
import { type Work, writing } from '../verb.ts'
import { isCurrentKind } from './current-things.ts'
import { sha256 } from './hash.ts'

const refusals = {
  current: both(
    'This value still stands in {records}: change it there first.',
    'Cette valeur figure encore dans {records} : modifiez-la d’abord à cet endroit.',
  ),
  nowhere: both('No past state holds this value.', 'Aucun état passé ne contient cette valeur.'),
  many: both(
    'This value stands in {n} past states, more than the 5,000 that one erasure takes: name a record.',
    'Cette valeur figure dans {n} états passés, plus que les 5 000 d’un effacement : nommez une fiche.',
  ),
}
const most = 5_000

/**
 * Erases a value with personal data (a name, an address) from every past state that holds it, as it is or within a
 * longer text; every proof still holds (Art. 17 GDPR beside the duty to keep the record). Refused while it is current.
 */
export const eraseFromHistory = writing(
  { fresh: true, verb: 'history.erase', permission: 'history:erase' },
  z.strictObject({
    value: line(limits.text).pipe(z.string().min(3)),
    /** Only in the history of this record, person or token. */
    about: z.string().max(60).optional(),
    reason: lines(limits.reason).pipe(z.string().min(1)),
  }),
  async (work, { value, about, reason }) => {
    const found = await statesHolding(work, value, about)
    refuseCurrent(found)
    const held = found.flatMap((row) => {
      const paths = pathsHolding(row.value, value)
      return paths.length === 0 ? [] : [{ ...row, paths }]
    })
    if (held.length === 0) throw new Refusal('NOT_FOUND', refusals.nowhere, { field: 'value' })
    const by = (await lastSequence(work)) + 1
    const id = randomUUID()
    const cells = held.flatMap(({ seq, paths }) => paths.map((path) => [seq, path] as const))
    return {
      change: {
        of: about ?? `erasure ${id}`,
        record: `erasure ${id}`,
        before: null,
        after: { id, cells },
        reason,
      },
      result: { id, values: cells.length, states: held.length },
      async afterwards() {
        for (const row of held) await redact(work, row, by)
      },
    }
  },
)

type Held = { seq: number; record: string; generation: number; value: string; isNewest: boolean }

async function statesHolding(work: Work, value: string, about: string | undefined) {
  const { db, tables } = work
  const { entries, states } = tables
  const inJson = JSON.stringify(value).slice(1, -1)
  const pattern = `%${inJson.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .select({
      seq: states.seq,
      record: entries.record,
      generation: states.generation,
      value: states.value,
      isNewest: sql<number>`case when ${states.seq} = (select max(n.seq) from entries n where n.record = ${entries.record}) then 1 else 0 end`,
    })
    .from(states)
    .innerJoin(entries, eq(entries.seq, states.seq))
    .where(
      and(
        isNotNull(states.value),
        sql`${states.value} like ${pattern} escape '\\'`,
        about === undefined ? undefined : eq(entries.about, about),
      ),
    )
    .orderBy(states.seq)
    .limit(most + 1)
  if (rows.length > most)
    throw new Refusal('TOO_LARGE', refusals.many, { values: { n: rows.length }, field: 'about' })
  return rows.map((row): Held & { holds: string } => ({
    ...row,
    value: row.value ?? '',
    isNewest: Number(row.isNewest) === 1,
    holds: value,
  }))
}

// What a person said or was called may be erased at once; what a record says now is changed there first.
function refuseCurrent(found: readonly (Held & { holds: string })[]) {
  const current = found.filter(
    ({ record, isNewest, value, holds }) =>
      isNewest &&
      isCurrentKind(record) &&
      keptOf(value).after !== null &&
      pathsHolding(value, holds).some(([root]) => root === 'after'),
  )
  if (current.length === 0) return
  const records = [...new Set(current.map(({ record }) => record))]
  const more = records.length > 10 ? ` +${records.length - 10}` : ''
  throw new Refusal('INVALID', refusals.current, {
    values: { records: records.slice(0, 10).join(', ') + more },
    field: 'value',
  })
}

// What tells records and moments apart, and what binds, is nobody's data.
const kept = new Set(['id', 'createdAt', 'updatedAt', 'archivedAt', 'bound'])

function pathsHolding(text: string, value: string): (readonly string[])[] {
  return standingIn(keptOf(text)).flatMap(({ path, value: cell, isErasable }) =>
    isErasable && !kept.has(path[1] ?? '') && holds(cell, value) ? [path] : [],
  )
}

function holds(cell: unknown, value: string): boolean {
  if (typeof cell === 'string') return cell.includes(value)
  if (typeof cell !== 'object' || cell === null) return false
  return Object.values(cell).some((each) => holds(each, value))
}

type Redacting = Held & { paths: readonly (readonly string[])[] }

async function redact(
  { db, tables }: Work,
  { seq, generation, value, paths }: Redacting,
  by: number,
) {
  const { states } = tables
  const left = erased(value, { which: paths, by }, sha256)
  await db
    .update(states)
    .set({ value: null, erasedBy: by })
    .where(and(eq(states.seq, seq), eq(states.generation, generation)))
  await db.insert(states).values({ seq, generation: generation + 1, value: left })
}
