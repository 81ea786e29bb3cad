import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bench/server.ts'
import { mounted } from './disk-full.ts'
import type { Folders } from './register.ts'
import { result, skipped } from './results.ts'

const name = 'backup on a full disk'

/** A disk with no room for a backup: it is refused with a sentence, no half file stays, and with room it is made. */
export async function fullDiskForBackups({ fresh, empty }: Folders): Promise<void> {
  const disk = empty()
  mkdirSync(disk)
  if (!mounted(disk, '16k')) return skipped(name, 'a small disk cannot be mounted here')
  try {
    const data = fresh()
    const file = join(disk, 'backup.zip')
    const faults: string[] = []
    const refused = ropewalk(data, ['backup', file])
    if (refused.status !== 1) faults.push(`it ended with ${refused.status}`)
    if (!refused.stderr.startsWith('There is no room for the backup'))
      faults.push(`it said: ${refused.stderr.trim()}`)
    const left = readdirSync(disk)
    if (left.length > 0) faults.push(`it left ${left.join(', ')}`)
    spawnSync('mount', ['-o', 'remount,size=64m', disk])
    for (const args of [
      ['backup', file],
      ['restore', file, '--try'],
      ['verify', '--live'],
    ]) {
      const { status, stderr } = ropewalk(data, args)
      if (status !== 0)
        faults.push(`${args[0]} with room again ended with ${status}: ${stderr.trim()}`)
    }
    result(name, faults, 'refused, nothing left behind, and made and tried once there was room')
  } finally {
    spawnSync('umount', [disk])
  }
}

const ropewalk = (data: string, args: readonly string[]) =>
  spawnSync(process.execPath, ['apps/server/src/ropewalk.ts', ...args], {
    cwd: root,
    env: { ...process.env, ROPEWALK_DATA: data },
    encoding: 'utf8',
  })
