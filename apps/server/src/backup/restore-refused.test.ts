import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { backupVerb, restoreVerb } from './backup-cli.ts'
import { checked, onBothEngines, within, write } from './registers-for-tests.ts'

// The command line is started and killed several times.
vi.setConfig({ testTimeout: 300_000 })

onBothEngines('a restore', ({ engine, fresh, beside, folder }) => {
  it('is refused while the register is in use, over another one, and over a taken file', async () => {
    const settings = await fresh()
    const file = join(folder, `${engine}-use.zip`)
    await backupVerb(settings, file, {})
    await expect(backupVerb(settings, file, {})).rejects.toMatchObject({ code: 'INVALID' })
    const inUse = { code: 'UNAVAILABLE', message: expect.stringContaining('is in use') }
    await within(settings, () =>
      expect(restoreVerb(settings, file, { older: true })).rejects.toMatchObject(inUse),
    )
    const other = await fresh()
    await within(other, async () => undefined)
    await expect(restoreVerb(other, file, { older: true })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^Here is the register \S+, and .+-use.zip is of the register/,
      ),
    })
    expect((await checked(other)).faults).toEqual([])
  })

  it('needs a key that vouches, unless it is told not to', async () => {
    const settings = await fresh()
    const file = join(folder, `${engine}-unsigned.zip`)
    await within(settings, async () => undefined)
    rmSync(join(settings.data, 'log-key'))
    await expect(within(settings, async () => undefined)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('copy the file log-key from the instance that has it'),
    })
    await expect(backupVerb(settings, file, {})).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await backupVerb(settings, file, { unsigned: true })
    const there = await fresh()
    await expect(restoreVerb(there, file, {})).rejects.toMatchObject({
      message: expect.stringContaining('No key vouches for'),
    })
    const { text } = await restoreVerb(there, file, { unsigned: true })
    expect(text).toMatch(
      /^key: [0-9a-f ]{79}, a new one; the log was signed before with [0-9a-f ]{79}$/m,
    )
    expect((await checked(there)).faults).toEqual([])
  })

  it('brings its key where there is none, and refuses to replace another', async () => {
    const settings = await fresh()
    const file = join(folder, `${engine}-key.zip`)
    await backupVerb(settings, file, { 'with-key': true })
    const key = readFileSync(join(settings.data, 'log-key'), 'utf8')
    const there = await fresh()
    writeFileSync(join(there.data, 'log-key'), randomBytes(32).toString('base64'))
    await expect(restoreVerb(there, file, {})).rejects.toMatchObject({
      message: expect.stringContaining('move the file log-key away first'),
    })
    rmSync(join(there.data, 'log-key'))
    await restoreVerb(there, file, {})
    expect(readFileSync(join(there.data, 'log-key'), 'utf8')).toBe(key)
  })

  it('leaves the old register or the new one, wherever it is killed', async () => {
    const settings = await fresh()
    await write(settings, 'Kept')
    const file = join(folder, `${engine}-killed.zip`)
    const { json } = await backupVerb(settings, file, {})
    const { entries } = json as { entries: number }
    await write(settings, 'Newer')
    const before = entries + 2
    for (const timeout of [1_500, 3_000, 6_000]) {
      spawnSync(
        process.execPath,
        [join(import.meta.dirname, '../ropewalk.ts'), 'restore', file, '--older'],
        {
          env: {
            ROPEWALK_DATA: settings.data,
            ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
          },
          timeout,
          killSignal: 'SIGKILL',
        },
      )
      const found = await checked(settings)
      expect(found.faults).toEqual([])
      expect([before, entries + 1]).toContain(found.entries)
    }
    await restoreVerb(settings, file, { older: true })
    expect((await checked(settings)).entries).toBe(entries + 1)
    expect(existsSync(join(settings.data, 'restoring'))).toBe(false)
  })

  it.runIf(engine === 'postgres')(
    'holds the key in the database for all its instances',
    async () => {
      const settings = await fresh()
      await within(settings, async () => undefined)
      const second = beside(settings)
      const missing = {
        message: expect.stringContaining(`the data folder ${second.data} has none`),
      }
      await expect(within(second, async () => undefined)).rejects.toMatchObject(missing)
      writeFileSync(join(second.data, 'log-key'), randomBytes(32).toString('base64'))
      await expect(within(second, async () => undefined)).rejects.toMatchObject({
        message: expect.stringContaining('and the data folder has another one'),
      })
      copyFileSync(join(settings.data, 'log-key'), join(second.data, 'log-key'))
      await within(second, async () => undefined)
    },
  )

  it.runIf(engine === 'sqlite')('replaces a file that is no database any more', async () => {
    const settings = await fresh()
    const file = join(folder, 'broken.zip')
    await backupVerb(settings, file, {})
    writeFileSync(join(settings.data, 'ropewalk.db'), 'this was a register')
    await restoreVerb(settings, file, {})
    expect((await checked(settings)).faults).toEqual([])
  })
})
