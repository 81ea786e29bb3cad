import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { writing } from '../verb.ts'
import {
  lastDay,
  personEmail,
  personFields,
  personId,
  personLanguage,
  personName,
  personRoles,
} from './fields.ts'
import { mailLink } from './link-mail.ts'
import { byWhom, insertPerson, isOpen, personOf, told, type User } from './person.ts'
import { linkFor } from './single-use-link.ts'

const closed = both(
  'This account is disabled or its last day is past: enable it first.',
  'Ce compte est désactivé ou son dernier jour est passé : réactivez-le d’abord.',
)
const past = both('The last day is past.', 'Le dernier jour est passé.')

/** What is asked of a new person; roles at least one, the last day optional. */
export const Person = z.strictObject({
  email: personEmail,
  name: personName,
  roles: personRoles,
  language: personLanguage.optional(),
  expiresOn: lastDay.optional(),
})

/**
 * A new person without a password, and the link to set one; `mailed` tells whether a mail server takes it, else it must
 * be handed over. Refuses an address that has an account.
 */
export const invitePerson = writing(
  { verb: 'people.invite', permission: 'people:manage', fields: personFields, fresh: true },
  Person,
  async (work, input) => {
    refusePast(input.expiresOn, work.today)
    const user = await insertPerson(work, input, byWhom(work.actor))
    const { link: made, bound } = await linkFor(work, user)
    const link = { ...addressee(user), ...made }
    const mailed = await mailLink(work, link)
    const change = { of: user.id, before: null, after: told(user) }
    return { change: [bound, change], result: { ...link, mailed } }
  },
)

/** A new link to set a password: an invitation for who has none yet. It voids the one before. */
export const makeResetLink = writing(
  { verb: 'people.resetLink', permission: 'people:manage', fields: personFields, fresh: true },
  z.strictObject({ id: personId }),
  async (work, { id }) => {
    const user = await personOf(work, id)
    if (!isOpen(user, work.today)) throw new Refusal('INVALID', closed, { field: 'id' })
    const { link: made, bound } = await linkFor(work, user)
    const link = { ...addressee(user), ...made }
    const mailed = await mailLink(work, link)
    const after = { link: link.kind, expiresAt: link.expiresAt }
    return {
      change: [bound, { of: id, record: `link for ${id}`, before: null, after }],
      result: { ...link, mailed },
    }
  },
)

const addressee = ({ id, name, email, language }: User) => ({ id, name, email, language })

export function refusePast(day: string | null | undefined, today: string): void {
  if (day && day < today) throw new Refusal('INVALID', past, { field: 'expiresOn' })
}
