import type { Database } from '@ropewalk/db/database.ts'
import type { Register } from '@ropewalk/db/records.ts'
import { asc, sql } from 'drizzle-orm'
import { acceptanceKey } from '../findings/findings.ts'
import { type Change, writeHistory } from '../history.ts'
import { sessionKey } from '../people/sessions.ts'
import { referenceKey } from '../reference.ts'
import { snapshotKey } from '../snapshots.ts'
import type { Work } from '../verb.ts'

type Line = {
  seq: number
  at: string
  actorKind: Work['actor']['kind']
  actorId: string
  actorName: string
  door: Work['door']
  verb: string
  recordId: string
  version: number | null
  reason: string
  before: string | null
  after: string | null
}

/**
 * Brings the history of a register that is older than the log into it, line by line with its own time and actor, and
 * tells the reference data, which had none. What it says is what the lines said: no earlier head vouches for them.
 */
export async function adoptHistory(database: Database): Promise<void> {
  const { tables, engine } = database
  if (!(await database.reading((db) => isThere({ db, tables, engine })))) return
  await database.writing((db) => adopted({ db, tables, engine }))
}

async function adopted(register: Register): Promise<void> {
  const { db } = register
  if (!(await isThere(register))) return
  const lines = await db.rows<Line>(
    sql`select seq, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", door, verb, record_id as "recordId", version, reason, before, after from history_before_log order by seq`,
  )
  const snapshots = new Map(
    (await db.select().from(register.tables.snapshots)).map((row) => [row.seq, row]),
  )
  for (const line of lines) await writeHistory(writerOf(register, line), line.verb, [told(line)])
  const newest = lines.at(-1)
  if (newest) await tellReference(writerOf(register, newest))
  await db.run(sql`drop table history_before_log`)

  function told(line: Line): Change {
    const { recordId: of, version, reason } = line
    const [before, after] = [line.before, line.after].map((text): unknown =>
      text === null ? null : JSON.parse(text),
    )
    const record = subjectOf(line, before, after)
    const isSnapshot = record === snapshotKey(of)
    return {
      of,
      version,
      reason,
      before,
      after: isSnapshot ? (snapshots.get(line.seq) ?? null) : after,
      ...(record ? { record } : {}),
    }
  }
}

async function isThere({ db, engine }: Register): Promise<boolean> {
  const found =
    engine === 'sqlite'
      ? sql`select 1 as one from sqlite_master where name = 'history_before_log'`
      : sql`select 1 as one where to_regclass('history_before_log') is not null`
  return (await db.rows(found)).length > 0
}

function writerOf(register: Register, line: Line) {
  const { at: now, actorKind: kind, actorId: id, actorName: name, door } = line
  return { ...register, now, door, actor: { kind, id, name } as Work['actor'] }
}

/** What a line tells of, where it is not the record it stands with. */
function subjectOf({ verb, recordId }: Line, before: unknown, after: unknown): string | undefined {
  const state = (after ?? before ?? {}) as { id?: string; session?: string; address?: string }
  if (verb === 'sub-processors.publish' || verb === 'sub-processors.withdraw')
    return snapshotKey(recordId)
  if (verb.startsWith('findings.')) return acceptanceKey(state.id ?? '')
  if (verb === 'people.signInRefused') return `sign-in ${state.address ?? ''}`
  if (verb === 'people.resetLink') return `link for ${recordId}`
  if ('session' in state) return sessionKey(state.session ?? '')
  return undefined
}

async function tellReference(work: Parameters<typeof writeHistory>[0]) {
  const { referenceData } = work.tables
  const rows = await work.db.select().from(referenceData).orderBy(asc(referenceData.id))
  const changes = rows.map((after) => ({ of: referenceKey(after.id), before: null, after }))
  await writeHistory(work, 'reference.load', changes)
}
