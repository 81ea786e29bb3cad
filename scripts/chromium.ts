import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root, run } from './run.ts'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A real Chromium: one that is there, else Playwright's own, else Debian's package where we may install it. */
export async function findChromium(): Promise<string> {
  const found = [process.env.ROPEWALK_CHROMIUM, ownOfPlaywright(), ...usual].find(
    (file) => file && existsSync(file),
  )
  if (found) return found
  const installed = await run('playwright', ['install', '--with-deps', 'chromium'], {
    cwd: join(root, 'e2e'),
  })
  const own = ownOfPlaywright()
  if (installed.code === 0 && own && existsSync(own)) return own
  if (process.getuid?.() === 0) {
    await run('apt-get', ['update'])
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  }
  const package_ = usual.find((file) => existsSync(file))
  if (package_) return package_
  throw new Error(
    'No Chromium is here, and none could be installed. Install Chromium, or name it in ROPEWALK_CHROMIUM.',
  )
}

function ownOfPlaywright(): string | undefined {
  const require = createRequire(join(root, 'e2e/package.json'))
  const { chromium } = require('@playwright/test') as { chromium: { executablePath(): string } }
  return chromium.executablePath()
}
