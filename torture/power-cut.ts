import { spawnSync } from 'node:child_process'
import { realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { randomFrom } from '../bench/register/random.ts'
import { signIn, startServer } from '../bench/server.ts'
import { faultsIn } from './faults.ts'
import type { Folders } from './register.ts'
import { cuts, filesOf } from './replay.ts'
import { result, skipped } from './results.ts'
import { type Event, eventsIn, traced } from './trace.ts'
import { type Acknowledged, writeStream } from './writers.ts'

const changes = 150
const cutsARound = 15
const control = 'control with synchronous=NORMAL'

/** Simulated power cuts of the real server, and the control that must lose what it acknowledged. */
export async function powerCuts(folders: Folders, rounds: number): Promise<void> {
  if (!canTrace()) {
    skipped('power cuts', 'strace is not here or not permitted')
    skipped(control, 'strace is not here or not permitted')
    return
  }
  const recorded = await record(folders, 'FULL')
  for (let round = 1; round <= rounds; round += 1) {
    const { faults, cuts: count } = await cutRound(folders, recorded, round)
    const { lost, other } = faults
    const all = [...new Set([...lost, ...other])]
    result(`power cuts, round ${round}`, all, `${count} cuts, nothing acknowledged was lost`)
  }
  await provedBy(folders, await record(folders, 'NORMAL'))
}

async function provedBy(folders: Folders, recorded: Recorded): Promise<void> {
  const { faults, cuts: count, losing } = await cutRound(folders, recorded, 0)
  const proof =
    losing > 0 ? [] : [`${count} cuts lost nothing acknowledged: this torture proves nothing`]
  result(
    control,
    [...proof, ...faults.other],
    `${losing} of ${count} cuts lost acknowledged changes`,
  )
}

type Recorded = { database: string; from: ReturnType<typeof filesOf>; events: Event[] }

/** The real server, recorded while changes stream in. */
async function record(
  { fresh, empty }: Folders,
  synchronous: 'FULL' | 'NORMAL',
): Promise<Recorded> {
  const data = realpathSync(fresh())
  const database = join(data, 'ropewalk.db')
  const from = filesOf(database)
  const trace = empty()
  const preload = fileURLToPath(new URL('synchronous-normal.ts', import.meta.url))
  const server = await startServer({
    command: 'strace',
    args: [
      ...['-f', '--seccomp-bpf', '-y', '-xx', '-s', '1000000', '-e', `trace=${traced}`],
      ...['-o', trace, process.execPath],
      ...(synchronous === 'NORMAL' ? ['--import', preload] : []),
      'apps/server/src/main.ts',
    ],
    env: { ROPEWALK_DATA: data, LOG_LEVEL: 'warn' },
  })
  try {
    const acknowledged: Acknowledged[] = []
    const cookie = await signIn(server.port)
    const goOn = () => acknowledged.length < changes
    await writeStream({ port: server.port, cookie, acknowledged, goOn })
  } finally {
    await server.kill()
  }
  const events = await eventsIn(trace, database)
  rmSync(trace)
  return { database, from, events }
}

async function cutRound({ empty }: Folders, { database, from, events }: Recorded, round: number) {
  const random = randomFrom(round + 1)
  const first = events.findIndex((event) => event.kind === 'answer')
  if (first < 0) throw new Error('The recording holds no answer.')
  const moments = new Set<number>()
  while (moments.size < Math.min(cutsARound, events.length - first))
    moments.add(first + random.below(events.length - first))
  const faults = { lost: [] as string[], other: [] as string[] }
  const rising = [...moments].toSorted((one, other) => one - other)
  let losing = 0
  for (const cut of cuts({ from, events, database, image: empty(), random }, rising)) {
    const found = await faultsIn(cut.database, cut.acknowledged)
    const lost = found.filter((fault) => fault.endsWith('is lost'))
    if (lost.length > 0) losing += 1
    faults.lost.push(...lost)
    faults.other.push(...found.filter((fault) => !fault.endsWith('is lost')))
  }
  return { faults, cuts: rising.length, losing }
}

/** Whether calls can be recorded here; as root, strace is fetched where it is missing. */
function canTrace(): boolean {
  const works = () =>
    spawnSync('strace', ['-f', '--seccomp-bpf', '-o', '/dev/null', 'true']).status === 0
  if (process.platform !== 'linux') return false
  if (works()) return true
  const isMissing = spawnSync('strace', ['-V']).error !== undefined
  if (!isMissing || process.getuid?.() !== 0) return false
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'strace'], {
    stdio: 'ignore',
    timeout: 60_000,
  })
  return works()
}
