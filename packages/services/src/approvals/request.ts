import { limits } from '@ropewalk/domain/limits.ts'
import { can } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import { inArray } from 'drizzle-orm'
import * as z from 'zod'
import { actorOf, isOpen } from '../people/person.ts'
import { foundAt } from '../records/reads.ts'
import { type Work, writing } from '../verb.ts'
import { changeRound, contentHashOf, newRound, roundsOf, toldRound } from './rounds.ts'
import { nounOfRecord } from './seen.ts'
import { approvalSettings, mayAnswer } from './settings.ts'

const refusals = {
  archived: both('{id} is archived.', '{id} est archivé.'),
  asked: both('Approval of {id} is asked for already.', 'L’approbation de {id} est déjà demandée.'),
  same: both(
    '{id} is approved exactly as it stands.',
    '{id} est déjà approuvé dans cet état exact.',
  ),
  notAsked: both('No approval of {id} is asked for.', 'Aucune approbation de {id} n’est demandée.'),
  notYours: both(
    'Only who asked, or a DPO, can withdraw this request.',
    'Seule la personne qui l’a faite, ou un DPD, peut retirer cette demande.',
  ),
  cannot: both(
    '{id} can neither approve nor sign: ask a DPO or who holds a sign-off title.',
    '{id} ne peut ni approuver ni signer : adressez-vous à un DPD ou à qui porte un titre de signature.',
  ),
}

const at = { id: recordId, version: versionRead }

/** The round of a record that is in review, or a refusal. */
export async function openRound(work: Work, id: string) {
  const round = (await roundsOf(work, id)).find(({ state }) => state === 'asked')
  if (!round) throw new Refusal('INVALID', refusals.notAsked, { values: { id } })
  return round
}

/** Asks for the approval of a record as it was read: of some people, or of whoever may give it. */
export const requestApproval = writing(
  { verb: 'approvals.request', permission: 'approval:request' },
  z.strictObject({
    ...at,
    from: z.array(z.string().max(40)).max(limits.texts).default([]),
    note: lines(limits.reason).default(''),
  }),
  async (work, { from, note, ...asked }) => {
    const { id } = asked
    const record = await foundAt(work, nounOfRecord(id), asked)
    if (record.archivedAt) throw new Refusal('INVALID', refusals.archived, { values: { id } })
    const rounds = await roundsOf(work, id)
    if (rounds.some(({ state }) => state === 'asked'))
      throw new Refusal('INVALID', refusals.asked, { values: { id } })
    const hash = contentHashOf(record)
    if (rounds.some(({ state, approvedHash }) => state === 'approved' && approvedHash === hash))
      throw new Refusal('INVALID', refusals.same, { values: { id } })
    const people = [...new Set(from)]
    await refuseWhoCannot(work, people)
    const after = await newRound(work, record, { asked: people, note })
    const { version } = record
    return {
      change: { ...toldRound({ before: null, after, version }), reason: note },
      result: after,
    }
  },
)

async function refuseWhoCannot(work: Work, ids: readonly string[]) {
  const { db, tables, today } = work
  const { users } = tables
  const people =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(users)
          .where(inArray(users.id, [...ids]))
  const settings = await approvalSettings(work)
  for (const id of ids) {
    const person = people.find((each) => each.id === id)
    const may = person && isOpen(person, today) && mayAnswer(actorOf(person), settings)
    if (!may) throw new Refusal('INVALID', refusals.cannot, { field: 'from', values: { id } })
  }
}

/** Takes a request back; what was signed of it falls with it. */
export const withdrawApproval = writing(
  { verb: 'approvals.withdraw', permission: 'approval:request' },
  z.strictObject({ id: recordId, comment: lines(limits.reason).default('') }),
  async (work, { id, comment }) => {
    nounOfRecord(id)
    const round = await openRound(work, id)
    const { actor, now } = work
    if (round.requestedBy !== actor.id && !can(actor, 'approval:give'))
      throw new Refusal('FORBIDDEN', refusals.notYours)
    const change = await changeRound(work, round, {
      version: round.requestedVersion,
      state: 'withdrawn',
      decidedBy: actor.id,
      decidedAt: now,
      comment,
    })
    return { change: { ...change, reason: comment }, result: change.after }
  },
)
