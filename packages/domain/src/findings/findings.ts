import type { NounKey } from '../field.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import type { RecordOfNoun } from '../nouns.ts'
import { impactAssessmentUndecided } from './assessment.ts'
import { inferredAndUnconfirmed, openQuestion, roleToConfirm } from './confirming.ts'
import { contractExpired, supplierWithoutContract } from './contract.ts'
import {
  declaredBesideContact,
  declaredBesideDerivedTransfer,
  declaredBesideValue,
} from './contradictions.ts'
import {
  controllerIsAClass,
  controllersNotNamed,
  controllerWithoutContact,
  processingCategoriesNotStated,
} from './controllers-served.ts'
import {
  criminalDataWithoutAuthorisation,
  dataCategoriesNotStated,
  dataSubjectsNotStated,
  specialCategoryWithoutCondition,
} from './data.ts'
import { endsBeforeItStarts } from './date-order.ts'
import {
  jointControllerNotNamed,
  jointControllersWithoutArrangement,
  organisationNotNamed,
} from './identity.ts'
import { clauseModuleMissing, supplierWithoutLocation } from './locations.ts'
import {
  dpoNotStated,
  organisationWithoutContact,
  organisationWithoutName,
  representativeNotStated,
} from './organisation.ts'
import {
  publishedFactsDiffer,
  publishedOnlyAsProcessor,
  subProcessorNotPublished,
} from './publication.ts'
import {
  interestWithoutAssessment,
  lawNotCited,
  legitimateInterestNotNamed,
  purposesNotStated,
  purposeWithoutLegalBasis,
} from './purposes.ts'
import { recipientsNotStated } from './recipients.ts'
import { retentionCriterionUnverifiable, retentionNotStated } from './retention.ts'
import { dataCategoryUnused, dataSubjectUnused, reviewOverdue } from './review.ts'
import { measuresNotStated } from './security.ts'
import {
  adequacyWithoutDecision,
  quebecAssessmentMissing,
  thirdCountryWithoutMechanism,
} from './third-countries.ts'
import {
  recipientAbroadWithoutTransfer,
  storageAbroadWithoutTransfer,
  transfersNotStated,
} from './transfers.ts'

/** Every finding on a record on the look's day, in the order of the printed record; none on an archived one. */
export const findingsOf = <N extends NounKey>(
  noun: N,
  record: RecordOfNoun<N>,
  look: Look,
): Finding[] =>
  record.archivedAt !== null
    ? []
    : [
        ...judges[noun].flatMap((judge) => judge(record, look)),
        ...declaredBesideValue(noun, record),
        ...endsBeforeItStarts(noun, record),
        ...inferredAndUnconfirmed(noun, record, look),
        ...openQuestion(record),
      ]

type Judges<N extends NounKey> = readonly ((record: RecordOfNoun<N>, look: Look) => Finding[])[]

const judges: { readonly [N in NounKey]: Judges<N> } = {
  activity: [
    organisationNotNamed,
    roleToConfirm,
    controllersNotNamed,
    controllerIsAClass,
    controllerWithoutContact,
    processingCategoriesNotStated,
    jointControllerNotNamed,
    jointControllersWithoutArrangement,
    purposesNotStated,
    purposeWithoutLegalBasis,
    legitimateInterestNotNamed,
    lawNotCited,
    interestWithoutAssessment,
    dataSubjectsNotStated,
    dataCategoriesNotStated,
    specialCategoryWithoutCondition,
    criminalDataWithoutAuthorisation,
    retentionNotStated,
    retentionCriterionUnverifiable,
    recipientsNotStated,
    recipientAbroadWithoutTransfer,
    transfersNotStated,
    thirdCountryWithoutMechanism,
    adequacyWithoutDecision,
    declaredBesideDerivedTransfer,
    quebecAssessmentMissing,
    storageAbroadWithoutTransfer,
    measuresNotStated,
    impactAssessmentUndecided,
    reviewOverdue,
  ],
  subProcessor: [
    supplierWithoutLocation,
    thirdCountryWithoutMechanism,
    adequacyWithoutDecision,
    clauseModuleMissing,
    quebecAssessmentMissing,
    supplierWithoutContract,
    contractExpired,
    subProcessorNotPublished,
    publishedFactsDiffer,
    publishedOnlyAsProcessor,
    reviewOverdue,
  ],
  organisation: [
    organisationWithoutName,
    organisationWithoutContact,
    representativeNotStated,
    dpoNotStated,
    declaredBesideContact,
  ],
  dataCategory: [dataCategoryUnused],
  dataSubject: [dataSubjectUnused],
  party: [],
  measure: [],
  product: [],
  document: [],
}
