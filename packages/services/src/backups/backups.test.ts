import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicKeyOf } from '@ropewalk/log/keys.ts'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { holdLogKey } from '../log/log-key.ts'
import { verifyLive } from '../log/verify-live.ts'
import { contextOf, person } from '../test-contexts.ts'
import { askBackup, type BackupRunner } from './ask-backup.ts'
import { changeBackupRule } from './backup-rule.ts'
import { claimBackup } from './claim.ts'
import { readBackups } from './read-backups.ts'
import { recordBackup, recordFailure, recordTry } from './told.ts'

const made = {
  backupId: '0191f1c2-0000-7000-8000-000000000001',
  file: 'one.zip',
  bytes: 10,
  sha256: 'a'.repeat(64),
  entries: 3,
  keyInside: false,
}
const why = { en: 'No room.', fr: 'Pas de place.' }

function runner(): BackupRunner & { begun: string[] } {
  const begun: string[] = []
  return { begun, running: () => null, begin: (what) => void begun.push(what) }
}

onBothEngines('backups', ({ open }) => {
  const started = async () => {
    const database = await open()
    return { database, admin: contextOf(database, person('admin')) }
  }

  it('are read with what failed since, by those who read the access list', async () => {
    const { database, admin } = await started()
    const read = (role: 'auditor' | 'dpo') =>
      readBackups.run(contextOf(database, person(role)), undefined)
    const nothing = { made: null, tried: null, notMade: null, notTried: null, restored: null }
    expect(await read('auditor')).toMatchObject({ ...nothing, running: null })
    await expect(read('dpo')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await recordFailure.run(admin, { what: 'make', why })
    expect(await read('auditor')).toMatchObject({ ...nothing, notMade: { why } })
    await recordBackup.run(admin, made)
    await recordFailure.run(admin, { what: 'try', why })
    const { at } = (await read('auditor')).made ?? {}
    expect(at).toBe('2026-11-24T15:00:00.000Z')
    expect(await read('auditor')).toMatchObject({ made, notMade: null, notTried: { why } })
    const { backupId, file, sha256, entries } = made
    const tried = {
      backupId,
      file,
      sha256,
      entries,
      faults: 0,
      engine: 'sqlite' as const,
      says: [],
    }
    await recordTry.run(admin, tried)
    expect(await read('auditor')).toMatchObject({ tried, notTried: null })
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('begin when an administrator asks who proved it freshly, one at a time', async () => {
    const { admin } = await started()
    const backups = runner()
    await askBackup.run({ ...admin, backups }, { what: 'make' })
    expect(backups.begun).toEqual(['make'])
    const stale = { ...admin, backups, provedAt: '2026-11-24T14:00:00.000Z' }
    await expect(askBackup.run(stale, { what: 'try' })).rejects.toMatchObject({ code: 'STEP_UP' })
    const busy = { ...backups, running: () => ({ what: 'make' as const, since: '' }) }
    await expect(askBackup.run({ ...admin, backups: busy }, { what: 'try' })).rejects.toMatchObject(
      { code: 'CONFLICT' },
    )
    await expect(askBackup.run(admin, { what: 'try' })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    })
    expect(backups.begun).toEqual(['make'])
  })

  it('are made as often as is set, within limits, and told', async () => {
    const { database, admin } = await started()
    const change = (version: number, everyHours: number, keep: number) =>
      changeBackupRule.run(admin, { version, everyHours, keep })
    for (const [hours, keep] of [
      [-1, 7],
      [745, 7],
      [24, 0],
      [24, 101],
    ] as const)
      await expect(change(0, hours, keep)).rejects.toMatchObject({ code: 'INVALID' })
    expect(await change(0, 744, 100)).toEqual({ version: 1, everyHours: 744, keep: 100 })
    await expect(change(0, 24, 1)).rejects.toMatchObject({ code: 'CONFLICT' })
    await change(1, 6, 1)
    const at = (time: string) => claimBackup(database, new Date(`2026-11-24T${time}:00Z`))
    expect(await at('08:00')).toMatchObject({ keep: 1 })
    expect(await at('13:59')).toBeUndefined()
    expect(await at('14:00')).toMatchObject({ keep: 1 })
    expect((await verifyLive(database, [])).faults).toEqual([])
    await change(2, 0, 1)
    expect(await at('23:00')).toBeUndefined()
    await database.writing((db) =>
      db.run(sql`update facts set value = replace(value, '0', '24') where key = 'backup-rule'`),
    )
    expect((await verifyLive(database, [])).faults).toMatchObject([
      { what: 'record-differs', detail: 'backup-rule' },
    ])
  })

  it('rest on one key of the log, which only a restore changes', async () => {
    const { database } = await started()
    const keyOf = (fill: number) =>
      publicKeyOf({ name: 'ropewalk/test', secret: new Uint8Array(32).fill(fill) })
    const now = new Date('2026-11-24T15:00:00Z')
    await Promise.all([holdLogKey(database, keyOf(1), now), holdLogKey(database, keyOf(1), now)])
    expect(await verifyLive(database, [])).toMatchObject({ entries: 1, faults: [] })
    await expect(holdLogKey(database, keyOf(2), now)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(
        /is signed with the key [0-9a-f ]{79}, and the data folder has/,
      ),
    })
    await database.writing((db) => db.run(sql`delete from facts where key = 'log-key'`))
    expect((await verifyLive(database, [])).faults).toMatchObject([{ what: 'record-missing' }])
  })
})
