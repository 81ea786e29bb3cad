import { publicActor } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { line } from '@ropewalk/domain/schema.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { clockOf } from '../clock.ts'
import type { Change } from '../history.ts'
import { toldInThisHour, toldOnceAnHour } from '../log/repeats.ts'
import { accepted, type Context, type Work, writing } from '../verb.ts'
import { countTry, delayFromNow, forgetTries } from './delays.ts'
import { personFields, typedPassword } from './fields.ts'
import { isPassword } from './password.ts'
import { type CodeAwaited, openPending } from './pending-sign-in.ts'
import { actorOf, isOpen, type User } from './person.ts'
import { confirmedFactor } from './second-factor.ts'
import { addressHash } from './secrets.ts'
import { type From, opened, openSession, proofKey, sessionKey } from './sessions.ts'

const refusals = {
  wrong: both('The address or the password is wrong.', 'L’adresse ou le mot de passe est erroné.'),
  closed: both(
    'This account is disabled or its last day is past. Ask an administrator.',
    'Ce compte est désactivé ou son dernier jour est passé. Adressez-vous à un administrateur.',
  ),
}

export type SignedIn = {
  user: Pick<User, 'id' | 'name' | 'roles' | 'language'>
  session: { id: string; token: string }
}
/** The secret of the installation, and where the request came from. */
export type Entrance = { secret: string; from: From }

const Credentials = z.strictObject({ email: line(1_000), password: typedPassword })

/**
 * Opens a session, or for who has a second factor the step that awaits its code. An unknown address and a wrong
 * password get the same answer after the same work; a delayed address gets TOO_MANY, known or not. Each outcome is
 * told; the same refusal again within the hour is counted, and its sum told when the hour has ended.
 */
export async function signIn(
  context: Context,
  raw: unknown,
  { secret, from }: Entrance,
): Promise<SignedIn | CodeAwaited> {
  const typed = accepted(Credentials, raw, personFields)
  const email = typed.email.trim().toLowerCase()
  const address = addressHash(secret, email)
  const { user, hash, today } = await accountAt(context, email)
  const tell = (why: Turned['why']) =>
    turnedAway.run({ ...context, actor: publicActor }, { of: user?.id, address, why })
  await countTry(context, address).catch(async (trouble: unknown) => {
    if (trouble instanceof Refusal && trouble.code === 'TOO_MANY') await tell('delayed')
    throw trouble
  })
  const isRight = await isPassword(typed.password, hash)
  if (user && hash && isRight && isOpen(user, today))
    return entered.run({ ...context, actor: actorOf(user) }, { user, hash, address, from })
  const why = !isRight ? 'wrong' : 'closed'
  await tell(why)
  throw refusalOf(why)
}

export const refusalOf = (why: 'wrong' | 'closed') => {
  const text: Text = refusals[why]
  return new Refusal('UNAUTHORIZED', text)
}

function accountAt({ database, now }: Context, email: string) {
  const { tables, engine } = database
  const { users, passwords } = tables
  return database.reading(async (db) => {
    const { today } = await clockOf({ db, tables, engine }, now())
    const [found] = await db
      .select({ user: users, hash: passwords.hash })
      .from(users)
      .leftJoin(passwords, eq(passwords.userId, users.id))
      .where(eq(users.email, email))
    return { user: found?.user, hash: found?.hash ?? undefined, today }
  })
}

type Entering = { user: User; hash: string; address: string; from: From }

const entered = writing(
  { verb: 'people.signIn', permission: 'own-account:change' },
  z.custom<Entering>(),
  async (work, { user, hash, address, from }) => {
    await refuseChanged(work, user, hash)
    await forgetTries(work, address)
    return admitted(work, user, from)
  },
)

type Admitted = { change: Change; result: SignedIn | CodeAwaited }

/** Who proved to be this person gets a session, or where there is a second factor the step that awaits its code. */
export async function admitted(work: Work, user: User, from: From): Promise<Admitted> {
  if (await confirmedFactor(work, user.id)) {
    const after = { awaits: 'code' }
    return {
      change: {
        of: user.id,
        record: proofKey(user.id),
        verb: 'people.signInAwaitsCode',
        before: null,
        after,
      },
      result: await openPending(work, user.id),
    }
  }
  const session = await recordedSession(work, user.id, from)
  return {
    change: { ...opened(user.id, session.id), verb: 'people.signIn' },
    result: { user: shownOf(user), session },
  }
}

/** Opens a session and notes the day on the person. */
export async function recordedSession(work: Work, userId: string, from: From) {
  const { users } = work.tables
  await work.db.update(users).set({ lastSignInAt: work.now }).where(eq(users.id, userId))
  return openSession(work, userId, from)
}

export const shownOf = ({ id, name, roles, language }: User): SignedIn['user'] => ({
  id,
  name,
  roles,
  language,
})

// Hashing takes its time: meanwhile the password may have been changed, or the person disabled.
async function refuseChanged({ db, tables, today }: Work, { id }: User, hash: string) {
  const { users, passwords } = tables
  const [now] = await db
    .select({ user: users, hash: passwords.hash })
    .from(users)
    .innerJoin(passwords, eq(passwords.userId, users.id))
    .where(eq(users.id, id))
  if (now?.hash !== hash) throw refusalOf('wrong')
  if (!isOpen(now.user, today)) throw refusalOf('closed')
}

type Turned = { of: string | undefined; address: string; why: 'wrong' | 'closed' | 'delayed' }

/** How many unknown addresses an hour tells apart; tries at others are counted together. */
const unknownApart = 1_000

const turnedAway = writing(
  { verb: 'people.signInRefused', permission: 'public:read' },
  z.custom<Turned>(),
  async (work, { of = 'sign-in', address, why }) => {
    if (why !== 'delayed') await delayFromNow(work, address)
    const isKnown = of !== 'sign-in'
    // Asked for known addresses too: the answer takes as long.
    const isApart = await isToldApart(work, address)
    const typed = isKnown || isApart ? address : 'others'
    const act = {
      key: isKnown ? `sign-in of ${of}` : `${unknownKey}${typed}`,
      of,
      record: `sign-in ${typed}`,
      verb: 'people.signInRefused',
      after: { address: typed },
      detail: { name: 'why', is: why },
    }
    return { change: await toldOnceAnHour(work, act), result: null }
  },
)

const unknownKey = 'sign-in unknown '

async function isToldApart(work: Work, address: string): Promise<boolean> {
  const isTold = await toldInThisHour(work, `${unknownKey}${address}`)
  return isTold > 0 || (await toldInThisHour(work, unknownKey)) < unknownApart
}

/** Ends the session that the person asks from. */
export const signOut = writing(
  { verb: 'people.signOut', permission: 'own-account:change' },
  z.unknown(),
  async ({ db, tables, actor, session }) => {
    if (session !== undefined)
      await db.delete(tables.sessions).where(eq(tables.sessions.id, session))
    const record = sessionKey(session ?? '')
    return { change: { of: actor.id, record, before: { session }, after: null }, result: {} }
  },
)
