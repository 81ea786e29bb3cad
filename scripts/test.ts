import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb } from './build.ts'
import { check } from './check.ts'
import { findChromium } from './chromium.ts'
import { root, run } from './run.ts'

type Totals = { passed: number; failed: number; skipped: number }
const totals: Totals = { passed: 0, failed: 0, skipped: 0 }
const add = (more: Totals) => {
  totals.passed += more.passed
  totals.failed += more.failed
  totals.skipped += more.skipped
}

const failedChecks = await check()
add({ passed: 0, failed: failedChecks.length, skipped: 0 })
await unitTests()
await buildWeb()
await journeys()
await tortures()

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`)
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1

async function unitTests() {
  const report = join(root, 'test-results/unit.json')
  rmSync(report, { force: true })
  const { code } = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const counts = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
  const failed = counts.numFailedTests ?? 0
  add({
    passed: counts.numPassedTests ?? 0,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: counts.numPendingTests ?? 0,
  })
}

async function journeys() {
  const report = join(root, 'test-results/journeys.json')
  rmSync(report, { force: true })
  const chromium = await findChromium()
  const { code } = await run('playwright', ['test', '--reporter=list,json'], {
    cwd: join(root, 'e2e'),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, ROPEWALK_CHROMIUM: chromium },
  })
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  const failed = stats.unexpected
  add({
    passed: stats.expected + stats.flaky,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: stats.skipped,
  })
}

async function tortures() {
  const { code, output } = await run('node', ['torture/torture.ts', '--rounds', '10'])
  const line = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/.exec(output)
  const failed = Number(line?.[2] ?? 1)
  add({
    passed: Number(line?.[1] ?? 0),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: Number(line?.[3] ?? 0),
  })
}
