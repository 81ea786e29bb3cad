import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { writing } from '../verb.ts'
import { codeTries } from './code-tries.ts'
import { forgetTries } from './delays.ts'
import { personFields, personId } from './fields.ts'
import { personOf } from './person.ts'
import { dropFactor, factorKey, factorOf } from './second-factor.ts'
import { endSessions } from './sessions.ts'

const refusals = {
  yours: both(
    'Your own is turned off under Your account, with a code.',
    'Le vôtre se désactive sous Votre compte, avec un code.',
  ),
  none: both('{name} has no second factor.', '{name} n’a pas de second facteur.'),
}

/** Takes away the second factor of somebody who lost it, with the recovery codes; the sessions of that person end. */
export const resetSecondFactor = writing(
  {
    verb: 'people.resetSecondFactor',
    permission: 'people:manage',
    fields: personFields,
    fresh: true,
  },
  z.strictObject({ id: personId }),
  async (work, { id }) => {
    if (id === work.actor.id) throw new Refusal('INVALID', refusals.yours, { field: 'id' })
    const { name } = await personOf(work, id)
    if (!(await factorOf(work, id)))
      throw new Refusal('INVALID', refusals.none, { values: { name }, field: 'id' })
    await dropFactor(work, id)
    await endSessions(work, id)
    await forgetTries(work, codeTries(id))
    const change = {
      of: id,
      record: factorKey(id),
      before: { secondFactor: 'on' },
      after: null,
    }
    return { change, result: { id, name } }
  },
)
