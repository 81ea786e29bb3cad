import { both, type Language, languages, say } from '../words.ts'
import { writtenDay } from '../written-day.ts'
import { changeTitle, factLines, factsInOrder, type PublicChange } from './public-change.ts'

/** A notice as it is announced: the same words on the page, in the feeds and in every mail. */
export type NoticeText = { subject: string; body: string }

const words = {
  subject: both('{organisation}: {title}', '{organisation} : {title}'),
  intends: both(
    '{organisation} announces a change of its sub-processors (Art. 28(2) GDPR).',
    '{organisation} annonce un changement de ses sous-traitants ultérieurs (art. 28, par. 2, RGPD).',
  ),
  why: both('Why: {why}', 'Pourquoi : {why}'),
  emergency: both(
    'This change cannot wait for the usual notice: {reason}',
    'Ce changement ne peut attendre le préavis habituel : {reason}',
  ),
  announced: both('Announced on {day}.', 'Annoncé le {day}.'),
  objections: both(
    'One may object until {day} (the end of that day).',
    'Il est possible de s’opposer jusqu’au {day} (fin de journée).',
  ),
  effective: both('In effect from {day}.', 'En vigueur le {day}.'),
  held: both(
    'Not before {day}; waits for an authorisation.',
    'Pas avant le {day} ; attend une autorisation.',
  ),
  line: both('{label}: {before} → {after}', '{label} : {before} → {after}'),
  notStated: both('not stated', 'non indiqué'),
}

type Noticed = {
  /** Its public name. */
  organisation: string
  language: Language
  /** Of one recipient, where that is not everyone's. */
  deadline?: string
  /** Says what became of the day since: the text that was announced, and its hash, never do. */
  held?: boolean
}

/** The text of a notice in one language. */
export function noticeText(
  change: PublicChange,
  { organisation, language, deadline = change.objectionDeadline, held = false }: Noticed,
): NoticeText {
  const spoken = (text: keyof typeof words, values = {}) => say(words[text], language, values)
  const stated = (text: string) => (text === '' ? spoken('notStated') : text)
  const day = (of: string) => ({ day: writtenDay(of, language) })
  const title = changeTitle(change, language)
  const paragraphs = [
    spoken('intends', { organisation }),
    title,
    change.what,
    change.why && spoken('why', { why: change.why }),
    change.emergency && spoken('emergency', { reason: change.emergency }),
    ...factsInOrder(change).map((facts) =>
      [
        facts.after.name,
        ...factLines(facts, language).map(
          ({ label, before, after }) =>
            `  ${spoken('line', { label, before: stated(before), after: stated(after) })}`,
        ),
      ].join('\n'),
    ),
    [
      spoken('announced', day(change.announcedOn)),
      spoken('objections', day(deadline)),
      spoken(held ? 'held' : 'effective', day(change.effectiveOn)),
    ].join('\n'),
  ]
  return {
    subject: spoken('subject', { organisation, title }),
    body: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
  }
}

/** What the hash of a notice is taken over: its text in every language, in their order. */
export const noticeBytes = (change: PublicChange, organisation: string): string =>
  languages
    .map((language) => noticeText(change, { organisation, language }))
    .map(({ subject, body }) => `${subject}\n\n${body}`)
    .join('\n')

/** A text as one line of at most so many characters, as a subject of a mail is. */
export function oneLine(text: string, most: number): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`
}
