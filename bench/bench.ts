import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeb } from '../scripts/build.ts'
import { openConnection } from './connection.ts'
import { backup } from './measures/backup.ts'
import { firstList } from './measures/browser.ts'
import { csv, meanwhile } from './measures/csv.ts'
import { document } from './measures/document.ts'
import { history } from './measures/history.ts'
import { pack } from './measures/pack.ts'
import { publicBytes, publicPage } from './measures/public-page.ts'
import * as questions from './measures/questions.ts'
import type { Setting } from './measures/setting.ts'
import { start } from './measures/start.ts'
import { type Outcome, tableOf, unmeasured } from './outcome.ts'
import { entriesOfLarge } from './register/history.ts'
import { generate, large } from './register/register.ts'
import { addPerson, signIn, startProduct, startServer, verb } from './server.ts'

// pnpm bench [part of a measure's name]: every budget of speed, measured over HTTP beside a floor in the same run. Exit 1 when one is missed.
const wanted = process.argv.slice(2).join(' ')
const folder = mkdtempSync(join(tmpdir(), 'ropewalk-bench-'))
const outcomes: Outcome[] = []
try {
  await bench(join(folder, 'data'), join(folder, 'copy'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`\n${tableOf(outcomes)}\n`)
const missed = outcomes.filter(({ met }) => met === false)
if (missed.length > 0) {
  process.stdout.write(`\nMissed: ${missed.map(({ what }) => what).join('; ')}\n`)
  process.exitCode = 1
}

async function bench(data: string, copy: string): Promise<void> {
  tell('building the web app')
  await buildWeb()
  tell(`making a register of ${large.activities} activities and ${large.links} links`)
  await generate(data, large)
  await addPerson(data)
  cpSync(data, copy, { recursive: true })
  await measure('start to first answer, idle memory', () => start(data))
  const product = await startProduct(data)
  try {
    await withFloor({ product, data, copy })
  } finally {
    await product.stop()
  }
  await measure('others while a backup is made', () => backup(data))
  await measure('memory and others while files are written', () => meanwhile(data))
  await benchHistory(join(folder, 'history'))
  await benchDocument(join(folder, 'document'))
}

async function benchHistory(data: string): Promise<void> {
  const what = 'earlier days, differences, verification'
  const whole = 'evidence pack of a year, and others meanwhile'
  if (![what, whole].some((each) => each.includes(wanted))) return
  tell(`making a register with a log of ${entriesOfLarge} entries`)
  await generate(data, large, entriesOfLarge)
  await addPerson(data)
  await measure(what, () => history(data))
  await measure(whole, () => pack(data))
}

async function benchDocument(data: string): Promise<void> {
  const what = 'PDF of 500 activities'
  if (!what.includes(wanted)) return
  tell('making a register of 500 activities')
  await generate(data, { ...large, activities: 500, links: 3_000 })
  await addPerson(data)
  await measure(what, () => document(data))
}

type Started = { product: Setting['product']; data: string; copy: string }
async function withFloor({ product, data, copy }: Started): Promise<void> {
  const page = join(folder, 'page.br')
  writeFileSync(page, await publicBytes(product.port))
  const floor = await startServer({
    args: [fileURLToPath(new URL('floor.ts', import.meta.url)), data, copy, page],
  })
  const setting: Setting = {
    product,
    floor,
    cookie: await signIn(product.port),
    toProduct: await openConnection(product.port),
    toFloor: await openConnection(floor.port),
  }
  try {
    tell('judging every record once, as the first list does')
    await setting.toProduct.ask(verb('activities.list', {}, setting.cookie))
    await measure('first page of a filtered, sorted list', () => questions.list(setting))
    await measure('search', () => questions.search(setting))
    await measure('a record with all its rows', () => questions.record(setting))
    await measure('CSV of all activities', () => csv(setting))
    await measure('public page', () => publicPage(setting))
    await measure('first list in a cold browser', () => firstList(setting))
    await measure('a durable change with its history', () => questions.change(setting))
  } finally {
    setting.toProduct.close()
    setting.toFloor.close()
    await floor.stop()
  }
}

async function measure(what: string, run: () => Promise<Outcome | Outcome[]>): Promise<void> {
  if (!what.includes(wanted)) return
  tell(what)
  try {
    outcomes.push(...[await run()].flat())
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    outcomes.push({ ...unmeasured(what, '', why.split('\n')[0] ?? ''), met: false })
  }
}

function tell(line: string): void {
  process.stderr.write(`${line} …\n`)
}
