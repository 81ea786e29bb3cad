import type { NounKey } from '@ropewalk/domain/field.ts'
import { severities } from '@ropewalk/domain/finding.ts'
import { nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import { both, type Language, say, sayAll } from '@ropewalk/domain/words.ts'
import { fieldWord } from '../datasets/findings.ts'
import type { Exported, JudgedFinding, Scene } from '../scene.ts'
import type { PaperTable, Section } from './paper.ts'

export type OpenFinding = {
  readonly finding: JudgedFinding
  readonly recordName: string
}

/** The findings that nobody has accepted, of these records in their order. */
export const openFindingsOf = (records: readonly Exported[], scene: Scene): OpenFinding[] =>
  records.flatMap(({ record, findings = [] }) =>
    findings
      .filter(({ accepted }) => accepted === null)
      .map((finding) => ({
        finding,
        recordName: String(record.name ?? '') || nameless(record.id, scene.language),
      })),
  )

const nameless = (id: string, language: Language) => {
  const noun: NounKey | undefined = nounOf(id)
  return noun ? nouns[noun].one[language] : id
}

/** The last part of a record: what the law asks and the register does not answer yet, by provision. */
export function cannotAnswer(open: readonly OpenFinding[], { language }: Scene): Section[] {
  const title = words.title[language]
  if (open.length === 0)
    return [{ level: 1, title, blocks: [{ kind: 'text', paragraphs: [words.nothing[language]] }] }]
  const byProvision = Map.groupBy(open, ({ finding }) => finding.provision)
  const provisions = [...byProvision.keys()].toSorted((one, other) =>
    one === '' || other === ''
      ? Number(one === '') - Number(other === '')
      : one.localeCompare(other, 'en', { numeric: true }),
  )
  const intro = say(words.intro, language, { n: open.length })
  return [
    { level: 1, title, blocks: [{ kind: 'text', paragraphs: [intro] }] },
    ...provisions.map(
      (provision): Section => ({
        level: 2,
        title: provision || words.other[language],
        blocks: [tableFrom(byProvision.get(provision) ?? [], language)],
      }),
    ),
  ]
}

const tableFrom = (open: readonly OpenFinding[], language: Language): PaperTable => ({
  kind: 'table',
  title: '',
  askedBy: '',
  columns: [
    { label: words.record[language], share: 3 },
    { label: words.field[language], share: 2 },
    { label: words.finding[language], share: 6 },
    { label: words.severity[language], share: 1 },
  ],
  rows: open.map(({ finding, recordName }) => [
    [`${finding.recordId} ${recordName}`],
    [fieldWord(finding).label[language]],
    [sayAll(finding.sentence, language)],
    [severities[finding.severity][language]],
  ]),
})

const words = {
  title: both('What this register cannot answer yet', 'Ce que ce registre ne dit pas encore'),
  intro: both(
    '{n, plural, one {# question is} other {# questions are}} open in this record and in what it refers to, by the provision that asks.',
    '{n, plural, one {# question est ouverte} other {# questions sont ouvertes}} dans ce registre et dans ce à quoi il renvoie, selon la disposition qui la pose.',
  ),
  nothing: both('No question is open.', 'Aucune question n’est ouverte.'),
  other: both('Asked by no provision', 'Sans disposition'),
  record: both('Record', 'Fiche'),
  field: both('Field', 'Champ'),
  finding: both('What is open', 'Ce qui est ouvert'),
  severity: both('Severity', 'Gravité'),
}
