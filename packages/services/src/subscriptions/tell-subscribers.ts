import { randomUUID } from 'node:crypto'
import type { ChangeFacts } from '@ropewalk/domain/topics.ts'
import type { Text } from '@ropewalk/domain/words.ts'
import type { Work } from '../verb.ts'

/** What subscribers whom it concerns are to be told of a change: one line, and the whole text. */
export type Notice = { about: string; facts: ChangeFacts; title: Text; text: Text }

/**
 * Notes within the transaction of a change that subscribers are to be told. `sendNotices` writes the mails: an hour after
 * the first, one mail for all of that hour.
 */
export async function tellSubscribers(work: Work, notice: Notice): Promise<void> {
  const { notices } = work.tables
  await work.db.insert(notices).values({ id: randomUUID(), ...notice, noticedAt: work.now })
}
