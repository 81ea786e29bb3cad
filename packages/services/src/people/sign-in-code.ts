import { publicActor } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import * as z from 'zod'
import { toldOnceAnHour } from '../log/repeats.ts'
import { accepted, type Context, type Work, writing } from '../verb.ts'
import { codeTries, wrongCodeAtTheDoor } from './code-tries.ts'
import { countTry, delayFromNow, forgetTries } from './delays.ts'
import { personFields, typedCode } from './fields.ts'
import { dropPending, pendingUser } from './pending-sign-in.ts'
import { actorOf, isOpen, personOf, type User } from './person.ts'
import { type SealingKey, sealingKey } from './sealed-secret.ts'
import {
  confirmedFactor,
  factorKey,
  isAppCode,
  takeCode,
  takeRecoveryCode,
  toldFactor,
} from './second-factor.ts'
import { type From, proofKey, sessionKey } from './sessions.ts'
import { type Entrance, recordedSession, refusalOf, type SignedIn, shownOf } from './sign-in.ts'

const Typed = z.strictObject({ pending: z.string().max(100), code: typedCode })

/**
 * The second step of a sign-in: a code of the app, or a recovery code, opens the session that the password did
 * not. Wrong codes are delayed as wrong passwords are, and told; they leave the first step as it was.
 */
export async function signInWithCode(
  context: Context,
  raw: unknown,
  { secret, from }: Entrance,
): Promise<SignedIn> {
  const { pending, code } = accepted(Typed, raw, personFields)
  const user = await whoAwaits(context, pending)
  const tell = (why: Turned['why']) =>
    turnedAway.run({ ...context, actor: publicActor }, { of: user.id, why })
  await countTry(context, codeTries(user.id), 'code').catch(async (trouble: unknown) => {
    if (trouble instanceof Refusal && trouble.code === 'TOO_MANY') await tell('delayed')
    throw trouble
  })
  const given: Entering = { user, pending, code, from, key: sealingKey(secret) }
  const done = await entered.run({ ...context, actor: actorOf(user) }, given)
  if (done) return done
  await tell('wrong')
  throw wrongCodeAtTheDoor()
}

const whoAwaits = ({ database, now }: Context, token: string) =>
  database.reading(async (db) => {
    const reach = { db, tables: database.tables, now: now().toISOString() }
    return personOf(reach, await pendingUser(reach, token))
  })

type Entering = { user: User; pending: string; code: string; from: From; key: SealingKey }

const entered = writing(
  { verb: 'people.signIn', permission: 'own-account:change' },
  z.custom<Entering>(),
  async (work, { user, pending, code, from, key }) => {
    const userId = await pendingUser(work, pending)
    if (!isOpen(await personOf(work, userId), work.today)) throw refusalOf('closed')
    const by = await taken(work, { userId, typed: code, key })
    if (!by) return { change: [], result: undefined }
    await dropPending(work, pending)
    await forgetTries(work, codeTries(userId))
    const session = await recordedSession(work, userId, from)
    const after = { session: session.id, by }
    const change = { of: userId, record: sessionKey(session.id), before: null, after }
    const used = {
      of: userId,
      record: factorKey(userId),
      verb: 'people.useRecoveryCode',
      before: null,
      after: await toldFactor(work, userId),
    }
    return {
      change: by === 'code' ? change : [used, change],
      result: { user: shownOf(user), session },
    }
  },
)

type Given = { userId: string; typed: string; key: SealingKey }

async function taken(work: Work, given: Given): Promise<'code' | 'recovery code' | undefined> {
  if (!(await confirmedFactor(work, given.userId))) return undefined
  if (isAppCode(given.typed)) return (await takeCode(work, given)) ? 'code' : undefined
  return (await takeRecoveryCode(work, given)) ? 'recovery code' : undefined
}

type Turned = { of: string; why: 'wrong' | 'delayed' }

const turnedAway = writing(
  { verb: 'people.codeRefused', permission: 'public:read' },
  z.custom<Turned>(),
  async (work, { of, why }) => {
    if (why !== 'delayed') await delayFromNow(work, codeTries(of))
    const act = {
      key: `code of ${of}`,
      of,
      record: proofKey(of),
      verb: 'people.codeRefused',
      after: { at: 'sign-in' },
      detail: { name: 'why', is: why },
    }
    return { change: await toldOnceAnHour(work, act), result: null }
  },
)
