import type { RecordOf } from '../record.ts'
import { source, whatData, who } from './data.ts'
import { recipients, suppliers, transfers, where } from './recipients.ts'
import { automated, dpia, review, rights, security } from './safeguards.ts'
import { what } from './what.ts'
import { onBehalfOf, why } from './why.ts'

/** One processing activity, in the order of the printed record: the row of Art. 30 GDPR. */
export const activityFields = {
  ...what,
  ...onBehalfOf,
  ...why,
  ...who,
  ...whatData,
  ...source,
  ...recipients,
  ...suppliers,
  ...transfers,
  ...where,
  ...security,
  ...automated,
  ...dpia,
  ...rights,
  ...review,
} as const

export type Activity = RecordOf<typeof activityFields>
