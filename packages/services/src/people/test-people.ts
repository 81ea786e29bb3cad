import { argon2Sync } from 'node:crypto'
import type { Database } from '@ropewalk/db/database.ts'
import type { Actor, Role } from '@ropewalk/domain/permissions.ts'
import { Secret, TOTP } from 'otpauth'
import { entriesWhere, withBefore } from '../log/entries.ts'
import { contextOf, testSecret } from '../test-contexts.ts'
import type { Context } from '../verb.ts'
import { invitePerson } from './invite.ts'
import { beginSecondFactor, confirmSecondFactor } from './own-second-factor.ts'
import type { CodeAwaited } from './pending-sign-in.ts'
import { actorOf, personOf, type User } from './person.ts'
import { nowhere } from './sessions.ts'
import type { SignedIn } from './sign-in.ts'

export const password = 'correct horse battery staple'
export const entrance = { secret: testSecret, from: nowhere }
export const system: Actor = { kind: 'system', id: 'system', name: 'root' }

// Of the kind that is kept, but cheap to look at: most tests are not about its strength.
const salt = Buffer.from('a salt for tests')
const cheap = { memory: 8, passes: 1, parallelism: 1, tagLength: 32 }
const tag = argon2Sync('argon2id', { message: password, nonce: salt, ...cheap })
const bare = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
const hash = `$argon2id$v=19$m=8,t=1,p=1$${bare(salt)}$${bare(tag)}`

/** A person who can sign in with `password`. */
export async function somebody(
  database: Database,
  email: string,
  ...roles: Role[]
): Promise<{ user: User; actor: Actor }> {
  const name = email.split('@')[0] ?? email
  const { id } = await invitePerson.run(contextOf(database, system), {
    email,
    name,
    roles: roles.length > 0 ? roles : ['editor'],
  })
  const kept = { userId: id, hash, changedAt: '2026-11-24T15:00:00.000Z' }
  const { passwords, singleUseLinks } = database.tables
  await database.writing(async (db) => {
    await db.insert(passwords).values(kept)
    await db.delete(singleUseLinks)
  })
  const user = await userOf(database, id)
  return { user, actor: actorOf(user) }
}

export const userOf = (database: Database, id: string): Promise<User> =>
  database.reading((db) => personOf({ db, tables: database.tables }, id))

/** Every line of history, oldest first. */
export const linesIn = (database: Database) =>
  database.reading(async (db) => {
    const reach = { db, tables: database.tables }
    const entries = await withBefore(reach, await entriesWhere(reach, undefined, 10_000))
    return entries.toReversed().map(({ entry, before }) => ({
      ...entry,
      recordId: entry.about,
      actorName: entry.state.who,
      reason: entry.state.reason,
      before: before?.state.after ?? null,
      after: entry.state.after,
    }))
  })

export const lastLine = async (database: Database) => (await linesIn(database)).at(-1)

/** A context whose clock the test moves. */
export function movingClock(database: Database, actor: Actor) {
  let at = Date.parse('2026-11-24T15:00:00.000Z')
  const context: Context = { ...contextOf(database, actor), now: () => new Date(at) }
  return {
    context,
    pass: (seconds: number) => {
      at += seconds * 1000
    },
    now: () => new Date(at),
  }
}

/** What opens when no code is asked for. */
export async function opened(entering: Promise<SignedIn | CodeAwaited>): Promise<SignedIn> {
  const entered = await entering
  if ('session' in entered) return entered
  throw new Error('a code is awaited')
}

/** The code of an app at a moment of the test. */
export const codeAt = (secret: string, at: Date): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() })

/** Turns a second factor on for a person, as of the clock of the context; gives the secret and the recovery codes. */
export async function enrolled(
  context: Context,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await beginSecondFactor.run(context, undefined)
  const code = codeAt(secret, context.now())
  return { secret, ...(await confirmSecondFactor.run(context, { code })) }
}
