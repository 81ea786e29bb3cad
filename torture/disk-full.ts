import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Connection, openConnection } from '../bench/connection.ts'
import { posted, type Server, signIn, startProduct, verb } from '../bench/server.ts'
import { faultsIn } from './faults.ts'
import type { Folders } from './register.ts'
import { result, skipped } from './results.ts'
import type { Acknowledged } from './writers.ts'

const name = 'full disk'

/** A disk that fills up: the change is refused, what was saved stays, reading goes on, and writing too once there is room. */
export async function fullDisk({ fresh, empty }: Folders): Promise<void> {
  const disk = empty()
  mkdirSync(disk)
  if (!mounted(disk, '8m')) return skipped(name, 'a small disk cannot be mounted here')
  try {
    const data = join(disk, 'data')
    cpSync(fresh(), data, { recursive: true })
    const server = await startProduct(data)
    const faults = await fill({ server, disk, data }).finally(server.stop)
    result(name, faults, 'refused with 507, read on, and wrote again once there was room')
  } finally {
    spawnSync('umount', [disk])
  }
}

type Disk = { server: Server; disk: string; data: string }
async function fill({ server, disk, data }: Disk): Promise<string[]> {
  const cookie = await signIn(server.port)
  const connection = await openConnection(server.port)
  const acknowledged: Acknowledged[] = []
  try {
    const to = { connection, port: server.port, cookie, acknowledged }
    const refused = await writeUntilRefused(to)
    const faults = refused === 507 ? [] : [`a change on a full disk was answered ${refused}`]
    for (const [verbName, input] of reads) {
      const { status } = await connection.ask(verb(verbName, input, cookie))
      if (status !== 200) faults.push(`${verbName} on a full disk was answered ${status}`)
    }
    faults.push(...(await faultsIn(join(data, 'ropewalk.db'), acknowledged)))
    spawnSync('mount', ['-o', 'remount,size=64m', disk])
    const again = await write(to, 2)
    if (again !== 200) faults.push(`with room again, a change was answered ${again}`)
    return [...faults, ...(await faultsIn(join(data, 'ropewalk.db'), acknowledged))]
  } finally {
    connection.close()
  }
}

const reads = [
  ['activities.read', { id: 'PA-0001' }],
  ['activities.list', {}],
  ['register.search', { query: 'system' }],
] as const

type To = { connection: Connection; port: number; cookie: string; acknowledged: Acknowledged[] }

async function writeUntilRefused(to: To): Promise<number> {
  for (let count = 0; count < 2_000; count += 1) {
    const status = await write(to, 1)
    if (status !== 200) return status
  }
  return 200
}

async function write({ connection, acknowledged, ...to }: To, record: number): Promise<number> {
  const id = `PA-000${record}`
  const last = acknowledged.findLast((each) => each.id === id)
  const description = `${acknowledged.length} ${'long '.repeat(1_500)}`.trim()
  const { status } = await connection.ask(
    posted(
      '/api/trpc/activities.change',
      { id, version: last?.version ?? 1, changes: { fields: { description } } },
      to,
    ),
  )
  if (status === 200) acknowledged.push({ id, version: (last?.version ?? 1) + 1, description })
  return status
}

/** Mounts a disk of so much memory, where that is permitted. */
export function mounted(disk: string, size: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).status === 0
}
