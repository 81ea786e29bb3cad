import { AllSettings } from '../features/settings/settings-page.tsx'

export const SettingsPage = () => <AllSettings />
