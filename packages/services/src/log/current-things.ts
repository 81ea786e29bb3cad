import { loadRecords, nounTable, type Register } from '@ropewalk/db/records.ts'
import { nounKeys, nounOf } from '@ropewalk/domain/nouns.ts'
import { asc } from 'drizzle-orm'
import { acceptanceKey } from '../findings/findings.ts'
import { told } from '../people/person.ts'
import { referenceKey } from '../reference.ts'
import { boundThings, isBoundKind, type Thing } from './bound-things.ts'

/** Whether the newest state of such a thing must be what stands in the database. */
export const isCurrentKind = (record: string): boolean =>
  nounOf(record) !== undefined ||
  /^(US-|(snapshot|acceptance|reference) )/.test(record) ||
  isBoundKind(record)

/** Everything that the log keeps the state of, but for snapshots: each of those has an entry of its own. */
export async function* currentThings(
  register: Register,
): AsyncGenerator<Pick<Thing, 'record' | 'state'>[]> {
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
  const acceptances = await db.select().from(tables.acceptances)
  yield acceptances.map((state) => ({ record: acceptanceKey(state.id), state }))
  const reference = await db.select().from(tables.referenceData)
  yield reference.map((state) => ({ record: referenceKey(state.id), state }))
  const users = await db.select().from(tables.users)
  yield users.map((user) => ({ record: user.id, state: told(user) }))
  yield await boundThings(register)
}
