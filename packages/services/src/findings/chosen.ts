import { type Severity, severities } from '@ropewalk/domain/finding.ts'
import { recordId } from '@ropewalk/domain/schema.ts'
import * as z from 'zod'

/** What findings are chosen by, on the page and in its export. */
export const findingChoice = {
  severity: z.array(z.enum(Object.keys(severities) as [keyof typeof severities])).optional(),
  rule: z.array(z.string().max(60)).max(100).optional(),
  recordId: recordId.optional(),
  accepted: z.boolean().optional(),
}
export type FindingChoice = {
  severity?: readonly Severity[] | undefined
  rule?: readonly string[] | undefined
  recordId?: string | undefined
  accepted?: boolean | undefined
}

type Facts = { rule: string; severity: Severity; recordId: string; isAccepted: boolean }

/** Whether a finding is one of those; what is not asked leaves nothing out. */
export const isChosen = (finding: Facts, { severity, rule, recordId, accepted }: FindingChoice) =>
  (accepted === undefined || accepted === finding.isAccepted) &&
  (!severity || severity.includes(finding.severity)) &&
  (!recordId || finding.recordId === recordId) &&
  (!rule || rule.includes(finding.rule))
