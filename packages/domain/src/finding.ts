import type { Sentence } from './words.ts'

export const severities = {
  gap: { en: 'gap', fr: 'lacune' },
  conflict: { en: 'conflict', fr: 'conflit' },
  advice: { en: 'advice', fr: 'conseil' },
} as const
export type Severity = keyof typeof severities

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
