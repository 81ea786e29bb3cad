import { oneLine } from '@ropewalk/domain/changes/notice-text.ts'
import { type Objection, objectionStates } from '@ropewalk/domain/changes/objection.ts'
import { changeTitle, type PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { writtenDay } from '@ropewalk/domain/written-day.ts'
import { queueMail, queueMails } from '../mails/queue-mail.ts'
import { isOpen } from '../people/person.ts'
import { pathIn } from '../subscriptions/subscription.ts'
import type { Work } from '../verb.ts'
import { objectorRecipient } from './stored.ts'
import { objectionMailWords as words } from './words.ts'

type About = { notice: PublicChange; address: string }

/** The receipt to the objector, and word of it to everyone who may decide. */
export async function tellReceipt(work: Work, objection: Objection, about: About): Promise<void> {
  const { notice } = about
  const { id, language, grounds, receivedAt, late } = objection
  const clock = say(late ? words.receipt.late : words.receipt.inTime, language, {
    deadline: writtenDay(objection.deadline, language),
    effective: writtenDay(notice.effectiveOn, language),
  })
  await toObjector(work, objection, {
    ...about,
    subject: say(words.receipt.subject, language, { id }),
    text: say(words.receipt.text, language, {
      ...{ id, clock, grounds, at: `${receivedAt.slice(0, 16).replace('T', ' ')} UTC` },
      ...{ title: changeTitle(notice, language), page: pageOf(work, notice, language) },
    }),
  })
  const { users } = work.tables
  const people = await work.db.select().from(users)
  const deciding = people.filter((user) => isOpen(user, work.today) && user.roles.includes('dpo'))
  await queueMails(
    work,
    deciding.map((user) => {
      const title = changeTitle(notice, user.language)
      const who = objection.name || say(words.told.somebody, user.language)
      const page = `${work.mailing?.base}/changes/${notice.id}`
      return {
        to: user.email,
        language: user.language,
        subject: oneLine(say(words.told.subject, user.language, { id, title }), 200),
        text: say(words.told.text, user.language, { id, who, title, grounds, page }),
        about: { kind: 'objection', record: id, recipient: user.id },
      }
    }),
  )
}

/** What was decided, to the objector. */
export const tellDecision = (work: Work, objection: Objection, about: About): Promise<void> => {
  const { id, language, decision } = objection
  const state = say(objectionStates[objection.state], language)
  const title = changeTitle(about.notice, language)
  const page = pageOf(work, about.notice, language)
  return toObjector(work, objection, {
    ...about,
    subject: say(words.decided.subject, language, { id, state }),
    text: say(words.decided.text, language, { id, state, title, decision, page }),
  })
}

const pageOf = ({ mailing }: Work, { id }: PublicChange, language: Language) =>
  `${mailing?.base}${pathIn(language, `changes/${id}`)}`

async function toObjector(
  work: Work,
  { id, language }: Objection,
  { address, subject, text }: About & { subject: string; text: string },
): Promise<void> {
  await queueMail(work, {
    ...{ to: address, language, subject, text },
    about: { kind: 'objection', record: id, recipient: objectorRecipient(id) },
  })
}
