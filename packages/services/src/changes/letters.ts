import { type Letter, letterOf } from '@ropewalk/domain/changes/notice-letter.ts'
import type { NoticeText } from '@ropewalk/domain/changes/notice-text.ts'
import type { PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import type { NoticeContact, Told } from '@ropewalk/domain/changes/recipients.ts'
import { isInEea } from '@ropewalk/domain/reference/at-day.ts'
import type { ChangeFacts } from '@ropewalk/domain/topics.ts'
import { both, type Language, languages, say } from '@ropewalk/domain/words.ts'
import { referenceIn } from '../look.ts'
import { htmlOfTexts } from '../mails/html-of-text.ts'
import type { NewMail } from '../mails/queue-mail.ts'
import { objectionMailWords } from '../objections/words.ts'
import type { Notice } from '../subscriptions/tell-subscribers.ts'
import type { Work } from '../verb.ts'

/** A party, and the contact of it that is written to. */
export type Addressee = { told: Told; contact?: NoticeContact }
type Common = Omit<Letter, 'deadline' | 'asksAuthorisation'> & {
  /** The link by which a party's address objects; none where there is nothing to object to. */
  objectAt?: ((party: string, address: string, language: Language) => string) | undefined
}
export type Letters = ReturnType<typeof lettersOf>

/**
 * The mails of one notice: in the language of each contact, in every language where none is stated. Those of the same
 * deadline and authorisation share their words.
 */
export function lettersOf(change: PublicChange, { objectAt, ...common }: Common) {
  const written = new Map<string, NoticeText>()
  const letter = (
    own: Pick<Letter, 'deadline' | 'asksAuthorisation'>,
    language: Language,
  ): NoticeText => {
    const key = `${language} ${own.deadline} ${own.asksAuthorisation}`
    const made = written.get(key) ?? letterOf(change, { ...common, ...own }, language)
    written.set(key, made)
    return made
  }
  const general = (language: Language) =>
    letter({ deadline: change.objectionDeadline, asksAuthorisation: false }, language)

  function to({
    told,
    contact,
  }: Addressee): Pick<NewMail, 'to' | 'language' | 'subject' | 'text' | 'html'> {
    const own = {
      deadline: told.deadlines.objectUntil,
      asksAuthorisation: told.answer !== null && told.answer !== 'approved',
    }
    const chosen: readonly Language[] = contact?.language ? [contact.language] : languages
    if (!contact) throw new Error('A notice was written to nobody.')
    const texts = chosen.map((language) => {
      const { subject, body } = letter(own, language)
      const link = objectAt?.(told.party, contact.email, language)
      const object = link ? `\n${say(objectionMailWords.link, language, { link })}\n` : ''
      return { language, subject, body: `${body}${object}` }
    })
    const [first] = texts
    if (!first) throw new Error('A notice was written in no language.')
    return {
      to: contact.email,
      language: first.language,
      subject: first.subject,
      text: texts.map(({ body }) => body).join(`\n${'–'.repeat(20)}\n\n`),
      html: htmlOfTexts(
        first.subject,
        texts.map(({ language, body }) => ({ language, text: body })),
      ),
    }
  }
  return Object.assign(to, { general })
}

/** The same notice as subscribers are to be told it, with what it touches. */
export async function noticeToSubscribers(
  work: Work,
  change: PublicChange,
  { general }: Letters,
): Promise<Notice> {
  const [en, fr] = [general('en'), general('fr')]
  return {
    about: change.id,
    facts: touchedBy(change, await outsideEea(work)),
    title: both(en.subject, fr.subject),
    text: both(en.body, fr.body),
  }
}

async function outsideEea(work: Work): Promise<(country: string) => boolean> {
  const reference = await referenceIn(work)
  return (country) => !isInEea(reference, country, work.today)
}

function touchedBy(
  { kind, facts }: PublicChange,
  isOutside: (country: string) => boolean,
): ChangeFacts {
  const sides = facts.flatMap(({ before, after }) => (before ? [before, after] : [after]))
  const distinct = (ids: readonly string[]) => [...new Set(ids)]
  const countries = distinct(sides.flatMap((side) => side.processingCountries))
  return {
    isAddition: kind === 'add' || kind === 'replace',
    products: distinct(sides.flatMap((side) => side.products.map(({ id }) => id))),
    categories: distinct(sides.flatMap((side) => side.dataCategories.map(({ id }) => id))),
    countries,
    outsideEea: countries.some(isOutside),
  }
}
