import { OverviewOfRegister } from '../features/overview/overview-page.tsx'

export const OverviewPage = () => <OverviewOfRegister />
