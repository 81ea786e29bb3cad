import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { parties } from '../records/nouns.ts'
import { contextOf, person } from '../test-contexts.ts'
import { readingIn } from '../verb.ts'
import { contextAt } from './context-at.ts'
import { eraseFromHistory } from './erase.ts'
import { headsOf } from './heads.ts'
import {
  changesIn,
  differencesIn,
  type RegisterDifference,
  type ToldChange,
} from './log-datasets.ts'
import { forgetEarlierDays } from './register-at.ts'
import { spanOfDays } from './span.ts'
import { unlocked } from './test-log.ts'
import { verifyLive } from './verify-live.ts'

const key = { name: 'ropewalk/test', secret: new Uint8Array(32).fill(5) }

onBothEngines('erasing personal data from the history', ({ open }) => {
  const started = async () => {
    const database = await open()
    const at = (day: number) =>
      contextOf(database, person('admin', 'dpo'), `2026-11-${day}T15:00:00.000Z`)
    const fields = { name: 'Jane Doe Ltd', contact: 'Jane Doe, counsel' }
    const made = await parties.create.run(at(20), { changes: { fields }, reason: 'Jane Doe asked' })
    const version = (n: number, changes: object) =>
      parties.change.run(at(21), { id: made.id, version: n, changes: { fields: changes } })
    return { database, at, version, id: made.id }
  }
  const all = async <T>(batches: AsyncIterable<readonly T[]>) => {
    const items: T[] = []
    for await (const batch of batches) items.push(...batch)
    return items
  }

  it('is refused while the value is current, and without a reason', async () => {
    const { at, id } = await started()
    const asked = eraseFromHistory.run(at(24), { value: 'Jane Doe', reason: 'Her request' })
    await expect(asked).rejects.toThrow(`still stands in ${id}`)
    await expect(
      eraseFromHistory.run(at(24), { value: 'Jane Doe', reason: '' }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    await expect(
      eraseFromHistory.run(at(24), { value: 'Nobody here', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('takes the value out of every past state, leaves every proof standing, and says so everywhere', async () => {
    const { database, at, version, id } = await started()
    await version(1, { name: 'Counsel Ltd', contact: 'counsel' })
    const keeper = { key, last: async () => undefined, keep: async () => undefined }
    const { size, root } = checkpointOf(await headsOf(database, keeper, () => new Date()).make())
    const result = await eraseFromHistory.run(at(24), { value: 'Jane Doe', reason: 'Her request' })
    expect(result).toMatchObject({ values: 3, states: 1 })

    const text = await database.reading(async (db) =>
      JSON.stringify([
        await db.select().from(database.tables.entries),
        await db.select().from(database.tables.states),
      ]),
    )
    expect(text).not.toContain('Jane Doe')
    expect((await verifyLive(database, [{ size, root, from: 'kept' }])).faults).toEqual([])

    const { lines } = await parties.history.run(at(24), { id })
    expect(lines.at(-1)).toMatchObject({
      reason: 'erased on 2026-11-24',
      after: { name: 'erased on 2026-11-24', contact: 'erased on 2026-11-24' },
    })
    const then = await contextAt(at(24), '2026-11-20')
    expect((await parties.read.run(then, { id })).record.name).toBe('erased on 2026-11-24')
    await forgetEarlierDays(database)
    const span = await spanOfDays(at(24), {})
    const told = await readingIn(at(24), 'history:read', (work) =>
      all<ToldChange>(changesIn(work, span, 'en')),
    )
    expect(told.find(({ seq, field }) => seq === 2 && field === 'Name')).toMatchObject({
      before: 'erased on 2026-11-24',
      after: 'Counsel Ltd',
    })
    const between = await readingIn(at(24), 'history:read', (work) =>
      all<RegisterDifference>(differencesIn(work, { after: 1, upTo: 99 }, 'en')),
    )
    expect(between).toContainEqual({
      noun: 'party',
      recordId: id,
      record: 'Counsel Ltd',
      change: 'changed',
      field: 'Name',
      before: 'erased on 2026-11-24',
      after: 'Counsel Ltd',
    })
  })

  it('does not let anything else go missing under its name', async () => {
    const { database, at, version } = await started()
    await version(1, { name: 'Counsel Ltd', contact: 'counsel' })
    await eraseFromHistory.run(at(24), { value: 'Jane Doe', reason: 'Her request' })
    await unlocked(
      database,
      sql`update states set value = replace(value, '["after","contact"]', '["after","country"]') where seq = 1 and value is not null`,
    )
    expect((await verifyLive(database, [])).faults.map(({ what }) => what)).toContain(
      'state-altered',
    )
  })
})
