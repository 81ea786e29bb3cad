import { loadRecords, nounTable, type Register } from '@ropewalk/db/records.ts'
import { nounKeys, nounOf } from '@ropewalk/domain/nouns.ts'
import { asc, isNull } from 'drizzle-orm'
import { ruleKey } from '../backups/backup-rule.ts'
import { factOf } from '../facts.ts'
import { acceptanceKey } from '../findings/findings.ts'
import { told } from '../people/person.ts'
import { toldToken } from '../people/tokens.ts'
import { referenceKey } from '../reference.ts'
import { everNewestSnapshots, snapshotKey } from '../snapshots.ts'
import { logKeyKey } from './log-key.ts'

/** Facts of the installation that the log keeps the state of, under their own key. */
const toldFacts: ReadonlySet<string> = new Set([logKeyKey, ruleKey])

/** Something that stands in the database now, by what the log calls it. */
export type Thing = { record: string; state: unknown }

/** Whether the newest state of such a thing must be what stands in the database. */
export const isCurrentKind = (record: string): boolean =>
  nounOf(record) !== undefined ||
  /^(US-|TK-|(snapshot|acceptance|reference) )/.test(record) ||
  toldFacts.has(record)

/** Everything that the log keeps the state of, some at a time. */
export async function* currentThings(register: Register): AsyncGenerator<Thing[]> {
  const { db, tables } = register
  for (const noun of nounKeys) {
    const table = nounTable(tables, noun)
    const ids = await db.select({ id: table.id }).from(table).orderBy(asc(table.number))
    for (let start = 0; start < ids.length; start += 200) {
      const some = ids.slice(start, start + 200).map(({ id }) => id)
      const records = await loadRecords(register, noun, { ids: some })
      yield records.map((state) => ({ record: state.id, state }))
    }
  }
  const snapshots = await everNewestSnapshots(register)
  yield snapshots.map((state) => ({ record: snapshotKey(state.subProcessorId), state }))
  const acceptances = await db.select().from(tables.acceptances)
  yield acceptances.map((state) => ({ record: acceptanceKey(state.id), state }))
  const reference = await db.select().from(tables.referenceData)
  yield reference.map((state) => ({ record: referenceKey(state.id), state }))
  const users = await db.select().from(tables.users)
  yield users.map((user) => ({ record: user.id, state: told(user) }))
  const tokens = await db.select().from(tables.tokens).where(isNull(tables.tokens.revokedAt))
  yield tokens.map((token) => ({ record: token.id, state: toldToken(token) }))
  for (const record of toldFacts) {
    const fact = await factOf(register, record)
    if (fact !== undefined) yield [{ record, state: JSON.parse(fact) }]
  }
}
