import type { Database } from '@ropewalk/db/database.ts'
import { productActor } from '@ropewalk/domain/permissions.ts'
import { stateOf } from '@ropewalk/log/state.ts'
import { exportKey, type MadeExport } from '@ropewalk/services/exports.ts'
import { type Change, lastSequence, writeHistory } from '@ropewalk/services/history.ts'
import { sessionKey } from '@ropewalk/services/people/sessions.ts'
import { workIn } from '@ropewalk/services/verb.ts'
import { sql } from 'drizzle-orm'
import { type Random, randomFrom } from './random.ts'
import * as words from './words.ts'

type Known = Readonly<Record<string, unknown>> & { id: string; version: number }

/** When the register was loaded. */
export const at = '2025-06-02T15:00:00.000Z'
/** The whole log that the speed of the product is stated for. */
export const entriesOfLarge = 200_000
/** Of so many days. */
export const days = 500
const day = 86_400_000

/**
 * Tells on, from a register just made, until its log has so many entries: of ten about six are changes of a record,
 * three are sign-ins and one is an export. Records and log agree at the end.
 */
export const tellHistory = (database: Database, upTo: number): Promise<void> =>
  database.writing(async (db) => {
    const random = randomFrom(20_250_602)
    const work = await workIn(
      {
        database,
        actor: productActor(),
        door: 'web',
        now: () => new Date(at),
      },
      db,
    )
    const { tables } = database
    const rows = await db.rows<{ value: string }>(
      sql`select s.value from ${tables.entries} e join ${tables.states} s on s.seq = e.seq where e.about like 'PA-%' or (e.record like 'SP-%') order by e.seq`,
    )
    const records = rows.map(({ value }) => stateOf(value).after as unknown as Known)
    const first = await lastSequence(work)
    const step = (days * day) / (upTo - first)
    for (let seq = first; seq < upTo; seq += 100) {
      const now = new Date(Date.parse(at) + (seq - first) * step).toISOString()
      const changes = Array.from({ length: Math.min(100, upTo - seq) }, () =>
        happening(random, records, now),
      )
      await writeHistory({ ...work, now }, 'bench', changes)
    }
    for (const { id, version, updatedAt, ...fields } of records)
      if (version > 1)
        await db.run(
          id.startsWith('PA-')
            ? sql`update activities set description = ${fields.description}, version = ${version}, updated_at = ${updatedAt} where id = ${id}`
            : sql`update sub_processors set public_note = ${fields.publicNote}, version = ${version}, updated_at = ${updatedAt} where id = ${id}`,
        )
  })

function happening(random: Random, records: Known[], now: string): Change {
  const kind = random.below(10)
  if (kind < 6) return changed(random, records, now)
  const id = String(random.below(2 ** 30))
  if (kind < 9)
    return {
      of: 'US-0001',
      record: sessionKey(id),
      verb: 'people.signIn',
      before: null,
      after: { userId: 'US-0001', session: id },
    }
  return { of: exportKey(id), verb: 'exports.make', before: null, after: exported(id) }
}

function changed(random: Random, records: Known[], updatedAt: string): Change {
  const index = random.below(records.length)
  const before = records[index]
  if (!before) throw new Error('There is no record to change.')
  const key = before.id.startsWith('PA-') ? 'description' : 'publicNote'
  const after = {
    ...before,
    [key]: `${random.one(words.doings)} ${random.one(words.places)}`,
    version: before.version + 1,
    updatedAt,
  }
  records[index] = after
  const noun = key === 'description' ? 'activities' : 'sub-processors'
  return { of: before.id, verb: `${noun}.change`, before, after }
}

const exported = (exportId: string): MadeExport => ({
  exportId,
  dataset: 'activities-controller',
  format: 'csv',
  parameters: '{}',
  rows: 10_000,
  bytes: 9_000_000,
  sha256: '0'.repeat(64),
  head: '1',
  complete: true,
})
