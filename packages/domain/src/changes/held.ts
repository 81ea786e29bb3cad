import { withoutConsent } from './recipients.ts'
import type { SupplierChange } from './supplier-change.ts'

/** Whether a specific authorisation (Art. 28(2) GDPR) keeps a change from taking effect once it is announced. */
export const isHeld = ({
  told,
  consentReason,
}: Pick<SupplierChange, 'told' | 'consentReason'>): boolean =>
  consentReason === '' && withoutConsent(told).length > 0
