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
import { sealingKey, unsealed } from '../people/sealed-secret.ts'
import { writing } from '../verb.ts'
import { tellDecision } from './mails.ts'
import { type Kept, objectionAt, objectionChange, toldObjection } from './stored.ts'

/**
 * What the DPO makes of an objection, in words that the objector is mailed. It may be decided anew: each decision is a
 * step of its history.
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
    return {
      change: objectionChange(before, after, decision.slice(0, limits.reason).toWellFormed()),
      result: toldObjection(after),
      async afterwards() {
        if (!notice || after.address === null) return
        const address = unsealed(sealingKey(secret, 'mail'), after.address, after.id)
        await tellDecision(work, after, { notice, address })
      },
    }
  },
)
