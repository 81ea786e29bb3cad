import type { Finding, Severity } from '../finding.ts'
import type { Text, Values } from '../words.ts'

/** A rule as the list of findings groups by it. Its id is for ever. */
export type Rule = {
  readonly id: string
  readonly severity: Severity
  readonly provision: string
  readonly title: Text
}

type Make = (id: string, provision: string, title: Text) => Rule
/** The law asks and nothing answers. */
export const gap: Make = (id, provision, title) => ({ id, severity: 'gap', provision, title })
/** Two answers contradict. */
export const conflict: Make = (id, provision, title) => ({
  id,
  severity: 'conflict',
  provision,
  title,
})
export const advice: Make = (id, provision, title) => ({ id, severity: 'advice', provision, title })

type Where = {
  field: string
  row?: string | undefined
  text: Text
  values?: Values
  /** When it is narrower than the rule's own. */
  provision?: string | undefined
}

/** A finding of a rule on a record. */
export const found = (rule: Rule, record: { id: string }, where: Where): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  provision: where.provision ?? rule.provision,
  recordId: record.id,
  field: where.field,
  row: where.row ?? null,
  sentence: { text: where.text, values: where.values ?? {} },
})

/** The finding when the condition holds, else none: most rules read as one `when`. */
export const when = (holds: boolean, make: () => Finding): Finding[] => (holds ? [make()] : [])
