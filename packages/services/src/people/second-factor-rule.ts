import { type Role, roles } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { factOf, keepFact } from '../facts.ts'
import { reading, type Work, writing } from '../verb.ts'
import { personFields } from './fields.ts'
import { confirmedFactor } from './second-factor.ts'

const refusals = {
  stale: both(
    'The roles were changed meanwhile: look again, then decide.',
    'Les rôles ont été modifiés entre-temps : revoyez-les, puis décidez.',
  ),
  yourself: both(
    'You would shut yourself out: turn on your own second factor first.',
    'Vous vous excluriez vous-même : activez d’abord votre propre second facteur.',
  ),
}

/** The roles that require a second factor; version 0 while nobody has decided. */
export type SecondFactorRule = { version: number; roles: Role[] }

/** What the log calls the rule, and the fact that keeps it. */
export const ruleKey = 'second-factor'
const kept = z.object({ version: z.int(), roles: z.array(z.enum(roles as [Role, ...Role[]])) })

/** The rule as the fact of the installation keeps it. */
const ruleIn = (fact: string | null | undefined): SecondFactorRule =>
  fact ? kept.parse(JSON.parse(fact)) : { version: 0, roles: [] }

export const requiredOf = (fact: string | null | undefined): readonly Role[] => ruleIn(fact).roles

const ruleOf = async (work: Work): Promise<SecondFactorRule> => ruleIn(await factOf(work, ruleKey))

/** The rule as it was decided; undefined while nobody has. */
export async function keptRule(reach: Pick<Work, 'db' | 'tables'>): Promise<unknown> {
  const fact = await factOf(reach, ruleKey)
  return fact === undefined ? undefined : JSON.parse(fact)
}

export const readSecondFactorRule = reading({ permission: 'access:read' }, z.unknown(), ruleOf)

/** Which roles require a second factor, from the next request on. Nobody shuts himself or herself out by it. */
export const changeSecondFactorRule = writing(
  {
    verb: 'people.changeSecondFactorRule',
    permission: 'people:manage',
    fields: personFields,
    fresh: true,
  },
  z.strictObject({
    version: z.int().min(0),
    roles: z.array(z.enum(roles as [Role, ...Role[]])).max(roles.length),
  }),
  async (work, given) => {
    const before = await ruleOf(work)
    if (before.version !== given.version)
      throw new Refusal('CONFLICT', refusals.stale, {
        details: { yours: given.version, theirs: before },
      })
    const { actor } = work
    const isMine = actor.kind === 'person' && actor.roles.some((role) => given.roles.includes(role))
    if (isMine && !(await confirmedFactor(work, actor.id)))
      throw new Refusal('INVALID', refusals.yourself, { field: 'roles' })
    const required = roles.filter((role) => given.roles.includes(role))
    const after: SecondFactorRule = { version: before.version + 1, roles: required }
    await keepFact(work, ruleKey, JSON.stringify(after))
    return { change: { of: ruleKey, before, after }, result: after }
  },
)
