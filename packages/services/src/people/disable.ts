import { versionRead } from '@ropewalk/domain/schema.ts'
import { and, eq, isNull } from 'drizzle-orm'
import * as z from 'zod'
import { type Work, writing } from '../verb.ts'
import { personFields, personId } from './fields.ts'
import { changePerson, personOf, told } from './person.ts'
import { changed, refuseLastAdmin } from './roles.ts'
import { endSessions } from './sessions.ts'

const about = { permission: 'people:manage', fields: personFields } as const
const Which = z.strictObject({ id: personId, version: versionRead })

/** Ends every session of a person, revokes the tokens and voids the links. The last administrator stays. */
export const disablePerson = writing(
  { verb: 'people.disable', fresh: true, ...about },
  Which,
  async (work, { id, version }) => {
    const before = await personOf(work, id)
    await refuseLastAdmin(work, before)
    const disabledAt = before.disabledAt ?? work.now
    const after = await changePerson(work, before, { version, disabledAt })
    await endSessions(work, id)
    const { singleUseLinks } = work.tables
    await work.db.delete(singleUseLinks).where(eq(singleUseLinks.userId, id))
    const tokens = await revokeTokens(work, id)
    return {
      change: [
        { of: id, before: told(before), after: told(after) },
        ...tokens.map(({ id: token, label }) => ({
          of: token,
          verb: 'tokens.revoke',
          before: { label, person: id },
          after: null,
        })),
      ],
      result: after,
    }
  },
)

/** Lets a person sign in again, with the password that was. What was ended or revoked stays so. */
export const enablePerson = writing(
  { verb: 'people.enable', fresh: true, ...about },
  Which,
  async (work, { id, version }) => {
    const before = await personOf(work, id)
    return changed(before, await changePerson(work, before, { version, disabledAt: null }))
  },
)

function revokeTokens({ db, tables, now }: Work, userId: string) {
  const { tokens } = tables
  return db
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(eq(tokens.userId, userId), isNull(tokens.revokedAt)))
    .returning({ id: tokens.id, label: tokens.label })
}
