import type { NoticeStep } from '@ropewalk/domain/changes/notice-steps.ts'
import { type PublicChange, publicChange } from '@ropewalk/domain/changes/public-change.ts'
import { contactsOf, type Told } from '@ropewalk/domain/changes/recipients.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import type { Party } from '@ropewalk/domain/party.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import { toBase64 } from '@ropewalk/log/bytes.ts'
import { rootOf } from '@ropewalk/log/tree.ts'
import { eq } from 'drizzle-orm'
import { firstOrganisation } from '../first-organisation.ts'
import { writeHistory } from '../history.ts'
import { frontierIn } from '../log/frontier.ts'
import { sha256 } from '../log/hash.ts'
import { isAddress } from '../mails/address.ts'
import { type NewMail, queueMails } from '../mails/queue-mail.ts'
import { objectLink } from '../objections/claim.ts'
import { sealingKey } from '../people/sealed-secret.ts'
import { tellSubscribers } from '../subscriptions/tell-subscribers.ts'
import type { Work } from '../verb.ts'
import { type Addressee, lettersOf, noticeToSubscribers } from './letters.ts'
import { partiesTold } from './parties-told.ts'
import { deliveryKey } from './stored.ts'
import { tellPrograms } from './tell-programs.ts'

type Delivery = Work['tables']['noticeDeliveries']['$inferSelect']

export type Telling = { step: NoticeStep; movedFrom?: string | null }

/**
 * Tells a change, once it stands in the log, to every party and to who subscribed: within the same transaction each
 * address of a party gets its line in the ledger and its mail, with the deadline of its own; subscribers get theirs from
 * the queue of notices. A class of organisations has no address: the public page tells it.
 */
export async function tellRecipients(
  work: Work,
  change: SupplierChange,
  { step, movedFrom = null }: Telling,
): Promise<void> {
  const notice = publicChange(change)
  if (!notice || !work.mailing) throw new Error('This context cannot tell a change.')
  const { base } = work.mailing
  const frontier = await frontierIn(work)
  const head = { size: frontier.size, root: toBase64(rootOf(frontier, sha256)) }
  const organisation = (await firstOrganisation(work))?.name ?? ''
  const letters = lettersOf(notice, {
    ...{ step, movedFrom, base, head, organisation },
    objectAt: step === 'withdrawn' ? undefined : objectAt(work, change.id),
  })
  const lines = linesOf(change, await partiesTold(work, change))
  const queued = await queueMails(
    work,
    lines.flatMap((line) => (line.contact ? [mailTo(notice, line.told, letters(line))] : [])),
  )
  const mailIds = queued.map(({ id }) => id)
  const before = await countOf(work, change.id)
  const rows = lines.map(({ told, contact, channel }, nth): Delivery => {
    const number = before + nth + 1
    return {
      ...{ id: `${change.id}.${number}`, changeId: change.id, number, step, channel },
      ...{ party: told.party, recipient: told.name, language: contact?.language ?? null },
      deadline: step === 'announced' ? told.deadlines.objectUntil : null,
      ...{ toldAt: work.now, mailId: contact ? (mailIds.shift() ?? null) : null },
    }
  })
  const { noticeDeliveries } = work.tables
  for (let start = 0; start < rows.length; start += 100)
    await work.db.insert(noticeDeliveries).values(rows.slice(start, start + 100))
  const told = rows.map((after) => ({
    ...{ of: change.id, record: deliveryKey(after.id), before: null, after },
  }))
  await writeHistory(work, 'notices.tell', told)
  await tellSubscribers(work, await noticeToSubscribers(work, notice, letters))
  await tellPrograms(work, change, `change.${step}`)
}

/** The link by which one address of a party objects. */
function objectAt({ secret, mailing }: Work, change: string) {
  if (secret === undefined || !mailing) throw new Error('This context cannot write mails.')
  const { base } = mailing
  const key = sealingKey(secret, 'mail')
  return (party: string, address: string, language: Language) =>
    objectLink({ key, base }, { change, from: 'party', party, address, until: null }, language)
}

const countOf = ({ db, tables: { noticeDeliveries } }: Work, change: string) =>
  db.$count(noticeDeliveries, eq(noticeDeliveries.changeId, change))

type Line = Addressee & { channel: Delivery['channel'] }

/** One line for each address of a party; one without where there is none. */
function linesOf(change: SupplierChange, parties: ReadonlyMap<string, Party>): Line[] {
  return change.told.flatMap((told): Line[] => {
    const party = parties.get(told.party)
    if (party?.aClass === true) return [{ told, channel: 'page' }]
    const contacts = party ? contactsOf(party).filter(({ email }) => isAddress(email)) : []
    if (contacts.length === 0) return [{ told, channel: 'mail' }]
    return contacts.map((contact) => ({ told, channel: 'mail', contact }))
  })
}

type Written = Pick<NewMail, 'to' | 'language' | 'subject' | 'text' | 'html'>

const mailTo = ({ id }: PublicChange, { party }: Told, written: Written): NewMail => ({
  ...written,
  about: { kind: 'notice', record: id, recipient: party },
})
