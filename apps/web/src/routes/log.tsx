export { Log as LogPage } from '../features/log/log-page.tsx'
