import { invalidField } from '@ropewalk/domain/invalid.ts'
import * as z from 'zod'
import { type Work, writing } from '../verb.ts'
import { countTry, delayFromNow, forgetTries } from './delays.ts'
import { personFields, personLanguage, personName, typedPassword } from './fields.ts'
import { hashOfPassword, notYours, ownPassword, passwordTries } from './own-password.ts'
import { hashPassword, isPassword } from './password.ts'
import { refuseWeak } from './password-rules.ts'
import { changePerson, personOf, setPassword, told } from './person.ts'
import { prepared } from './prepared.ts'
import { changed } from './roles.ts'
import { endSessions, proofKey } from './sessions.ts'

const about = { permission: 'own-account:change', fields: personFields } as const

/** Takes the current password for a new one and ends one's other sessions. Wrong tries are delayed as at sign-in. */
export const changeOwnPassword = prepared(
  { verb: 'people.changeOwnPassword', ...about },
  z.strictObject({ current: typedPassword, next: typedPassword }),
  {
    async prepare(context, { current, next }) {
      const { user, hash } = await ownPassword(context)
      refuseWeak(next, { ...user, field: 'next' })
      await countTry(context, passwordTries(user.id))
      if (!(await isPassword(current, hash))) {
        await mistaken.run(context, user.id)
        throw invalidField('current', personFields.current.label, notYours)
      }
      return { was: hash, hash: await hashPassword(next) }
    },
    async run(work, { was, hash }) {
      const { id } = work.actor
      const user = await personOf(work, id)
      if ((await hashOfPassword(work, id)) !== was)
        throw invalidField('current', personFields.current.label, notYours)
      const set = await setPassword(work, id, hash)
      await endSessions(work, id, work.session)
      await forgetTries(work, passwordTries(id))
      return { change: [set, { of: id, before: told(user), after: told(user) }], result: {} }
    },
  },
)

/** A line of history for who tried, as at sign-in. */
const mistaken = writing(
  { verb: 'people.changeOwnPasswordRefused', ...about },
  z.custom<string>(),
  async (work, id) => {
    await delayFromNow(work, passwordTries(id))
    const record = proofKey(id)
    return { change: { of: id, record, before: null, after: { why: 'wrong' } }, result: null }
  },
)

/** The name that others see; history keeps the one that was. */
export const changeOwnName = writing(
  { verb: 'people.changeOwnName', ...about },
  z.strictObject({ name: personName }),
  async (work, { name }) => changeOwn(work, { name }),
)

export const changeOwnLanguage = writing(
  { verb: 'people.changeOwnLanguage', ...about },
  z.strictObject({ language: personLanguage }),
  async (work, { language }) => changeOwn(work, { language }),
)

async function changeOwn(work: Work, changes: { name: string } | { language: 'en' | 'fr' }) {
  const before = await personOf(work, work.actor.id)
  return changed(before, await changePerson(work, before, { version: before.version, ...changes }))
}
