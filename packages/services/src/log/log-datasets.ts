import { setImmediate } from 'node:timers/promises'
import { nounKeys, nounOf } from '@ropewalk/domain/nouns.ts'
import { keptStateOf } from '@ropewalk/log/state.ts'
import { sql } from 'drizzle-orm'
import { namesOf } from '../links.ts'
import { idsIn } from '../records/history-names.ts'
import type { Work } from '../verb.ts'
import { shownState, withErasures } from './erased-values.ts'
import { erasureDays } from './erasure-days.ts'
import { leafHexOf } from './hash.ts'
import { statesAt } from './states-at.ts'
import { type FieldChange, fieldChanges, type Reader } from './told-changes.ts'
import { toldTo } from './told-to.ts'

/** Entries of the log after one and up to another. */
export type Span = { after: number; upTo: number }
export type ToldChange = FieldChange & {
  seq: number
  at: string
  actorId: string
  actor: string
  action: string
  recordId: string
  record: string
  version: number | null
  reason: string
  /** Of the entry's leaf, hex. */
  hash: string
}
type Row = { seq: number; leaf: string; at: string; actorId: string; verb: string } & {
  record: string
  about: string
  version: number | null
  value: string
  /** The state before it of the same thing. */
  was: string | null
}
type Language = Reader['language']
const batch = 100

/**
 * Every change in a span, oldest first, one item a field; an act that changed no field is one item without. What
 * concerns people, tokens and sessions is told to those who may read the access list.
 */
export async function* changesIn(
  work: Work,
  { after, upTo }: Span,
  language: Language,
): AsyncGenerator<ToldChange[]> {
  const { db, tables } = work.log
  const { entries, states } = tables
  const isTold = toldTo(work) ?? sql`true`
  const when = await erasureDays(work.log)
  for (let from = after; ; ) {
    // `cross`: SQLite would else begin with the states, and sort all of the span for each batch.
    const rows = await db.rows<Row>(
      sql`select entries.seq, leaf, at, actor_id as "actorId", verb, record, about, version, s.value, (select p.value from ${states} p where p.value is not null and p.seq = (select max(b.seq) from ${entries} b where b.record = entries.record and b.seq < entries.seq)) as was from ${entries} cross join ${states} s where s.seq = entries.seq and s.value is not null and entries.seq > ${from} and entries.seq <= ${upTo} and ${isTold} order by entries.seq limit ${batch}`,
    )
    const names = await namesOf(work, idsIn(rows.flatMap((row) => [row.value, row.was])))
    const reader: Reader = { language, names: (id) => names[id] }
    yield rows.flatMap((row) => toldIn(row, when, reader))
    if (rows.length < batch) return
    from = rows.at(-1)?.seq ?? from
    await setImmediate()
  }
}

function toldIn(row: Row, when: ReadonlyMap<number, string>, reader: Reader): ToldChange[] {
  const { who, reason, after } = shownState(row.record, keptStateOf(row.value), when)
  const before = row.was === null ? null : withErasures(row.record, keptStateOf(row.was), when)
  const sides = { before, after }
  const told = {
    seq: row.seq,
    at: row.at,
    actorId: row.actorId,
    actor: who,
    action: row.verb,
    recordId: row.about,
    record: nameIn(sides.after) ?? nameIn(sides.before) ?? '',
    version: row.version,
    reason,
    hash: leafHexOf(row.leaf),
  }
  const fields = fieldChanges(row.record, sides, reader)
  return fields.length === 0
    ? [{ ...told, field: '', before: '', after: '' }]
    : fields.map((each) => ({ ...told, ...each }))
}

const nameIn = (state: Readonly<Record<string, unknown>> | null): string | undefined =>
  typeof state?.name === 'string' ? state.name : undefined

export const changeKinds = ['added', 'removed', 'changed'] as const
export type RegisterDifference = FieldChange & {
  noun: string
  recordId: string
  record: string
  change: (typeof changeKinds)[number]
}

/** How the register of one moment differs from that of a later one, by noun and number. */
export async function* differencesIn(
  work: Work,
  { after, upTo }: Span,
  language: Language,
): AsyncGenerator<RegisterDifference[]> {
  const { db, tables } = work.log
  const { entries } = tables
  const when = await erasureDays(work.log)
  const touched = await db.rows<{ record: string; was: number | null; is: number }>(
    sql`select record, max(case when seq <= ${after} then seq end) as "was", max(seq) as "is" from ${entries} where seq <= ${upTo} group by record having max(seq) > ${after}`,
  )
  const order = new Map(nounKeys.map((noun, index) => [noun, index]))
  const rank = (id: string) => {
    const noun = nounOf(id)
    return noun === undefined ? -1 : (order.get(noun) ?? 0) * 1e9 + Number(id.split('-')[1])
  }
  const records = touched
    .filter(({ record }) => nounOf(record) !== undefined)
    .toSorted((one, other) => rank(one.record) - rank(other.record))
  for (let start = 0; start < records.length; start += batch) {
    const some = records.slice(start, start + batch)
    const texts = await statesAt(
      work.log,
      some.flatMap(({ was, is }) => (was === null ? [is] : [was, is])),
    )
    const names = await namesOf(work, idsIn([...texts.values()]))
    const reader: Reader = { language, names: (id) => names[id] }
    yield some.flatMap(({ record, was, is }) => {
      const stateAt = (seq: number | null) => {
        const text = seq === null ? undefined : texts.get(seq)
        return text === undefined ? null : withErasures(record, keptStateOf(text), when)
      }
      return differencesOf(record, { before: stateAt(was), after: stateAt(is) }, reader)
    })
    await setImmediate()
  }
}

type Sides = Parameters<typeof fieldChanges>[1]

function differencesOf(recordId: string, sides: Sides, reader: Reader): RegisterDifference[] {
  const { before = null, after = null } = sides
  if (!before && !after) return []
  const change = before ? (after ? 'changed' : 'removed') : 'added'
  const record = nameIn(after) ?? nameIn(before) ?? ''
  return fieldChanges(recordId, sides, reader).map((field) => ({
    noun: nounOf(recordId) ?? '',
    recordId,
    record,
    change,
    ...field,
  }))
}
