import { buildWeb } from './build.ts'

await buildWeb()
await import('../apps/server/src/main.ts')
