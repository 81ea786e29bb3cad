import type { Tables } from '@ropewalk/db/tables/tables.ts'
import { and, eq, isNotNull, lt } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { boundTo } from '../log/bound.ts'
import type { Work } from '../verb.ts'
import { type SealingKey, unsealed } from './sealed-secret.ts'
import { hashOf } from './secrets.ts'

type Reach = Pick<Work, 'db' | 'tables'>
type Factor = Tables['secondFactors']['$inferSelect']
type Given = { userId: string; typed: string; key: SealingKey }

/** RFC 6238 as every authenticator app takes it. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const
const window = 1
const recoveryCount = 10

/** A secret of 160 bits (RFC 4226, section 4), in base32 as apps take it. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The `otpauth://` address that an app scans. */
export const totpAddress = (secret: string, email: string): string =>
  new TOTP({ ...form, issuer: 'Ropewalk', label: email, secret }).toString()

export async function factorOf({ db, tables }: Reach, userId: string): Promise<Factor | undefined> {
  const { secondFactors } = tables
  const [found] = await db.select().from(secondFactors).where(eq(secondFactors.userId, userId))
  return found
}

/** The second factor that is asked for at sign-in; one that was only begun is none. */
export async function confirmedFactor(reach: Reach, userId: string): Promise<Factor | undefined> {
  const found = await factorOf(reach, userId)
  return found?.confirmedAt ? found : undefined
}

/** Whose second factor is confirmed. */
export async function withSecondFactor({ db, tables }: Reach): Promise<Set<string>> {
  const { secondFactors } = tables
  const found = await db
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(isNotNull(secondFactors.confirmedAt))
  return new Set(found.map(({ userId }) => userId))
}

/** Takes a code of the app, of this 30-second step or one beside it. False when it is wrong or its step was used. */
export async function takeCode(work: Work, { userId, typed, key }: Given): Promise<boolean> {
  const factor = await factorOf(work, userId)
  if (!factor) return false
  const secret = Secret.fromBase32(unsealed(key, factor.secret, userId))
  const timestamp = Date.parse(work.now)
  const delta = TOTP.validate({ ...form, window, token: plainCode(typed), secret, timestamp })
  if (delta === null) return false
  const lastStep = TOTP.counter({ period: form.period, timestamp }) + delta
  const { secondFactors } = work.tables
  const taken = await work.db
    .update(secondFactors)
    .set({ lastStep })
    .where(and(eq(secondFactors.userId, userId), lt(secondFactors.lastStep, lastStep)))
    .returning({ userId: secondFactors.userId })
  return taken.length > 0
}

/** Takes a recovery code away: of two who give it at once, one is refused. */
export async function takeRecoveryCode(
  { db, tables }: Reach,
  { userId, typed }: Omit<Given, 'key'>,
): Promise<boolean> {
  const { recoveryCodes } = tables
  const taken = await db
    .delete(recoveryCodes)
    .where(eq(recoveryCodes.codeHash, recoveryHash(userId, typed)))
    .returning({ userId: recoveryCodes.userId })
  return taken.length > 0
}

/** Ten new recovery codes of 80 bits, shown this once; those of before no longer work. */
export async function newRecoveryCodes({ db, tables }: Reach, userId: string): Promise<string[]> {
  const { recoveryCodes } = tables
  const codes = Array.from({ length: recoveryCount }, newRecoveryCode)
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ codeHash: recoveryHash(userId, code), userId })))
  return codes
}

export const recoveryCodesLeft = ({ db, tables }: Reach, userId: string): Promise<number> =>
  db.$count(tables.recoveryCodes, eq(tables.recoveryCodes.userId, userId))

/** Takes the second factor away, with its recovery codes. */
export async function dropFactor({ db, tables }: Reach, userId: string): Promise<void> {
  const { secondFactors, recoveryCodes } = tables
  await db.delete(secondFactors).where(eq(secondFactors.userId, userId))
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
}

/** Six digits are a code of the app; anything else is taken as a recovery code. */
export const isAppCode = (typed: string): boolean => /^\d{6}$/.test(plainCode(typed))

const plainCode = (typed: string) => typed.replaceAll(/[\s-]/g, '').toUpperCase()

const newRecoveryCode = () => new Secret({ size: 10 }).base32.replaceAll(/.{4}(?=.)/g, '$&-')

const recoveryHash = (userId: string, typed: string) =>
  hashOf(`recovery code\0${userId}\0${plainCode(typed)}`)

/** What the log keeps of a second factor: neither its secret nor its codes, but what binds it to both. */
type ToldFactor = {
  secondFactor: 'on' | 'begun' | 'off'
  since: string | null
  recoveryCodes: number
  bound: string
}

/** The second factor of one person as the log keeps it; null when there is none. */
export const toldFactor = async (reach: Reach, userId: string): Promise<ToldFactor | null> =>
  (await toldFactors(reach, userId)).find((each) => each.userId === userId)?.state ?? null

/** Of everybody who has one or has recovery codes. The step last taken is not bound: it changes with each code. */
export async function toldFactors(
  { db, tables }: Reach,
  userId?: string,
): Promise<{ userId: string; state: ToldFactor }[]> {
  const { secondFactors, recoveryCodes } = tables
  const theirs = (table: { userId: typeof secondFactors.userId }) =>
    userId === undefined ? undefined : eq(table.userId, userId)
  const factors = await db.select().from(secondFactors).where(theirs(secondFactors))
  const codes = await db
    .select()
    .from(recoveryCodes)
    .where(theirs(recoveryCodes as never))
  const people = new Set([...factors, ...codes].map((row) => row.userId))
  return [...people].map((id) => {
    const factor = factors.find((row) => row.userId === id)
    const hashes = codes.flatMap((row) => (row.userId === id ? [row.codeHash] : [])).sort()
    return { userId: id, state: stateOfFactor(factor, hashes) }
  })
}

const stateOfFactor = (factor: Factor | undefined, hashes: readonly string[]): ToldFactor => ({
  secondFactor: factor ? (factor.confirmedAt ? 'on' : 'begun') : 'off',
  since: factor?.confirmedAt ?? null,
  recoveryCodes: hashes.length,
  bound: boundTo(factor?.secret ?? '', ...hashes),
})

/** What the log calls the second factor of a person. */
export const factorKey = (id: string): string => `second factor ${id}`
