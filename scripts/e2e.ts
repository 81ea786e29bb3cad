import { join } from 'node:path'
import { buildWeb } from './build.ts'
import { findChromium } from './chromium.ts'
import { root, run } from './run.ts'

await buildWeb()
const { code } = await run('playwright', ['test', ...process.argv.slice(2)], {
  cwd: join(root, 'e2e'),
  env: { ROPEWALK_CHROMIUM: await findChromium() },
})
process.exitCode = code
