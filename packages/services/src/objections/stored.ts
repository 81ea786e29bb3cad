import type { Tables } from '@ropewalk/db/tables/tables.ts'
import type { Objection } from '@ropewalk/domain/changes/objection.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { eq } from 'drizzle-orm'
import type { Change } from '../history.ts'
import type { Work } from '../verb.ts'

/** An objection with the sealed address that it came from. */
export type Kept = Tables['objections']['$inferSelect']

/** How mails name the objector. */
export const objectorRecipient = (id: string): string => `objection ${id}`

/** What the log keeps of one: no address. */
export const toldObjection = ({ address: _, ...told }: Kept): Objection => told

/** One step of an objection, told in the history of the change. */
export const objectionChange = (before: Kept | null, after: Kept, reason?: string): Change => ({
  of: after.changeId,
  record: after.id,
  version: after.version,
  before: before && toldObjection(before),
  after: toldObjection(after),
  reason,
})

export async function objectionAt(
  { db, tables: { objections } }: Pick<Work, 'db' | 'tables'>,
  { id, version }: { id: string; version: number },
): Promise<Kept> {
  const [found] = await db.select().from(objections).where(eq(objections.id, id))
  if (!found) throw new Refusal('NOT_FOUND', refusals.unknown, { values: { id }, field: 'id' })
  if (found.version !== version)
    throw new Refusal('CONFLICT', refusals.stale, {
      values: { id },
      details: { yours: version, theirs: toldObjection(found) },
    })
  return found
}

const refusals = {
  unknown: both('There is no objection {id}.', 'Il n’y a pas d’opposition {id}.'),
  stale: both(
    'Someone decided on {id} meanwhile: look again, then decide.',
    'Quelqu’un a statué sur {id} entre-temps : revoyez-la, puis décidez.',
  ),
}
