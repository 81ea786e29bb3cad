import { ConfirmingQueue } from '../features/confirming/queue-page.tsx'

export const ToConfirmPage = () => <ConfirmingQueue />
