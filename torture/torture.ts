import { parseArgs } from 'node:util'
import { fullDiskForBackups } from './backup-disk-full.ts'
import { fullDisk } from './disk-full.ts'
import { kills } from './kill.ts'
import { powerCuts } from './power-cut.ts'
import { folders } from './register.ts'
import { finish, result } from './results.ts'

// pnpm torture [--rounds N]: what is acknowledged must survive kill -9, power cuts and a full disk.
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } })
const rounds = Number(values.rounds)
const all = await folders()
try {
  await attempt('kill -9', () => kills(all, rounds))
  await attempt('power cuts', () => powerCuts(all, rounds))
  await attempt('full disk', () => fullDisk(all))
  await attempt('backup on a full disk', () => fullDiskForBackups(all))
} finally {
  all.remove()
}
process.exitCode = finish() ? 0 : 1

async function attempt(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    result(name, [error instanceof Error ? error.message : String(error)], '')
  }
}
