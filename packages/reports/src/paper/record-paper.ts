import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { answerWords } from '@ropewalk/domain/values.ts'
import { both, say } from '@ropewalk/domain/words.ts'
import { secondsOf } from '../facts.ts'
import { cannotAnswer } from './cannot-answer.ts'
import { coverOf } from './cover.ts'
import type { Paper, Section } from './paper.ts'
import { recordContent } from './record-content.ts'
import { recordSections } from './record-sections.ts'
import type { RecordKind, ReportSource } from './source.ts'

/**
 * The record of Art. 30(1) or 30(2) GDPR as a document that stands by itself: its activities, every record they refer
 * to, and what the register cannot answer yet.
 */
export function recordPaper(kind: RecordKind, source: ReportSource): Paper {
  const { language, generatedAt, head, organisation, asOf } = source
  const { scene, activities, parts, findingsOf, open } = recordContent(kind, source)
  const name = organisation?.name || answerWords.notStated[language]
  const title = titles[kind][language]
  return {
    language,
    title,
    subtitle: subtitles[kind][language],
    author: name,
    cover: coverOf({ source, scene, activities: activities.length, open: open.length }),
    sections: [
      ...[...parts].flatMap(([noun, records]): Section[] => [
        { level: 1, title: nouns[noun].many[language], blocks: introOf(noun, records, language) },
        ...records.flatMap((record, index) =>
          recordSections({
            record,
            findings: findingsOf(record),
            scene,
            isOnNewPage: noun === 'activity' && index > 0,
          }),
        ),
      ]),
      ...cannotAnswer(open, scene),
    ],
    footer: [
      `${name} · ${title}`,
      say(words.stand, language, { asOf, at: secondsOf(generatedAt) }),
      ...(head
        ? [say(words.head, language, { head: head.trim().replaceAll(/\s*\n\s*/g, ' · ') })]
        : []),
    ],
    words: {
      contents: words.contents[language],
      page: words.page[language],
      notStated: answerWords.notStated[language],
    },
    generatedAt,
  }
}

function introOf(noun: NounKey, records: readonly AnyRecord[], language: Paper['language']) {
  const text =
    noun === 'activity' ? (records.length === 0 ? words.none : words.both) : words.referred
  return [{ kind: 'text', paragraphs: [text[language]] }] as const
}

const titles = {
  controller: both('Record of processing activities', 'Registre des activités de traitement'),
  processor: both(
    'Record of categories of processing activities',
    'Registre des catégories d’activités de traitement',
  ),
}
const subtitles = {
  controller: both('Controller · Art. 30(1) GDPR', 'Responsable du traitement · art. 30(1) RGPD'),
  processor: both('Processor · Art. 30(2) GDPR', 'Sous-traitant · art. 30(2) RGPD'),
}

const words = {
  contents: both('Contents', 'Table des matières'),
  page: both('Page', 'Page'),
  stand: both('As of {asOf}, generated {at}', 'En date du {asOf}, produit le {at}'),
  head: both('Head of the log: {head}', 'Tête du journal : {head}'),
  both: both(
    'In the order of their ids. An activity in which the role is to confirm or not stated stands in both records.',
    'Dans l’ordre de leurs identifiants. Une activité dont le rôle est à confirmer ou non indiqué figure dans les deux registres.',
  ),
  none: both(
    'The register holds no such activity.',
    'Le registre ne contient aucune telle activité.',
  ),
  referred: both(
    'Those that this record refers to, so that it can be read by itself.',
    'Ceux et celles auxquels renvoie ce registre, pour qu’il se lise seul.',
  ),
}
