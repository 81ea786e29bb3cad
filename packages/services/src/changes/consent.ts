import { changeFields } from '@ropewalk/domain/changes/change-fields.ts'
import { isHeld } from '@ropewalk/domain/changes/held.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { type Told, type Work, writing } from '../verb.ts'
import { changeRefusals } from './refusals.ts'
import { changeAt, keptChange } from './stored.ts'
import { effectIn } from './taking-effect.ts'
import { tellRecipients } from './telling.ts'

const refusals = {
  notAsked: both(
    '{party} was not asked for an authorisation of {id}.',
    'Aucune autorisation de {id} n’a été demandée à {party}.',
  ),
}
const asked = { id: recordId, version: versionRead }
const about = { permission: 'register:publish' as const, fields: changeFields }

/** Records what a party with a specific authorisation answered, or that it stays on the old supplier. */
export const answerChange = writing(
  { ...about, verb: 'changes.answer' },
  z.strictObject({
    ...asked,
    party: recordId,
    answer: z.enum(['open', 'approved', 'refused']),
    stays: z.boolean().optional(),
    note: lines(limits.reason).optional(),
  }),
  async (work, { party, answer, stays = false, note = '', ...at }) => {
    const before = await announcedAt(work, at)
    if (!before.told.some((each) => each.party === party && each.answer !== null))
      throw new Refusal('INVALID', refusals.notAsked, {
        field: 'party',
        values: { party, id: at.id },
      })
    const answeredOn = answer === 'open' ? null : work.today
    const told = before.told.map((each) =>
      each.party === party ? { ...each, answer, stays, note, answeredOn } : each,
    )
    return released(work, before, { told })
  },
)

/** Lets a change take effect though an authorisation is open or refused; the reason stays in the ledger. */
export const overrideConsent = writing(
  { ...about, verb: 'changes.overrideConsent' },
  z.strictObject({ ...asked, reason: lines(limits.reason).pipe(z.string().min(1)) }),
  async (work, { reason, ...at }) => {
    const before = await announcedAt(work, at)
    return released(work, before, { consentReason: reason, reason })
  },
)

/** What was held past its day takes effect on the day that it is free: the public list did not switch before. */
async function released(
  work: Work,
  before: SupplierChange,
  parts: Partial<SupplierChange> & { reason?: string },
): Promise<Told<SupplierChange>> {
  const isFreed = isHeld(before) && !isHeld({ ...before, ...parts })
  const isLate = (before.effectiveOn ?? work.today) < work.today
  const day = isFreed && isLate ? { effectiveOn: work.today } : {}
  const kept = await keptChange(work, before, { ...parts, ...day })
  if (!isFreed || (kept.after.effectiveOn ?? '9') > work.today)
    return { change: [kept], result: kept.after }
  const { effects, after, afterwards } = await effectIn(work, kept.after, 1)
  const moved = { step: 'moved', movedFrom: before.effectiveOn } as const
  return {
    change: [kept, ...effects],
    result: after,
    async afterwards() {
      if (isLate) await tellRecipients(work, after, moved)
      await afterwards()
    },
  }
}

async function announcedAt(work: Work, at: { id: string; version: number }) {
  const change = await changeAt(work, at)
  if (change.state === 'announced') return change
  throw new Refusal('INVALID', changeRefusals.notAnnounced, { values: { id: at.id } })
}
