import { both, type Sentence, type Text } from './words.ts'

export const severities = {
  gap: { en: 'gap', fr: 'lacune' },
  conflict: { en: 'conflict', fr: 'conflit' },
  advice: { en: 'advice', fr: 'conseil' },
} as const
export type Severity = keyof typeof severities

/** How many findings of a severity, `n`. */
export const severityCounts: Readonly<Record<Severity, Text>> = {
  gap: both(
    '{n, plural, one {# gap} other {# gaps}}',
    '{n, plural, one {# lacune} other {# lacunes}}',
  ),
  conflict: both(
    '{n, plural, one {# conflict} other {# conflicts}}',
    '{n, plural, one {# conflit} other {# conflits}}',
  ),
  advice: both(
    '{n, plural, one {# piece of advice} other {# pieces of advice}}',
    '{n, plural, one {# conseil} other {# conseils}}',
  ),
}

/** Something the law asks and nothing answers, two answers that contradict, or advice. */
export type Finding = {
  rule: string
  severity: Severity
  /** Such as `Art. 30(1)(f), 5(1)(e)`. */
  provision: string
  recordId: string
  /** Where to mend it: the field, and the row when one row is meant. */
  field: string
  row: string | null
  sentence: Sentence
}
