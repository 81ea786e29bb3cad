import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { contractStatuses } from '../sub-processor/contract.ts'
import type { SubProcessor } from '../sub-processor/sub-processor.ts'
import { answerWords } from '../values.ts'
import { both } from '../words.ts'
import { found, gap, when } from './rule.ts'
import { called } from './wording.ts'

const none = gap(
  'supplier-without-contract',
  'Art. 28(3)',
  both('Supplier without contract', 'Fournisseur sans contrat'),
)
const expired = gap('contract-expired', 'Art. 28(3)', both('Contract expired', 'Contrat expiré'))
export const contractRules = [none, expired]

const sentences = {
  none: both(
    'No signed contract with {supplier} is recorded (status: {status}).',
    'Aucun contrat signé avec {supplier} n’est consigné (état : {status}).',
  ),
  expired: both(
    'The contract with {supplier} has expired.',
    'Le contrat avec {supplier} a expiré.',
  ),
  expiredOn: both(
    'The contract with {supplier} expired on {day}.',
    'Le contrat avec {supplier} a expiré le {day}.',
  ),
}

/** A former supplier needs a contract no longer. */
export const supplierWithoutContract = (supplier: SubProcessor): Finding[] =>
  when(supplier.status !== 'former' && !wasSigned(supplier), () =>
    found(none, supplier, {
      field: 'contractStatus',
      text: sentences.none,
      values: {
        supplier: called(supplier),
        status: supplier.contractStatus
          ? contractStatuses[supplier.contractStatus]
          : answerWords.notStated,
      },
    }),
  )

export const contractExpired = (supplier: SubProcessor, look: Look): Finding[] => {
  const day = supplier.contractExpiresOn
  const isPast = day !== null && day < look.today
  return when(
    supplier.status !== 'former' &&
      wasSigned(supplier) &&
      (supplier.contractStatus === 'expired' || isPast),
    () =>
      found(expired, supplier, {
        field: isPast ? 'contractExpiresOn' : 'contractStatus',
        text: isPast ? sentences.expiredOn : sentences.expired,
        values: { supplier: called(supplier), ...(isPast ? { day } : {}) },
      }),
  )
}

const wasSigned = ({ contractStatus }: SubProcessor) =>
  contractStatus === 'signed' || contractStatus === 'expired'
