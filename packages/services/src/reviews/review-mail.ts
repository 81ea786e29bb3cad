import { rules } from '@ropewalk/domain/findings/rules.ts'
import { assuranceTypes } from '@ropewalk/domain/sub-processor/contract.ts'
import { both, type Language, say, type Text, withFirst } from '@ropewalk/domain/words.ts'
import type { NewMail } from '../mails/queue-mail.ts'
import type { Due, DueKind } from './due.ts'

/** To whom, and what is due for them on that day. */
export type ReviewMail = {
  person: { id: string; name: string; email: string; language: Language }
  today: string
  due: Due[]
}

/** The week's mail about what is due, in the language of its reader; `base` is the public address without a slash. */
export function reviewMail({ person, today, due }: ReviewMail, base: string): NewMail {
  const { language } = person
  const line = (item: Due) =>
    `- ${say(sentences[item.kind], language, {
      name: item.name === '' ? item.recordId : `${item.recordId} ${item.name}`,
      day: dayOf(item.on, language),
      what: detailOf(item),
    })}`
  const part = (title: Text, items: readonly Due[]) =>
    items.length === 0 ? [] : [`${say(title, language)}\n\n${items.map(line).join('\n')}`]
  const isOverdue = ({ on }: Due) => on < today
  const text = [
    say(words.hello, language, { name: person.name }),
    ...part(words.overdue, due.filter(isOverdue)),
    ...part(
      words.reviews,
      due.filter((item) => item.kind === 'review' && !isOverdue(item)),
    ),
    ...part(
      words.expiring,
      due.filter((item) => item.kind !== 'review' && !isOverdue(item)),
    ),
    say(words.where, language, { address: `${base}/reviews` }),
  ].join('\n\n')
  return {
    to: person.email,
    language,
    subject: say(words.subject, language, { n: due.length }),
    text: `${text}\n`,
    about: { kind: 'reviews', record: person.id },
  }
}

function detailOf({ kind, detail }: Due): Text {
  const type =
    kind === 'assurance' ? assuranceTypes[detail as keyof typeof assuranceTypes] : undefined
  return type ?? rules[detail]?.title ?? both(detail, detail)
}

const locales = { en: 'en-GB', fr: 'fr-FR' } as const
const dayOf = (day: string, language: Language) =>
  withFirst(
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    ),
    language,
  )

const sentences: Record<DueKind, Text> = {
  review: both('{name}: review on {day}', '{name} : révision le {day}'),
  contract: both('{name}: the contract expires on {day}', '{name} : le contrat expire le {day}'),
  assurance: both(
    '{name}: the assurance ({what}) ends on {day}',
    '{name} : l’attestation ({what}) prend fin le {day}',
  ),
  acceptance: both(
    '{name}: a finding is accepted until {day} ({what})',
    '{name} : un constat est accepté jusqu’au {day} ({what})',
  ),
}

const words = {
  subject: both(
    'Register: {n, plural, one {# thing is due} other {# things are due}}',
    'Registre : {n, plural, one {# échéance} other {# échéances}}',
  ),
  hello: both(
    'Hello {name},\n\nthis is due in the register of processing activities, overdue or within 30 days.',
    'Bonjour {name},\n\nvoici les échéances du registre des activités de traitement, dépassées ou dans les 30 jours.',
  ),
  overdue: both('OVERDUE', 'EN RETARD'),
  reviews: both('TO REVIEW', 'À RÉVISER'),
  expiring: both('EXPIRING', 'ARRIVE À ÉCHÉANCE'),
  where: both(
    'Look at each and answer that it is still true, or change it:\n{address}\n\nThis mail comes once a week while something is due.',
    'Regardez chaque point et répondez que c’est toujours exact, ou modifiez-le :\n{address}\n\nCe courriel arrive une fois par semaine tant qu’une échéance approche.',
  ),
} as const
