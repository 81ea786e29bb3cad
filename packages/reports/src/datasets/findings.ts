import type { Fields } from '@ropewalk/domain/field.ts'
import { severities } from '@ropewalk/domain/finding.ts'
import { nounKeys, nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import { both, sayAll } from '@ropewalk/domain/words.ts'
import type { Word } from '../cell.ts'
import { dataset } from '../dataset.ts'
import { ruleWord, stated } from '../facts.ts'
import type { JudgedFinding } from '../scene.ts'
import { answers, wordOf } from '../word.ts'

/** Every finding of every record, with the acceptance that stands on it. */
export const findings = dataset({
  key: 'findings',
  nouns: nounKeys,
  items: (record, _scene, beside) => {
    if (!beside.findings) throw new Error('The dataset findings needs the findings of its records')
    return beside.findings.map((finding) => ({ record, finding }))
  },
  columns: ({ text, day, choice, event }) => ({
    rule: text(({ finding }) => ruleWord(finding.rule)),
    severity: choice(severities, ({ finding }) => wordOf(severities, finding.severity)),
    provision: text(({ finding }) => stated(finding.provision)),
    record_id: text(({ record }) => record.id),
    record: text(({ record }) => stated(record.name)),
    field: text(({ finding }) => fieldWord(finding)),
    finding: text(({ finding }, { language }) => sayAll(finding.sentence, language)),
    accepted_by: event(text(({ finding }) => finding.accepted?.by ?? '')),
    accepted_until: event(
      day(({ finding }) => (finding.accepted ? (finding.accepted.until ?? answers.none) : '')),
    ),
  }),
})

const beside: Readonly<Record<string, Word['label']>> = {
  '': both('Whole record', 'Fiche entière'),
  openQuestions: both('Open questions', 'Questions ouvertes'),
}

/** The field that a finding is about, as people read it. */
export function fieldWord({ recordId, field }: Pick<JudgedFinding, 'recordId' | 'field'>): Word {
  const noun = nounOf(recordId)
  const fields: Fields = noun ? nouns[noun].fields : {}
  return { key: field, label: fields[field]?.label ?? beside[field] ?? both(field, field) }
}
