export { Changes as ChangesPage } from '../features/changes/changes-page.tsx'
