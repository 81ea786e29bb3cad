import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { both } from '@ropewalk/domain/words.ts'
import { readBackups } from '@ropewalk/services/backups/read-backups.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../open-database.ts'
import { freshFolder, keptLog } from '../parts-for-tests.ts'
import { settingsFrom } from '../settings.ts'
import { backupsOf, type Program } from './backup-runner.ts'
import { contextFor } from './registers-for-tests.ts'

const settings = settingsFrom({ ROPEWALK_DATA: freshFolder(), ROPEWALK_STARTER: 'empty' })
const folder = join(settings.data, 'backups')
let database: Awaited<ReturnType<typeof openDatabase>>
beforeAll(async () => {
  database = await openDatabase(settings)
})
afterAll(() => database.close())

function runner(program: Program, at: string) {
  const now = () => new Date(at)
  return backupsOf({ database, settings, log: keptLog().log, now, program })
}
const about = {
  backupId: '0191f1c2-0000-7000-8000-000000000001',
  file: 'one.zip',
  sha256: 'a'.repeat(64),
  entries: 3,
}
const made: Program = async ([verb = '', file = '']) => {
  if (verb === 'restore') return { made: { ...about, faults: 0, engine: 'sqlite', says: [] } }
  writeFileSync(file, '')
  return { made: { ...about, bytes: 10, keyInside: false } }
}
const read = () => readBackups.run(contextFor(database), undefined)

it('makes what is due, tries it, and keeps the newest', async () => {
  mkdirSync(folder)
  for (let day = 10; day < 20; day += 1)
    writeFileSync(join(folder, `ropewalk_backup_202611${day}T000000Z.zip`), '')
  writeFileSync(join(folder, 'of-somebody-else.zip'), '')
  writeFileSync(join(folder, 'ropewalk_backup_20261109T000000Z.zip.0a.part'), '')
  const asked: string[] = []
  const backups = runner((args, end) => {
    asked.push(args.join(' '))
    return made(args, end)
  }, '2026-11-25T12:00:00Z')
  await backups.whenDue()
  const newest = join(folder, 'ropewalk_backup_20261125T120000Z.zip')
  expect(asked).toEqual([
    `backup ${newest} --as-job --json`,
    `restore ${newest} --try --as-job --json`,
  ])
  const left = readdirSync(folder)
  expect(left).toHaveLength(8)
  expect(left).toContain('of-somebody-else.zip')
  expect(left).not.toContain('ropewalk_backup_20261113T000000Z.zip')
  await backups.whenDue()
  expect(asked).toHaveLength(2)
  expect(backups.running()).toBeNull()
  expect(await read()).toMatchObject({ made: { file: 'one.zip' }, tried: { faults: 0 } })
})

it('tells a failure, removes nothing, and goes on', async () => {
  const before = readdirSync(folder)
  const why = both('There is no room.', 'Il n’y a pas de place.')
  const backups = runner(async () => ({ trouble: why }), '2026-11-26T12:00:00Z')
  await backups.whenDue()
  expect((await read()).notMade).toMatchObject({ what: 'make', why })
  backups.begin('try')
  expect(backups.running()).toMatchObject({ what: 'try' })
  await backups.stop()
  expect(readdirSync(folder)).toEqual(before)
})

it('says what failed in a process of its own, in both languages', async () => {
  writeFileSync(join(folder, 'ropewalk_backup_20261127T120000Z.zip'), 'no ZIP')
  const { log } = keptLog()
  const now = () => new Date('2026-11-27T13:00:00Z')
  const backups = backupsOf({ database, settings, log, now })
  const data = process.env.ROPEWALK_DATA
  process.env.ROPEWALK_DATA = settings.data
  backups.begin('try')
  while (backups.running()) await new Promise((resolve) => setTimeout(resolve, 100))
  if (data === undefined) delete process.env.ROPEWALK_DATA
  else process.env.ROPEWALK_DATA = data
  expect((await read()).notTried?.why).toEqual({
    en: expect.stringContaining('is not a backup of Ropewalk'),
    fr: expect.stringContaining('n’est pas une sauvegarde de Ropewalk'),
  })
})
