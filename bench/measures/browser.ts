import { setTimeout } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/chromium.ts'
import { atMost, median, type Outcome, timesFloor } from '../outcome.ts'
import type { Setting } from './setting.ts'

const rounds = 7

/**
 * A browser that has seen nothing: the first list until its rows stand and open their records, and until its script is
 * in charge of it (filters, keys, edits), both beside a bare page with the same rows.
 */
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
    const times = { usable: [] as number[], inCharge: [] as number[], floor: [] as number[] }
    const page = {
      address: `${ours}/activities?role=controller&sort=name`,
      row: 'main a[href^="/activities/PA-"]',
      cookie: { url: ours, header: cookie },
    }
    let script = 0
    for (let round = 0; round <= rounds; round += 1) {
      const list = await seen(browser, page)
      if (round === 0) await opens(browser, page)
      const bare = await seen(browser, {
        address: `${theirs}/rows?role=controller&function=Sales`,
        row: 'td',
      })
      script = list.script
      if (round === 0) continue
      times.usable.push(list.time)
      times.inCharge.push(list.inCharge)
      times.floor.push(bare.time)
    }
    return [
      timesFloor(
        'first list in a cold browser',
        { product: median(times.usable), floor: median(times.floor) },
        3,
      ),
      timesFloor(
        'its script in charge: filters, keys, edits',
        { product: median(times.inCharge), floor: median(times.floor) },
        5,
      ),
      atMost('compressed script for the first list', script / 1000, { most: 180, unit: 'kB' }),
    ]
  } finally {
    await browser.close()
  }
}

type Asked = { address: string; row: string; cookie?: { url: string; header: string } }

/** Milliseconds from the address until the first row can be seen, until script is in charge, and the bytes of script that took. */
const seen = (browser: Browser, asked: Asked) =>
  inFreshWindow(browser, asked, async (page) => {
    const scripts: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => compressed(response.headers(), body)))
    })
    const start = performance.now()
    await page.goto(asked.address, { waitUntil: 'commit' })
    await page.locator(asked.row).first().waitFor({ state: 'visible' })
    const time = performance.now() - start
    if (!asked.cookie) return { time, inCharge: time, script: 0 }
    await page.locator('.first-screen').waitFor({ state: 'detached' })
    await page.getByRole('columnheader', { name: 'Activity' }).getByRole('button').click()
    await page.waitForURL(/sort=-name/, { waitUntil: 'commit' })
    const inCharge = performance.now() - start
    const sizes = await Promise.all(scripts)
    return { time, inCharge, script: sizes.reduce((sum, size) => sum + size, 0) }
  })

/** A press on the first row, at the moment that it can be seen, opens its record: else what is measured is no list. */
const opens = (browser: Browser, asked: Asked) =>
  inFreshWindow(browser, asked, async (page) => {
    await page.goto(asked.address, { waitUntil: 'commit' })
    const row = page.locator(asked.row).first()
    await row.waitFor({ state: 'visible' })
    const name = (await row.textContent()) ?? ''
    await row.click()
    await page.getByRole('heading', { name, level: 1 }).waitFor({ state: 'visible' })
  })

async function inFreshWindow<Found>(
  browser: Browser,
  { cookie }: Asked,
  look: (page: Page) => Promise<Found>,
): Promise<Found> {
  const context = await browser.newContext()
  try {
    if (cookie) {
      const [name = '', value = ''] = cookie.header.split('=')
      await context.addCookies([{ name, value, url: cookie.url }])
    }
    const page = await context.newPage()
    // A new window of Chromium loads pages of its own for a second: they are not what is measured.
    await setTimeout(1_500)
    return await look(page)
  } finally {
    await context.close()
  }
}

const compressed = (headers: Record<string, string>, body: Buffer) =>
  Number(headers['content-length'] ?? brotliCompressSync(body).length)
