import { AllFindings } from '../features/findings/findings-page.tsx'

export const FindingsPage = () => <AllFindings />
