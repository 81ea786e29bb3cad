import type { NounKey } from '@ropewalk/domain/field.ts'
import { idOf, nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import { eq, inArray } from 'drizzle-orm'
import type { Work } from './verb.ts'

type Reach = Pick<Work, 'db' | 'tables'>
/** What is numbered: the records of each noun, people (`US`), tokens (`TK`), approvals (`AP`), reviews (`RV`), webhooks (`WH`), changes (`CH`) and objections (`OB`). */
export type Prefix =
  | (typeof nouns)[keyof typeof nouns]['prefix']
  | 'US'
  | 'TK'
  | 'AP'
  | 'RV'
  | 'WH'
  | 'CH'
  | 'OB'

/** The next id with this prefix, such as `PA-0001`: the counter is only ever raised, so that an id is never used again. */
export async function nextId(reach: Reach, prefix: Prefix): Promise<string> {
  const { counters } = reach.tables
  const [counter] = await reach.db.select().from(counters).where(eq(counters.prefix, prefix))
  const number = counter?.next ?? 1
  await raiseCounter(reach, prefix, number + 1)
  return `${prefix}-${String(number).padStart(4, '0')}`
}

export async function raiseCounter(
  { db, tables }: Reach,
  prefix: Prefix,
  next: number,
): Promise<void> {
  const { counters } = tables
  await db
    .insert(counters)
    .values({ prefix, next })
    .onConflictDoUpdate({ target: counters.prefix, set: { next } })
}

/** The id that the next record of each noun will get. */
export async function nextIds({
  db,
  tables,
}: Pick<Work, 'db' | 'tables'>): Promise<Record<NounKey, string>> {
  const rows = await db.select().from(tables.counters)
  const next = new Map(rows.map((row) => [row.prefix, row.next]))
  return Object.fromEntries(
    nounKeys.map((noun) => [noun, idOf(noun, next.get(nouns[noun].prefix) ?? 1)]),
  ) as Record<NounKey, string>
}

/** Whether a record was ever numbered; people and tokens do not count. */
export async function hasNumbered({ db, tables: { counters } }: Reach): Promise<boolean> {
  const prefixes = nounKeys.map((noun) => nouns[noun].prefix)
  return (await db.$count(counters, inArray(counters.prefix, prefixes))) > 0
}
