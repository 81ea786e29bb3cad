import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Database } from '@ropewalk/db/database.ts'
import { type Register, tableRowsOf } from '@ropewalk/db/records.ts'
import { type Fill, openScratch } from '@ropewalk/db/scratch.ts'
import { tables as allTables } from '@ropewalk/db/tables/tables.ts'
import { objectionPrefix } from '@ropewalk/domain/changes/objection.ts'
import { changePrefix } from '@ropewalk/domain/changes/supplier-change.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import { keptStateOf, type State } from '@ropewalk/log/state.ts'
import { sql } from 'drizzle-orm'
import { approvalKey } from '../approvals/rounds.ts'
import { settingKey } from '../approvals/settings.ts'
import { deliveryKey } from '../changes/stored.ts'
import { acceptanceKey } from '../findings/findings.ts'
import { mailKey, rowOfTold } from '../mails/mail.ts'
import { factorKey } from '../people/second-factor.ts'
import { referenceKey } from '../reference.ts'
import { reviewKey } from '../reviews/asked.ts'
import { searchText } from '../searching.ts'
import { snapshotKey } from '../snapshots.ts'
import { subscriptionKey } from '../subscriptions/subscription.ts'
import { withErasures } from './erased-values.ts'
import { erasureDays } from './erasure-days.ts'
import { statesAt } from './states-at.ts'
import { wholeOf } from './whole-of.ts'

const { sqlite } = allTables
const keptAtMost = 3
type Kept = { database: Promise<Database>; folder: string }
const keptBy = new WeakMap<Database, Map<number, Kept>>()

/**
 * The register as it stood after an entry of the log, built from the log alone. The last few are kept for the next
 * question; they lie in the system's temporary folder.
 */
export function registerAt(database: Database, seq: number): Promise<Database> {
  const kept = keptBy.get(database) ?? new Map<number, Kept>()
  keptBy.set(database, kept)
  const known = kept.get(seq)
  if (known) {
    kept.delete(seq)
    kept.set(seq, known)
    return known.database
  }
  const folder = mkdtempSync(join(tmpdir(), 'ropewalk-as-of-'))
  const made = openScratch(join(folder, 'register.db'), (fill) => filled(database, { seq }, fill))
  kept.set(seq, { database: made, folder })
  made.catch(() => kept.delete(seq))
  for (const [old, { database: before, folder: place }] of kept) {
    if (kept.size <= keptAtMost) break
    kept.delete(old)
    void forget(before, place)
  }
  return made
}

/** The same with more that stands in it, kept for nobody: `close` throws it away. */
export async function registerWith(
  database: Database,
  seq: number,
  more: readonly Thing[],
): Promise<{ database: Database; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'ropewalk-as-of-'))
  const made = openScratch(join(folder, 'register.db'), (fill) =>
    filled(database, { seq, more }, fill),
  )
  try {
    return { database: await made, close: () => forget(made, folder) }
  } catch (error) {
    await forget(made, folder)
    throw error
  }
}

/** Closes and removes what is kept of earlier days. */
export async function forgetEarlierDays(database: Database): Promise<void> {
  for (const { database: before, folder } of keptBy.get(database)?.values() ?? [])
    await forget(before, folder)
  keptBy.delete(database)
}

// Someone may still read it: a file that is removed stays readable until it is closed.
async function forget(database: Promise<Database>, folder: string) {
  await database.then(
    (opened) => opened.close(),
    () => undefined,
  )
  await rm(folder, { recursive: true, force: true })
}

type Wanted = { seq: number; more?: readonly Thing[] }

const filled = (
  { reading, tables, engine }: Database,
  { seq, more = [] }: Wanted,
  fill: Fill,
): Promise<void> =>
  reading(async (db) => {
    const register = { db, tables, engine }
    for await (const things of thingsAt(register, seq)) {
      for (const [record, after] of things) put(record, after)
      await setImmediate()
    }
    for (const [record, after] of more) put(record, after)
    await fillAccess(register, seq, fill)

    function put(record: string, after: Values) {
      const noun = nounOf(record)
      if (noun) {
        const whole = wholeOf(noun, after)
        for (const [table, rows] of tableRowsOf(sqlite, noun, whole)) fill(table, rows)
        fill.search(noun, whole.id, searchText(noun, whole))
      }
      const other = others.find(([key]) => record.startsWith(key))
      if (other) fill(...other[1](after, record.slice(other[0].length)))
    }
  })

type Values = Readonly<Record<string, unknown>>
type Filled = readonly [table: unknown, rows: readonly Values[]]

/** What else of the log stands in an earlier register: by what its key begins with, in which table and as which rows. */
const others: readonly (readonly [key: string, rows: (after: Values, id: string) => Filled])[] = [
  [snapshotKey(''), (after) => [sqlite.snapshots, [after]]],
  [acceptanceKey(''), (after) => [sqlite.acceptances, [after]]],
  [referenceKey(''), (after) => [sqlite.referenceData, [after]]],
  [approvalKey(''), (after) => [sqlite.approvals, [after]]],
  [reviewKey(''), (after) => [sqlite.reviews, [after]]],
  [settingKey(''), (after) => [sqlite.settings, [after]]],
  [mailKey(''), (after) => [sqlite.mails, [rowOfTold(after)]]],
  [subscriptionKey(''), (after) => [sqlite.subscriptions, [{ createdAt: '', ...after }]]],
  [factorKey(''), (after, userId) => [sqlite.secondFactors, factorRows(after, userId)]],
  [deliveryKey(''), (after) => [sqlite.noticeDeliveries, [after]]],
  [`${changePrefix}-`, (after) => [sqlite.supplierChanges, [after]]],
  [`${objectionPrefix}-`, (after) => [sqlite.objections, [after]]],
  ['US-', (after) => [sqlite.users, [{ updatedAt: '', lastSignInAt: null, ...after }]]],
]

const factorRows = ({ secondFactor }: Values, userId: string): Values[] =>
  secondFactor === 'on' ? [{ userId, secret: '', createdAt: '', confirmedAt: '' }] : []

const standsEarlier = (record: string): boolean =>
  nounOf(record) !== undefined || others.some(([key]) => record.startsWith(key))

/** Something by what the log calls it, and its whole state. */
export type Thing = readonly [record: string, after: NonNullable<State['after']>]

// States that are parsed live no longer than the youngest generation of objects.
const atOnce = 100

/** Everything that stood then, by what the log calls it, in the order of its last entries; some at a time. */
async function* thingsAt(register: Register, seq: number): AsyncGenerator<Thing[]> {
  const { db, tables } = register
  const newest = await db.rows<{ record: string; seq: number }>(
    sql`select record, max(seq) as seq from ${tables.entries} where seq <= ${seq} group by record order by max(seq)`,
  )
  const standing = newest.filter(({ record }) => standsEarlier(record))
  const when = await erasureDays({ db, tables })
  for (let start = 0; start < standing.length; start += atOnce) {
    const some = standing.slice(start, start + atOnce)
    const texts = await statesAt(
      register,
      some.map((each) => each.seq),
    )
    yield some.flatMap(({ record, seq }): Thing[] => {
      const after = withErasures(record, keptStateOf(texts.get(seq) ?? ''), when)
      return after ? [[record, after]] : []
    })
  }
}

const withPassword =
  "('people.createFirst', 'people.acceptInvitation', 'people.resetPassword', 'people.add', 'people.replacePassword', 'people.changeOwnPassword')"

/** Who had a password by then, and when each person last signed in: the access list tells both. */
async function fillAccess({ db, tables }: Register, seq: number, fill: Fill): Promise<void> {
  const { entries } = tables
  const rows = await db.rows<{ userId: string; signedIn: string | null; password: string | null }>(
    sql`select about as "userId", max(case when verb = 'people.signIn' then at end) as "signedIn", max(case when verb in ${sql.raw(withPassword)} then at end) as password from ${entries} where seq <= ${seq} and about like 'US-%' group by about`,
  )
  for (const { userId, signedIn, password } of rows) {
    if (password) fill(sqlite.passwords, [{ userId, hash: '', changedAt: password }])
    if (signedIn) fill.signedIn(userId, signedIn)
  }
}
