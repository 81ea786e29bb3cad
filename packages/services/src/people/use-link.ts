import { firstAccountLink } from '@ropewalk/domain/account-origin.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { accepted, type Context, reading, type Work, writing } from '../verb.ts'
import { forgetTries } from './delays.ts'
import { personEmail, personFields, personLanguage, personName, typedPassword } from './fields.ts'
import { hashPassword } from './password.ts'
import { refuseWeak } from './password-rules.ts'
import type { CodeAwaited } from './pending-sign-in.ts'
import {
  actorOf,
  hasPeople,
  insertPerson,
  isOpen,
  personOf,
  setPassword,
  told,
  type User,
} from './person.ts'
import { addressHash } from './secrets.ts'
import { endSessions, type From } from './sessions.ts'
import { admitted, type Entrance, type SignedIn } from './sign-in.ts'
import { type LinkKind, linkAt, linkUsed, refuseGone, takeLink } from './single-use-link.ts'

const refusals = {
  closed: both(
    'This account is disabled or its last day is past. Ask an administrator.',
    'Ce compte est désactivé ou son dernier jour est passé. Adressez-vous à un administrateur.',
  ),
  who: both(
    'The first account needs a name and an e-mail address.',
    'Le premier compte demande un nom et une adresse électronique.',
  ),
}

const token = z.string().max(100)

/** What a link is for, without using it: its kind, and whose account it opens (nobody's for the first). */
export const readLink = reading(
  { permission: 'public:read' },
  z.strictObject({ token }),
  async (work, input) => {
    const { kind, userId, expiresAt } = await linkAt(work, input.token)
    const user = userId === null ? undefined : await openPerson(work, userId)
    return { kind, expiresAt, name: user?.name ?? '', email: user?.email ?? '' }
  },
)

const Use = z.strictObject({
  token,
  password: typedPassword,
  name: personName.optional(),
  email: personEmail.optional(),
  language: personLanguage.optional(),
})

/**
 * Sets the password that a link is for, makes the first account with roles admin and dpo, and signs in.
 * Who has a second factor is still asked for its code. Every other session of the person ends. Refuses a weak password and leaves the link as it was.
 */
export async function useLink(
  context: Context,
  raw: unknown,
  { secret, from }: Entrance,
): Promise<SignedIn | CodeAwaited> {
  const input = accepted(Use, raw, personFields)
  const link = await aboutLink.run({ ...context, actor: publicActor }, { token: input.token })
  const who = { ...(link.user ?? firstPerson(input)), language: input.language }
  refuseWeak(input.password, who)
  const hash = await hashPassword(input.password)
  const actor = link.user ? actorOf(link.user) : publicActor
  const address = addressHash(secret, who.email)
  return used.run({ ...context, actor }, { token: input.token, who, hash, address, from })
}

const aboutLink = reading(
  { permission: 'public:read' },
  z.strictObject({ token }),
  async (work, input) => {
    const { userId } = await linkAt(work, input.token)
    return { user: userId === null ? undefined : await openPerson(work, userId) }
  },
)

async function openPerson(work: Work, id: string): Promise<User> {
  const user = await personOf(work, id)
  if (isOpen(user, work.today)) return user
  throw new Refusal('FORBIDDEN', refusals.closed)
}

function firstPerson({ name, email }: z.output<typeof Use>) {
  if (name !== undefined && email !== undefined) return { name, email }
  throw new Refusal('INVALID', refusals.who, { field: name === undefined ? 'name' : 'email' })
}

type Using = {
  token: string
  who: { name: string; email: string; language: User['language'] | undefined }
  hash: string
  address: string
  from: From
}

const verbs: Record<LinkKind, string> = {
  first: 'people.createFirst',
  invitation: 'people.acceptInvitation',
  reset: 'people.resetPassword',
}

const used = writing(
  { verb: 'people.useLink', permission: 'public:read' },
  z.custom<Using>(),
  async (work, { token, who, hash, address, from }) => {
    const link = await takeLink(work, token)
    const { kind, userId } = link
    const user = userId === null ? await makeFirst(work, who) : await openPerson(work, userId)
    const set = await setPassword(work, user.id, hash)
    await endSessions(work, user.id)
    await forgetTries(work, address)
    const { change, result } = await admitted(work, user, from)
    const of = user.id
    return {
      change: [
        linkUsed(link, of),
        set,
        { of, verb: verbs[kind], before: userId === null ? null : told(user), after: told(user) },
        change,
      ],
      result,
    }
  },
)

async function makeFirst(work: Work, who: Using['who']): Promise<User> {
  if (await hasPeople(work)) refuseGone()
  return insertPerson(work, { ...who, roles: ['admin', 'dpo'] }, firstAccountLink)
}
