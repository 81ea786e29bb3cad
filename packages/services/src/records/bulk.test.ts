import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { beforeAll, expect, it } from 'vitest'
import { contextOf, person } from '../test-contexts.ts'
import { activities } from './nouns.ts'

onBothEngines('a bulk change', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  const dpo = () => contextOf(database)
  const made = async (name: string, fields: object = {}) =>
    (await activities.create.run(dpo(), { changes: { fields: { name, ...fields } } })).id
  const linesOf = async (id: string) => (await activities.history.run(dpo(), { id })).lines
  const read = async (id: string) => (await activities.read.run(dpo(), { id })).record
  const setting = (ids: readonly string[], fields: object, version = 1) =>
    ids.map((id) => ({ id, version, changes: { fields } }))

  it('changes every record in one step, told by one line of history each', async () => {
    const ids = [await made('One'), await made('Two', { role: 'controller' })]
    const { records } = await activities.bulkChange.run(dpo(), {
      records: setting(ids, { role: 'processor', nextReviewOn: '2027-01-31' }),
      reason: 'yearly plan',
    })
    expect(records).toEqual(ids.map((id) => ({ id, version: 2 })))
    for (const id of ids) {
      expect(await read(id)).toMatchObject({ role: 'processor', nextReviewOn: '2027-01-31' })
      const lines = await linesOf(id)
      expect(lines).toHaveLength(2)
      expect(lines[0]).toMatchObject({
        verb: 'activities.bulkChange',
        version: 2,
        reason: 'yearly plan',
        after: { role: 'processor' },
      })
    }
  })

  it('gives every record its own value back in one step', async () => {
    const ids = [await made('A', { role: 'controller' }), await made('B', { role: 'processor' })]
    const { records } = await activities.bulkChange.run(dpo(), {
      records: setting(ids, { role: 'toConfirm' }),
    })
    await activities.bulkChange.run(dpo(), {
      records: records.map((record, at) => ({
        ...record,
        changes: { fields: { role: at === 0 ? 'controller' : 'processor' } },
      })),
    })
    const roles = await Promise.all(ids.map(async (id) => (await read(id)).role))
    expect(roles).toEqual(['controller', 'processor'])
  })

  it('leaves alone what already reads so, and refuses when nothing would change', async () => {
    const ids = [await made('Same', { role: 'controller' }), await made('Other')]
    const { records } = await activities.bulkChange.run(dpo(), {
      records: setting(ids, { role: 'controller' }),
    })
    expect(records.map(({ version }) => version)).toEqual([1, 2])
    expect(await linesOf(ids[0] ?? '')).toHaveLength(1)
    const again = records.map((record) => ({
      ...record,
      changes: { fields: { role: 'controller' } },
    }))
    await expect(activities.bulkChange.run(dpo(), { records: again })).rejects.toThrow(
      'Nothing would change.',
    )
  })

  it('refuses as a whole when one is stale, naming it', async () => {
    const [kept, stale] = [await made('Kept'), await made('Stale')]
    await activities.change.run(dpo(), {
      id: stale,
      version: 1,
      changes: { fields: { name: 'Newer' } },
    })
    const done = activities.bulkChange.run(dpo(), {
      records: setting([kept, stale], { role: 'processor' }),
    })
    await expect(done).rejects.toMatchObject({ code: 'CONFLICT', details: { ids: [stale] } })
    await expect(done).rejects.toThrow(stale)
    expect(await read(kept)).toMatchObject({ version: 1, role: null })
    expect(await linesOf(kept)).toHaveLength(1)
  })

  it('refuses as a whole what is gone, archived, wrong or named twice', async () => {
    const [kept, archived] = [await made('Kept too'), await made('Archived')]
    await activities.archive.run(dpo(), { id: archived, version: 1 })
    const refusedWith = async (records: unknown, expected: object) => {
      await expect(activities.bulkChange.run(dpo(), { records })).rejects.toMatchObject(expected)
      expect(await read(kept)).toMatchObject({ version: 1, role: null })
    }
    const role = { role: 'processor' }
    await refusedWith(setting([kept, 'PA-9999'], role), { code: 'NOT_FOUND' })
    await refusedWith([...setting([kept], role), ...setting([archived], role, 2)], {
      code: 'INVALID',
      details: { ids: [archived] },
    })
    await refusedWith(setting([kept], { role: 'king' }), { code: 'INVALID' })
    await refusedWith(setting([kept, kept], role), { code: 'INVALID', field: 'records' })
    await refusedWith(setting([], role), { code: 'INVALID' })
    await refusedWith(
      setting(
        Array.from({ length: 501 }, () => kept),
        role,
      ),
      { code: 'INVALID' },
    )
  })

  it.each(['auditor', 'admin'] as const)('refuses the %s', async (role) => {
    const id = await made('Not theirs')
    await expect(
      activities.bulkChange.run(contextOf(database, person(role)), {
        records: setting([id], { role: 'processor' }),
      }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await linesOf(id)).toHaveLength(1)
  })

  it('changes a hundred records at once', async () => {
    const ids: string[] = []
    for (let at = 0; at < 100; at += 1) ids.push(await made(`Many ${at}`))
    await activities.bulkChange.run(dpo(), { records: setting(ids, { lifecycle: 'ongoing' }) })
    const { total } = await activities.list.run(dpo(), {
      search: 'many',
      filters: { lifecycle: 'ongoing' },
      limit: 1,
    })
    expect(total).toBe(100)
  }, 60_000)
})
