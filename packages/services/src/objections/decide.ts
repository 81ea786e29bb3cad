import {
  objectionFields as fields,
  isSettled,
  settledStates,
} from '@ropewalk/domain/changes/objection.ts'
import { publicChange } from '@ropewalk/domain/changes/public-change.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { foundChange } from '../changes/stored.ts'
import { openable, sealingKey } from '../people/sealed-secret.ts'
import { writing } from '../verb.ts'
import { tellDecision } from './mails.ts'
import { type Kept, objectionAt, objectionChange, toldObjection } from './stored.ts'

/**
 * What the DPO makes of an objection, in words that the objector is mailed. It may be decided anew: each decision is a
 * step of its history. `told`: whether it could be mailed; its step says where it could not, as when an earlier secret of
 * the installation sealed the address.
 */
export const decideObjection = writing(
  { verb: 'objections.decide', permission: 'objection:decide', fields },
  z.strictObject({
    id: recordId,
    version: versionRead,
    state: z.enum(['discussion', ...settledStates]),
    decision: lines(limits.prose).pipe(z.string().min(1)),
  }),
  async (work, { state, decision, ...at }) => {
    const { db, tables, actor, now, secret } = work
    const before = await objectionAt(work, at)
    const decided = isSettled(state)
    const after: Kept = {
      ...before,
      ...{ version: before.version + 1, state, decision, updatedAt: now },
      ...{ decidedAt: decided ? now : null, decidedBy: decided ? actor.name : '' },
    }
    await db.update(tables.objections).set(after).where(eq(tables.objections.id, after.id))
    const notice = publicChange(await foundChange(work, after.changeId))
    const address =
      notice && after.address !== null
        ? openable(sealingKey(secret, 'mail'), after.address, after.id)
        : undefined
    const told = address !== undefined
    return {
      change: objectionChange(before, after, reasonOf(decision, told)),
      result: { ...toldObjection(after), told },
      async afterwards() {
        if (notice && address !== undefined) await tellDecision(work, after, { notice, address })
      },
    }
  },
)

const notTold = ' (nobody could be mailed)'

function reasonOf(decision: string, told: boolean): string {
  if (told) return decision.slice(0, limits.reason).toWellFormed()
  return `${decision.slice(0, limits.reason - notTold.length).toWellFormed()}${notTold}`
}
