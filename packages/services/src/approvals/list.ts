import { approvalStateOf, roundStates } from '@ropewalk/domain/approvals/approval.ts'
import { requiredTitles } from '@ropewalk/domain/approvals/approval-settings.ts'
import { recordId } from '@ropewalk/domain/schema.ts'
import { desc, eq } from 'drizzle-orm'
import * as z from 'zod'
import { namesOf } from '../links.ts'
import { peopleNames } from '../people/names.ts'
import { actorOf, isOpen } from '../people/person.ts'
import { found } from '../records/reads.ts'
import { reading, type Work } from '../verb.ts'
import { contentHashOf, editorsSince, lastApproved, type Round, roundsOf } from './rounds.ts'
import { nounOfRecord } from './seen.ts'
import { approvalSettings, mayAnswer } from './settings.ts'

const about = { permission: 'register:read' } as const

/** The approvals: `pending` in review, `mine` those that I am asked for or asked for, `all` of them; newest first. */
export const listApprovals = reading(
  about,
  z.strictObject({
    which: z.enum(['pending', 'mine', 'all']),
    state: z.enum(Object.keys(roundStates) as (keyof typeof roundStates)[]).optional(),
    offset: z.int().min(0).max(1_000_000).optional(),
    limit: z.int().min(1).max(200).optional(),
  }),
  async (work, { which, state, offset = 0, limit = 50 }) => {
    const { approvals } = work.tables
    const wanted = which === 'all' ? state : 'asked'
    const where = wanted ? eq(approvals.state, wanted) : undefined
    const rows = work.db.select().from(approvals).where(where).orderBy(desc(approvals.number))
    // Who was asked is a list in a row: only those in review are looked through.
    const mine = which === 'mine' ? (await rows).filter(await mineFor(work)) : undefined
    const page = mine?.slice(offset, offset + limit) ?? (await rows.limit(limit).offset(offset))
    return {
      total: mine?.length ?? (await work.db.$count(approvals, where)),
      rows: page,
      names: await namesOf(
        work,
        page.map((round) => round.recordId),
      ),
      people: await namesIn(work, page),
    }
  },
)

/** Asked of the person, or of whoever may where nobody was named; and what the person asked for. */
async function mineFor(work: Work): Promise<(round: Round) => boolean> {
  const { actor } = work
  const may = mayAnswer(actor, await approvalSettings(work))
  return ({ asked, requestedBy }) =>
    requestedBy === actor.id || (asked.length === 0 ? may : asked.includes(actor.id))
}

async function namesIn(work: Work, rounds: readonly Round[]): Promise<Record<string, string>> {
  const all = await peopleNames(work)
  const ids = rounds.flatMap(({ requestedBy, asked, signatures, decidedBy, lapsedBy }) => [
    requestedBy,
    ...asked,
    ...signatures.map(({ by }) => by),
    decidedBy,
    lapsedBy,
  ])
  return Object.fromEntries(
    ids.flatMap((id) => {
      const name = all.get(id)
      return name === undefined ? [] : [[id, name]]
    }),
  )
}

/** Where a record stands, all that was asked and signed, and what the person who asks may sign. */
export const readApproval = reading(
  about,
  z.strictObject({ id: recordId }),
  async (work, { id }) => {
    const noun = nounOfRecord(id)
    const record = await found(work, noun, id)
    const rounds = await roundsOf(work, id)
    const settings = await approvalSettings(work)
    const last = lastApproved(rounds)
    const editors = await editorsSince(work, id, last?.approvedVersion ?? 0)
    const stands = rounds.find(({ state }) => state === 'approved')
    return {
      state: approvalStateOf(rounds),
      rounds: rounds.slice(0, 20),
      people: await namesIn(work, rounds.slice(0, 20)),
      fourEyes: settings.fourEyes,
      /** Changed in fields that are not material since the approval that stands. */
      isAlteredSince: stands !== undefined && stands.approvedHash !== contentHashOf(record),
      isOwnChange: editors.has(work.actor.id),
      required: requiredTitles(settings, noun).map(({ id: titleId, title }) => ({
        titleId,
        title,
      })),
      held: settings.titles.flatMap(({ id: titleId, title, holders }) =>
        holders.includes(work.actor.id) ? [{ titleId, title }] : [],
      ),
    }
  },
)

/** The people who may approve or sign: whom a request can be put to. */
export const listApprovers = reading(about, z.unknown(), async (work) => {
  const settings = await approvalSettings(work)
  const { users } = work.tables
  const people = await work.db.select().from(users).orderBy(users.name)
  return people
    .filter((person) => isOpen(person, work.today) && mayAnswer(actorOf(person), settings))
    .map(({ id, name }) => ({ id, name }))
})
