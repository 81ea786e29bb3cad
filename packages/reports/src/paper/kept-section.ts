import { severities } from '@ropewalk/domain/finding.ts'
import { type AnyRecord, questionFields } from '@ropewalk/domain/record.ts'
import { both, say, sayAll, type Text } from '@ropewalk/domain/words.ts'
import type { Cell } from '../cell.ts'
import { fieldWord } from '../datasets/findings.ts'
import { secondsOf, sourcesOf, stated } from '../facts.ts'
import type { JudgedFinding, Scene } from '../scene.ts'
import { answers, wordOf } from '../word.ts'
import { paragraphsOf, tableOfRows } from './answers.ts'
import type { Block, Line, PaperTable, Section } from './paper.ts'

type Given = { record: AnyRecord; findings: readonly JudgedFinding[]; scene: Scene }

/** What is known about the record itself: its version and sources, its open questions, its findings. */
export function keptSection({ record, findings, scene }: Given): Section {
  const { language } = scene
  const line = (label: Text, cell: Cell): Line => ({
    label: label[language],
    answer: paragraphsOf(cell, scene),
    askedBy: '',
  })
  const lines = [
    line(words.version, record.version),
    line(words.created, secondsOf(record.createdAt)),
    line(words.updated, secondsOf(record.updatedAt)),
    ...(record.archivedAt ? [line(words.archived, secondsOf(record.archivedAt))] : []),
    line(words.sources, sourcesOf(record, scene)),
    ...(findings.length === 0 ? [line(words.findings, answers.none)] : []),
  ]
  const blocks: Block[] = [{ kind: 'lines', lines }]
  const { openQuestions: questions } = record
  if (questions.length > 0) blocks.push(tableOfRows(questionsField, questions, { record, scene }))
  if (findings.length > 0) blocks.push(findingsTable(findings, scene))
  return { level: 3, title: words.record[language], blocks }
}

const findingsTable = (findings: readonly JudgedFinding[], scene: Scene): PaperTable => ({
  kind: 'table',
  title: words.findings[scene.language],
  askedBy: '',
  columns: [
    { label: words.severity[scene.language], share: 1 },
    { label: words.provision[scene.language], share: 2 },
    { label: words.field[scene.language], share: 2 },
    { label: words.finding[scene.language], share: 6 },
    { label: words.accepted[scene.language], share: 2 },
  ],
  rows: findings.map((finding) =>
    [
      wordOf(severities, finding.severity),
      stated(finding.provision),
      fieldWord(finding),
      sayAll(finding.sentence, scene.language),
      acceptance(finding, scene),
    ].map((cell) => paragraphsOf(cell, scene)),
  ),
})

function acceptance({ accepted }: JudgedFinding, { language }: Scene): string {
  if (!accepted) return words.open[language]
  const { by, until } = accepted
  return until === null
    ? say(words.acceptedBy, language, { by })
    : say(words.acceptedUntil, language, { by, until })
}

const words = {
  record: both('This record', 'Cette fiche'),
  version: both('Version', 'Version'),
  created: both('Created', 'Créée'),
  updated: both('Last changed', 'Dernière modification'),
  archived: both('Archived', 'Archivée'),
  sources: both('Sources', 'Sources'),
  questions: both('Open questions', 'Questions ouvertes'),
  findings: both('Findings', 'Constats'),
  severity: both('Severity', 'Gravité'),
  provision: both('Provision', 'Disposition'),
  field: both('Field', 'Champ'),
  finding: both('Finding', 'Constat'),
  accepted: both('Accepted', 'Accepté'),
  open: both('no', 'non'),
  acceptedBy: both('by {by}', 'par {by}'),
  acceptedUntil: both('by {by} until {until}', 'par {by} jusqu’au {until}'),
}

const questionsField = {
  kind: 'rows',
  fields: questionFields,
  label: words.questions,
  chapter: 'what',
} as const
