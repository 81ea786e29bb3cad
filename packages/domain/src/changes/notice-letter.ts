import { publicRoot } from '../public-root.ts'
import { both, type Language, say } from '../words.ts'
import { writtenDay } from '../written-day.ts'
import type { NoticeStep } from './notice-steps.ts'
import { type NoticeText, noticeText, oneLine } from './notice-text.ts'
import { changeTitle, type PublicChange } from './public-change.ts'

/** What one recipient is told of a change beside what everyone is told. */
export type Letter = {
  step: NoticeStep
  /** The public name of who tells it. */
  organisation: string
  /** The last day on which this recipient may object. */
  deadline: string
  /** Whether it must authorise the change itself. */
  asksAuthorisation: boolean
  /** The day on which it was to take effect, where it moved. */
  movedFrom: string | null
  /** The public address, without a slash at its end. */
  base: string
  /** The log as it stood then: how many entries, and the root of its tree in base64. */
  head: { size: number; root: string }
}

const words = {
  withdrawn: both(
    '{organisation} takes back the change announced on {day}: it will not take effect.',
    '{organisation} retire le changement annoncé le {day} : il ne prendra pas effet.',
  ),
  withdrawnSubject: both('{organisation}: withdrawn: {title}', '{organisation} : retiré : {title}'),
  movedSubject: both(
    '{organisation}: new day: {title}',
    '{organisation} : nouvelle date : {title}',
  ),
  why: both('Why: {why}', 'Pourquoi : {why}'),
  moved: both(
    'This change takes effect on {day}; {before} had been announced.',
    'Ce changement prend effet le {day} ; le {before} avait été annoncé.',
  ),
  authorise: both(
    'Your authorisation is specific: please tell us by {day} whether you approve. No answer counts as no.',
    'Votre autorisation est spécifique : veuillez nous dire jusqu’au {day} si vous approuvez. L’absence de réponse vaut refus.',
  ),
  page: both(
    'This change on the public page:\n{address}',
    'Ce changement sur la page publique :\n{address}',
  ),
  head: both(
    'When this was written the log of the register held {size} entries; its root is {root}. Later heads of the log prove that they continue it:\n{address}',
    'À la rédaction de cet avis, le journal du registre comptait {size} entrées ; sa racine est {root}. Les têtes ultérieures du journal prouvent qu’elles le continuent :\n{address}',
  ),
  cut: both(
    '… (the whole text stands on the public page)',
    '… (le texte entier figure sur la page publique)',
  ),
}

/** In characters: what is longer is cut, and the public page has the whole. */
export const longestNotice = 15_000
const longestSubject = 200

/** The mail to one recipient in one language. */
export function letterOf(change: PublicChange, letter: Letter, language: Language): NoticeText {
  const { organisation, step, base, head } = letter
  const spoken = (text: keyof typeof words, values = {}) => say(words[text], language, values)
  const title = changeTitle(change, language)
  const told = noticeText(change, { organisation, language, deadline: letter.deadline })
  const day = (of: string) => writtenDay(of, language)
  const page = `${base}${publicRoot(language)}/changes/${change.id}`
  const asks = letter.asksAuthorisation && step === 'announced'
  const paragraphs = [
    ...toldFirst(),
    asks && spoken('authorise', { day: day(letter.deadline) }),
    spoken('page', { address: page }),
    spoken('head', { ...head, address: `${base}/log/consistency?from=${head.size}` }),
  ]
  const subject = step === 'announced' ? told.subject : subjectOf(step)
  return {
    subject: oneLine(subject, longestSubject),
    body: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
  }

  function subjectOf(of: 'moved' | 'withdrawn') {
    const values = { organisation, title }
    return of === 'moved' ? spoken('movedSubject', values) : spoken('withdrawnSubject', values)
  }

  function toldFirst(): string[] {
    if (step === 'announced') return [shortened(told.body.trim(), spoken('cut'))]
    if (step === 'moved')
      return [
        title,
        spoken('moved', { day: day(change.effectiveOn), before: day(letter.movedFrom ?? '') }),
      ]
    const taken = spoken('withdrawn', { organisation, day: day(change.announcedOn) })
    return [taken, title, spoken('why', { why: change.withdrawalReason })]
  }
}

const shortened = (text: string, cut: string): string =>
  text.length <= longestNotice
    ? text
    : `${text.slice(0, longestNotice - cut.length - 1).toWellFormed()}\n${cut}`
