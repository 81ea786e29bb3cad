import { statSync } from 'node:fs'
import { join } from 'node:path'
import { datasets } from '@ropewalk/reports/datasets/datasets.ts'
import { readBackups } from '@ropewalk/services/backups/read-backups.ts'
import { expect, it, vi } from 'vitest'
import { makeExport } from '../make-export.ts'
import { keeperForTests } from '../parts-for-tests.ts'
import { commandContext } from '../people-cli.ts'
import type { Settings } from '../settings.ts'
import { backupVerb, restoreVerb } from './backup-cli.ts'
import { checked, contextFor, onBothEngines, within, write } from './registers-for-tests.ts'

// What tells of the log itself, which a restore adds to.
const ofTheLog = new Set(['changes', 'exports', 'differences'])

async function exported(settings: Settings): Promise<Record<string, string>> {
  return within(settings, async (database) => {
    const { heads, ...context } = commandContext(database, keeperForTests())
    const files: Record<string, string> = {}
    for (const name of datasets.keys()) {
      if (ofTheLog.has(name)) continue
      const asked = { name, format: 'csv', query: {}, profile: 'plain', base: undefined } as const
      const bytes = await makeExport({ context, heads }, asked, ({ chunks }) =>
        Array.fromAsync(chunks),
      )
      files[name] = Buffer.concat(bytes).toString('utf8')
    }
    return files
  })
}

vi.setConfig({ testTimeout: 300_000 })

onBothEngines('a register that is backed up and restored', ({ engine, fresh, folder }) => {
  it('is the same, on either engine, and its log agrees', async () => {
    const settings = await fresh()
    await write(settings, 'Écrit “avant” la sauvegarde 🌲')
    const file = join(folder, `${engine}-one.zip`)
    const answer = await backupVerb(settings, file, { 'with-key': true })
    expect(answer.json).toMatchObject({ file: `${engine}-one.zip`, keyInside: true })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const before = await exported(settings)
    expect(Object.keys(before).length).toBeGreaterThan(15)
    for (const target of ['sqlite', 'postgres'] as const) {
      const there = await fresh(target)
      const restored = await restoreVerb(there, file, {})
      expect(restored.json).toMatchObject({ givenUp: 0, formerKey: undefined })
      expect(await exported(there)).toEqual(before)
      expect((await checked(there)).faults).toEqual([])
      await write(there, 'afterwards')
      const { restored: told, rule } = await within(there, (database) =>
        readBackups.run(contextFor(database), undefined),
      )
      expect(told).toMatchObject({ file: `${engine}-one.zip`, engineOfBackup: engine, givenUp: 0 })
      expect(rule).toEqual({ version: 0, everyHours: 24, keep: 7 })
    }
  })

  it('takes the place of the one that stands only when entries may be given up', async () => {
    const settings = await fresh()
    await write(settings, 'Kept')
    const file = join(folder, `${engine}-older.zip`)
    const { json } = await backupVerb(settings, file, {})
    const { entries } = json as { entries: number }
    await write(settings, 'Given up')
    await expect(restoreVerb(settings, file, {})).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(
        new RegExp(
          `holds ${entries} entries of the log; the register here has ${entries + 2}.*gives up 2: say --older`,
        ),
      ),
    })
    expect((await checked(settings)).entries).toBe(entries + 2)
    const answer = await restoreVerb(settings, file, { older: true })
    expect(answer.text).toMatch(/given up: 2\nwhat was here is kept in: before_restore_/)
    expect(await checked(settings)).toMatchObject({ entries: entries + 1, faults: [] })
    const told = await within(settings, (database) =>
      readBackups.run(contextFor(database), undefined),
    )
    expect(told.restored).toMatchObject({ givenUp: 2, headGivenUp: expect.any(String) })
    // Twice over: what was put aside before is in nobody's way.
    await restoreVerb(settings, file, { older: true })
    expect((await checked(settings)).faults).toEqual([])
  })

  it('is tried without being replaced, and says what does not agree', async () => {
    const settings = await fresh()
    const file = join(folder, `${engine}-tried.zip`)
    await backupVerb(settings, file, {})
    const good = await within(settings, () => restoreVerb(settings, file, { try: true }))
    expect(good).toMatchObject({ json: { faults: 0, engine } })
    expect(good.exit).toBeUndefined()
    await within(settings, async (database) => {
      const { activity } = database.tables.nouns
      await database.writing((db) => db.update(activity).set({ name: 'behind its back' }))
    })
    const bad = join(folder, `${engine}-bad.zip`)
    await backupVerb(settings, bad, {})
    const tried = await restoreVerb(settings, bad, { try: true })
    expect(tried.exit).toBe(1)
    expect(tried.text).toContain('PA-0001 is not what its last entry')
    await expect(restoreVerb(await fresh(), bad, {})).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('does not agree with its own log: PA-0001 is not what'),
    })
  })
})
