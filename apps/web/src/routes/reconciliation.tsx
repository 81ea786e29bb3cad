import { Reconciling } from '../features/reconciliation/reconciliation-page.tsx'

export const ReconciliationPage = () => <Reconciling />
