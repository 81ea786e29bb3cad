import { setTimeout } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../../scripts/chromium.ts'
import { atMost, median, type Outcome, timesFloor } from '../outcome.ts'
import type { Setting } from './setting.ts'

const rounds = 5

/** A browser that has seen nothing: the first list until its rows stand, beside a bare page with the same rows. */
export async function firstList({ product, floor, cookie }: Setting): Promise<Outcome[]> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  try {
    const ours = `http://127.0.0.1:${product.port}`
    const theirs = `http://127.0.0.1:${floor.port}`
    const times = { product: [] as number[], floor: [] as number[] }
    let script = 0
    for (let round = 0; round <= rounds; round += 1) {
      const list = await seen(browser, {
        address: `${ours}/activities?role=controller&sort=name`,
        row: 'main a[href^="/activities/PA-"]',
        cookie: { url: ours, header: cookie },
      })
      const bare = await seen(browser, {
        address: `${theirs}/rows?role=controller&function=Sales`,
        row: 'td',
      })
      script = list.script
      if (round === 0) continue
      times.product.push(list.time)
      times.floor.push(bare.time)
    }
    return [
      timesFloor(
        'first list in a cold browser',
        { product: median(times.product), floor: median(times.floor) },
        3,
      ),
      atMost('compressed script for the first list', script / 1000, { most: 180, unit: 'kB' }),
    ]
  } finally {
    await browser.close()
  }
}

type Page = { address: string; row: string; cookie?: { url: string; header: string } }

/** Milliseconds from the address until the first row can be seen and used, and the bytes of script that took. */
async function seen(browser: Browser, { address, row, cookie }: Page) {
  const context = await browser.newContext()
  try {
    if (cookie) {
      const [name = '', value = ''] = cookie.header.split('=')
      await context.addCookies([{ name, value, url: cookie.url }])
    }
    const page = await context.newPage()
    const scripts: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => compressed(response.headers(), body)))
    })
    // A new window of Chromium loads pages of its own for a second: they are not what is measured.
    await setTimeout(1_500)
    const start = performance.now()
    await page.goto(address, { waitUntil: 'commit' })
    await page.locator(row).first().waitFor({ state: 'visible' })
    const time = performance.now() - start
    const sizes = await Promise.all(scripts)
    return { time, script: sizes.reduce((sum, size) => sum + size, 0) }
  } finally {
    await context.close()
  }
}

const compressed = (headers: Record<string, string>, body: Buffer) =>
  Number(headers['content-length'] ?? brotliCompressSync(body).length)
