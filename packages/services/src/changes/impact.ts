import { loadRecords, nounTable } from '@ropewalk/db/records.ts'
import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import {
  contactsOf,
  type NoticeContact,
  partiesToTell,
  type Told,
  toldFrom,
} from '@ropewalk/domain/changes/recipients.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { Party } from '@ropewalk/domain/party.ts'
import { recordId } from '@ropewalk/domain/schema.ts'
import { asc, isNull } from 'drizzle-orm'
import * as z from 'zod'
import { firstOrganisationRecord } from '../first-organisation.ts'
import { inBatches } from '../look.ts'
import { reading, type Work } from '../verb.ts'
import { holidaysOf } from './holidays.ts'

type Named = { id: string; name: string }
export type Recipient = Told & { contacts: NoticeContact[]; contract: string; aClass: boolean }

/** What hangs on these sub-processors: whatever goes, moves or is replaced with them. */
export type Impact = {
  suppliers: Named[]
  activities: (Named & { suppliers: string[] })[]
  dataCategories: Named[]
  dataSubjects: Named[]
  products: Named[]
  /** The contracts with the controllers served. */
  contracts: (Named & { activity: string; reference: string })[]
  recipients: Recipient[]
}

/** What if they go, move or are replaced? */
export const readImpact = reading(
  { permission: 'register:read' },
  z.strictObject({ ids: z.array(recordId).min(1).max(20) }),
  (work, { ids }) => impactIn(work, ids),
)

export async function impactIn(work: Work, ids: readonly string[]): Promise<Impact> {
  const activities = (await liveOf(work, 'activity', used)) as unknown as Activity[]
  const links = (activity: Activity) =>
    activity.subProcessors.filter(
      ({ subProcessor }) => subProcessor !== null && ids.includes(subProcessor),
    )
  const using = activities.filter((activity) => links(activity).length > 0)
  const others = activities.filter((activity) => !using.includes(activity))
  const categories = using.flatMap((activity) =>
    links(activity).flatMap((row) => row.dataCategories),
  )
  const contracts = using.flatMap((activity) =>
    activity.controllersServed.flatMap(({ party, contract }) =>
      party === null
        ? []
        : [{ id: party, activity: activity.id, reference: referenceText(contract) }],
    ),
  )
  const named = async (noun: NounKey, wanted: readonly (string | null)[]): Promise<Named[]> => {
    const found = await loadRecords(work, noun, { ids: distinct(wanted), only: [] })
    return found.map(({ id, name }) => ({ id, name: String(name) }))
  }
  const parties = new Map(
    (
      await named(
        'party',
        contracts.map(({ id }) => id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  return {
    suppliers: await named('subProcessor', ids),
    activities: using.map((activity) => ({
      id: activity.id,
      name: activity.name,
      suppliers: distinct(links(activity).map((row) => row.subProcessor)),
    })),
    dataCategories: await named('dataCategory', categories),
    dataSubjects: await named(
      'dataSubject',
      using.flatMap((each) => each.dataSubjects.map((row) => row.dataSubject)),
    ),
    products: await named(
      'product',
      using.flatMap((each) => each.products.map((row) => row.product)),
    ),
    contracts: contracts.map((row) => ({ ...row, name: parties.get(row.id) ?? '' })),
    recipients: await recipientsIn(work, { using, others }, contracts),
  }
}

/** Whom such a change is told to, with what each was promised counted from today. */
async function recipientsIn(
  work: Work,
  served: { using: Activity[]; others: Activity[] },
  contracts: readonly { id: string; reference: string }[],
): Promise<Recipient[]> {
  const parties = (await liveOf(work, 'party')) as unknown as Party[]
  const organisation = await firstOrganisationRecord(work)
  const told = partiesToTell(parties, served)
  const holidays = await holidaysOf(told.map((party) => party.noticeHolidays))
  return told.map((party) => ({
    ...toldFrom(party, { announcedOn: work.today, organisation, holidays }),
    contacts: party.aClass === true ? [] : contactsOf(party),
    contract: distinct(contracts.filter(({ id }) => id === party.id).map((row) => row.reference))
      .filter(Boolean)
      .join(' | '),
    aClass: party.aClass === true,
  }))
}

const used = ['subProcessors', 'controllersServed', 'dataSubjects', 'products']

/** Every live record of a noun; `only` names the lists to load. */
async function liveOf(work: Work, noun: NounKey, only?: readonly string[]) {
  const table = nounTable(work.tables, noun)
  const rows = await work.db
    .select({ id: table.id })
    .from(table)
    .where(isNull(table.archivedAt))
    .orderBy(asc(table.number))
  return inBatches(
    rows.map(({ id }) => id),
    (ids) => loadRecords(work, noun, only ? { ids, only } : { ids }),
  )
}

const distinct = (ids: readonly (string | null)[]): string[] =>
  [...new Set(ids)].filter((id) => id !== null)

function referenceText(reference: Activity['controllersServed'][number]['contract']): string {
  if (!reference) return ''
  return 'document' in reference
    ? reference.document
    : 'url' in reference
      ? reference.url
      : reference.text
}
