import { severities } from '@ropewalk/domain/finding.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { both, type Language, say, sayAll } from '@ropewalk/domain/words.ts'
import { fieldWord } from '../datasets/findings.ts'
import { coverOf } from '../paper/cover.ts'
import type { RecordContent } from '../paper/record-content.ts'
import type { ReportSource } from '../paper/source.ts'
import type { TextSheet } from '../workbook.ts'

/** The facts that an authority’s layout has above its table: whose record it is, and which state of it. */
export function organisationSheet(source: ReportSource, content: RecordContent): TextSheet {
  const { scene, activities, open } = content
  const lines = coverOf({ source, scene, activities: activities.length, open: open.length })
  return {
    name: words.organisation[source.language],
    rows: lines.map(({ label, answer, askedBy }) => [label, answer.join('\n'), askedBy]),
    widths: [34, 70, 26],
    bold: new Set(),
  }
}

export type Placed = { readonly record: AnyRecord; readonly first: number; readonly last: number }

/** Which rows of the layout belong to which activity: the layout itself has no place for its id. */
export const activitiesSheet = (placed: readonly Placed[], language: Language): TextSheet => ({
  name: words.activities[language],
  rows: [
    [words.rows[language], words.id[language], words.name[language]],
    ...placed.map(({ record, first, last }) => [
      first === last ? String(first) : `${first}–${last}`,
      record.id,
      String(record.name),
    ]),
  ],
  widths: [10, 14, 70],
  bold: new Set([0]),
})

type Without = { readonly headings: readonly string[]; readonly notes?: readonly string[] }

/** The end of a layout: the headings that the register has no field for, then every open finding. */
export function notAnsweredSheet(
  { open }: RecordContent,
  { headings, notes = [] }: Without,
  language: Language,
): TextSheet {
  const rows = [
    [words.noField[language]],
    ...headings.map((heading) => [heading]),
    ...notes.map((note) => [note]),
    [''],
    [say(words.open, language, { n: open.length })],
    [words.provision, words.id, words.name, words.field, words.finding, words.severity].map(
      (text) => text[language],
    ),
    ...open.map(({ finding, recordName }) => [
      finding.provision,
      finding.recordId,
      recordName,
      fieldWord(finding).label[language],
      sayAll(finding.sentence, language),
      severities[finding.severity][language],
    ]),
  ]
  const before = headings.length + notes.length
  return {
    name: words.notAnswered[language],
    rows,
    widths: [40, 14, 40, 28, 80, 12],
    bold: new Set([0, before + 2, before + 3]),
  }
}

const words = {
  organisation: both('Organisation', 'Organisation'),
  activities: both('Activities', 'Activités'),
  notAnswered: both('Not answered', 'Sans réponse'),
  rows: both('Rows', 'Lignes'),
  id: both('Id', 'Identifiant'),
  name: both('Name', 'Nom'),
  noField: both(
    'The register has no field for these headings',
    'Le registre n’a pas de champ pour ces rubriques',
  ),
  open: both(
    '{n, plural, one {# open finding} other {# open findings}}',
    '{n, plural, one {# constat ouvert} other {# constats ouverts}}',
  ),
  provision: both('Provision', 'Disposition'),
  field: both('Field', 'Champ'),
  finding: both('What is open', 'Ce qui est ouvert'),
  severity: both('Severity', 'Gravité'),
}
