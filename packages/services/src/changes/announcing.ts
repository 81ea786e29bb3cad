import { partOf, statusAnnounced } from '@ropewalk/domain/changes/after.ts'
import { changeFields } from '@ropewalk/domain/changes/change-fields.ts'
import { isHeld } from '@ropewalk/domain/changes/held.ts'
import { noticeBytes } from '@ropewalk/domain/changes/notice-text.ts'
import { type PublicChange, publicChange } from '@ropewalk/domain/changes/public-change.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import { canonicalText } from '@ropewalk/log/canonical.ts'
import * as z from 'zod'
import type { Change } from '../history.ts'
import { forgetJudgements } from '../judging.ts'
import { hexOf } from '../log/hash.ts'
import { reading, type Told, type Work, writing } from '../verb.ts'
import { draftAt } from './drafting.ts'
import { type Prepared, preparedIn, suppliersIn } from './prepared.ts'
import { changeRefusals, isMendedByReason, refuseUnready } from './refusals.ts'
import { statusWritten } from './status-written.ts'
import { changeAt, foundChange, keptChange } from './stored.ts'
import { effectIn } from './taking-effect.ts'
import { tellRecipients } from './telling.ts'

export type Preview = {
  change: SupplierChange
  /** As the page, the feeds and the mails would tell it if it were announced today. */
  notice: PublicChange
  impact: Prepared['impact']
  deadlines: Prepared['deadlines']
  /** What keeps it from being announced, if anything does. */
  refusal: (Pick<Refusal, 'text' | 'values' | 'field'> & { mendedByReason: boolean }) | null
  /** Stands for exactly this text: what was previewed is what is announced. */
  seal: string
}

/** What announcing a draft would say, to whom, and what still keeps it from being announced. */
export const previewChange = reading(
  { permission: 'register:read' },
  z.strictObject({ id: recordId }),
  async (work, { id }): Promise<Preview> => {
    const change = await foundChange(work, id)
    const prepared = await preparedIn(work, change)
    const notice = noticeOf(announcedFrom(work, change, prepared), prepared.deadlines)
    const refusal = await refuseUnready(work, change, prepared).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Refusal)
          return {
            ...{ text: error.text, values: error.values, field: error.field },
            mendedByReason: isMendedByReason(error),
          }
        throw error
      },
    )
    const { impact, deadlines } = prepared
    return { change, notice, impact, deadlines, refusal, seal: sealOf(notice) }
  },
)

const reason = lines(limits.reason)

/** Tells the public and every recipient. Refused while a promise of notice would be broken, unless a reason says why. */
export const announceChange = writing(
  { verb: 'changes.announce', permission: 'register:publish', fields: changeFields },
  z.strictObject({
    id: recordId,
    version: versionRead,
    seal: z.string().max(64).optional(),
    overrideReason: reason.optional(),
  }),
  async (work, { seal, overrideReason = '', ...at }) => {
    const draft = { ...(await draftAt(work, at)), overrideReason }
    return announcedIn(work, draft, { seal })
  },
)

/**
 * The announcement of a draft: its own state, the status of its suppliers, then whom it is told to. What is announced
 * for today takes effect with it.
 */
export async function announcedIn(
  work: Work,
  draft: SupplierChange,
  { seal, behind = 0 }: { seal?: string | undefined; behind?: number },
): Promise<Told<SupplierChange> & { change: readonly Change[] }> {
  const prepared = await preparedIn(work, draft)
  await refuseUnready(work, draft, prepared)
  const announced = announcedFrom(work, draft, prepared)
  if (seal !== undefined && seal !== sealOf(noticeOf(announced, prepared.deadlines)))
    throw new Refusal('CONFLICT', changeRefusals.moved)
  const kept = await keptChange(work, draft, announced)
  await forgetJudgements(work, 'subProcessor', prepared.suppliers)
  const records = await statusWritten(work, prepared.suppliers, kept.after.id, ({ id }) =>
    statusAnnounced(partOf(draft, id), work.today),
  )
  const change: Change[] = [kept, ...records]
  const afterwards = () => tellRecipients(work, kept.after, { step: 'announced' })
  if (kept.after.effectiveOn !== work.today || isHeld(kept.after))
    return { change, result: kept.after, afterwards }
  const effect = await effectIn(work, kept.after, behind + change.length)
  return {
    change: [...change, ...effect.effects],
    result: effect.after,
    async afterwards() {
      await afterwards()
      await effect.afterwards()
    },
  }
}

function announcedFrom(
  work: Work,
  change: SupplierChange,
  { facts, former, impact, deadlines, organisation }: Prepared,
): SupplierChange {
  const announced: SupplierChange = {
    ...change,
    ...{ state: 'announced', announcedOn: work.today, objectionDeadline: deadlines.objectUntil },
    ...{ facts, former, updatedAt: work.now },
    told: impact.recipients.map(({ contacts: _, contract: __, aClass: ___, ...told }) => told),
  }
  const bytes = noticeBytes(noticeOf(announced, deadlines), organisation?.name ?? '')
  return { ...announced, textSha256: hexOf(bytes) }
}

/** A draft without a day is shown as if it took effect on the first day it may. */
function noticeOf(
  change: SupplierChange,
  { earliest }: Pick<Prepared['deadlines'], 'earliest'>,
): PublicChange {
  const effectiveOn = change.effectiveOn ?? earliest
  const notice = publicChange({ ...change, state: 'announced', effectiveOn })
  if (!notice) throw new Error('a change without its days was announced')
  return notice
}

const sealOf = ({ updatedAt: _, held: __, ...notice }: PublicChange): string =>
  hexOf(canonicalText(notice))

/** Takes an announced change back before it takes effect; the public is told that it will not. */
export const withdrawChange = writing(
  { verb: 'changes.withdraw', permission: 'register:publish', fields: changeFields },
  z.strictObject({ id: recordId, version: versionRead, reason: reason.pipe(z.string().min(1)) }),
  async (work, { reason: why, ...at }) => {
    const before = await changeAt(work, at)
    if (before.state !== 'announced')
      throw new Refusal('INVALID', changeRefusals.notAnnounced, { values: { id: at.id } })
    const kept = await keptChange(work, before, {
      ...{ state: 'withdrawn', withdrawnOn: work.today, withdrawalReason: why, reason: why },
    })
    const suppliers = await suppliersIn(work, before)
    await forgetJudgements(work, 'subProcessor', suppliers)
    const records = await statusWritten(work, suppliers, before.id, ({ id }) => {
      const former = before.former.find(({ subProcessorId }) => subProcessorId === id)
      if (!former || partOf(before, id) === 'stays') return {}
      const { subProcessorId: _, ...dates } = former
      return dates
    })
    return {
      change: [kept, ...records],
      result: kept.after,
      afterwards: () => tellRecipients(work, kept.after, { step: 'withdrawn' }),
    }
  },
)
