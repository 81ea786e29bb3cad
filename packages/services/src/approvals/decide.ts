import type { Signature } from '@ropewalk/domain/approvals/approval.ts'
import { requiredTitles } from '@ropewalk/domain/approvals/approval-settings.ts'
import { signedBy, signingRefusals } from '@ropewalk/domain/approvals/signing.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { can } from '@ropewalk/domain/permissions.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { foundAt } from '../records/reads.ts'
import { type Told, type Work, writing } from '../verb.ts'
import { openRound } from './request.ts'
import { changeRound, editorsSince, type Round, roundsOf } from './rounds.ts'
import { nounOfRecord, seenIn } from './seen.ts'
import { approvalSettings, mayAnswer } from './settings.ts'

const moved = both(
  'What you approve has changed since it was shown. Look at it again.',
  'Ce que vous approuvez a changé depuis son affichage. Regardez-le de nouveau.',
)

const seen = {
  id: recordId,
  /** Of the record, as its differences were seen. */
  version: versionRead,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The approved version that the differences were seen from; null before a first approval. */
  fromVersion: versionRead.nullable(),
}
const comment = lines(limits.reason).default('')
const Sign = z.strictObject({ ...seen, titleId: z.string().max(60).nullish(), comment })
type Asked = z.output<typeof Sign>

/** Approves a record as it was seen: a DPO, under a sign-off title where the settings ask for one. */
export const approveRecord = writing(
  { verb: 'approvals.approve', permission: 'approval:give' },
  Sign,
  (work, asked) => signIn(work, asked),
)

/** Signs one step of an approval under a title that the person holds. */
export const signApproval = writing(
  { verb: 'approvals.sign', permission: 'approval:sign' },
  Sign.extend({ titleId: z.string().min(1).max(60) }),
  (work, asked) => signIn(work, asked),
)

async function signIn(
  work: Work,
  { titleId = null, comment, ...asked }: Asked,
): Promise<Told<Round>> {
  const { id } = asked
  const noun = nounOfRecord(id)
  const record = await foundAt(work, noun, asked)
  const round = await openRound(work, id)
  const looked = await seenIn(work, record)
  if (looked.contentHash !== asked.contentHash || looked.fromVersion !== asked.fromVersion)
    throw new Refusal('CONFLICT', moved)
  const rules = await approvalSettings(work)
  const { actor } = work
  const editors = await editorsSince(work, id, looked.fromVersion ?? 0)
  const required = requiredTitles(rules, noun)
  const signed = signedBy({
    signer: { id: actor.id, mayApprove: can(actor, 'approval:give') },
    titleId,
    editors,
    signatures: round.signatures,
    rules,
    required,
  })
  if ('refused' in signed)
    throw new Refusal(
      signed.refused === 'fourEyes' || signed.refused === 'notHeld' ? 'FORBIDDEN' : 'INVALID',
      signingRefusals[signed.refused],
      {
        field: signed.refused === 'fourEyes' ? 'id' : 'titleId',
        values: {
          title: signed.title?.title ?? '',
          titles: required.map(({ title }) => title).join(', '),
        },
      },
    )
  const signature: Signature = {
    rowId: `${round.id}.${round.signatures.length + 1}`,
    by: actor.id,
    roles: 'roles' in actor ? actor.roles : [],
    titleId: signed.title?.id ?? null,
    title: signed.title?.title ?? '',
    comment,
    at: work.now,
    ...looked,
    edited: editors.has(actor.id),
  }
  const signatures = [...round.signatures, signature]
  const change = await changeRound(work, round, {
    version: record.version,
    signatures,
    ...(signed.complete ? approvedBy(work, record, looked.contentHash) : {}),
    selfApproved: signed.selfApproved,
  })
  const replaced = signed.complete ? await replacedBy(work, round, record) : []
  return { change: [{ ...change, reason: comment }, ...replaced], result: change.after }
}

const approvedBy = ({ actor, now }: Work, { version }: AnyRecord, approvedHash: string) =>
  ({
    state: 'approved',
    approvedVersion: version,
    approvedHash,
    decidedBy: actor.id,
    decidedAt: now,
  }) as const

/** An approval that stood until now stands no longer beside its successor. */
async function replacedBy(work: Work, round: Round, { version }: AnyRecord) {
  const stood = (await roundsOf(work, round.recordId)).filter(
    ({ id, state }) => state === 'approved' && id !== round.id,
  )
  return Promise.all(
    stood.map((each) =>
      changeRound(work, each, { version, verb: 'approvals.replace', state: 'replaced' }),
    ),
  )
}

/** Sends a request back with a comment on what is to be done. */
export const sendBackApproval = writing(
  { verb: 'approvals.sendBack', permission: 'approval:sign' },
  z.strictObject({
    id: recordId,
    version: versionRead,
    comment: lines(limits.reason).pipe(z.string().min(1)),
  }),
  async (work, { comment, ...asked }) => {
    const record = await foundAt(work, nounOfRecord(asked.id), asked)
    const round = await openRound(work, asked.id)
    await refuseWhoMayNot(work)
    const change = await changeRound(work, round, {
      version: record.version,
      state: 'sentBack',
      decidedBy: work.actor.id,
      decidedAt: work.now,
      comment,
    })
    return { change: { ...change, reason: comment }, result: change.after }
  },
)

const neither = both(
  'Only a DPO, or who holds a sign-off title, can send a request back.',
  'Seul un DPD, ou qui porte un titre de signature, peut renvoyer une demande.',
)

async function refuseWhoMayNot(work: Work) {
  if (!mayAnswer(work.actor, await approvalSettings(work))) throw new Refusal('FORBIDDEN', neither)
}
