import { assessmentRules } from './assessment.ts'
import { confirmingRules } from './confirming.ts'
import { contractRules } from './contract.ts'
import { contradictionsRules } from './contradictions.ts'
import { controllersServedRules } from './controllers-served.ts'
import { dataRules } from './data.ts'
import { dateOrderRules } from './date-order.ts'
import { identityRules } from './identity.ts'
import { locationsRules } from './locations.ts'
import { organisationRules } from './organisation.ts'
import { publicationRules } from './publication.ts'
import { purposesRules } from './purposes.ts'
import { recipientsRules } from './recipients.ts'
import { retentionRules } from './retention.ts'
import { reviewRules } from './review.ts'
import type { Rule } from './rule.ts'
import { securityRules } from './security.ts'
import { thirdCountriesRules } from './third-countries.ts'
import { transfersRules } from './transfers.ts'

/** Every rule by its id, in the order of the printed record: for the list of findings and for the guide. */
export const rules: Readonly<Record<string, Rule>> = Object.fromEntries(
  [
    ...identityRules,
    ...organisationRules,
    ...controllersServedRules,
    ...purposesRules,
    ...dataRules,
    ...retentionRules,
    ...recipientsRules,
    ...transfersRules,
    ...thirdCountriesRules,
    ...locationsRules,
    ...securityRules,
    ...assessmentRules,
    ...contractRules,
    ...publicationRules,
    ...contradictionsRules,
    ...dateOrderRules,
    ...confirmingRules,
    ...reviewRules,
  ].map((rule) => [rule.id, rule]),
)
