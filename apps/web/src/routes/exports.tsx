import { AllExports } from '../features/exports/exports-page.tsx'

export const ExportsPage = () => <AllExports />
