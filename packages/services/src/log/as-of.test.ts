import { loadRecords } from '@ropewalk/db/records.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { nounKeys } from '@ropewalk/domain/nouns.ts'
import { afterAll, expect, it } from 'vitest'
import { listChanges, readChange } from '../changes/drafting.ts'
import { takenOff } from '../changes/test-changes.ts'
import { exporting } from '../exporting.ts'
import { listFindings } from '../findings/findings.ts'
import { readOverview } from '../overview.ts'
import { listAccess } from '../people/access.ts'
import { activities, parties } from '../records/nouns.ts'
import { searchRegister } from '../search-register.ts'
import { loadStarter } from '../starter/load-starter.ts'
import { contextOf, person } from '../test-contexts.ts'
import { contextAt } from './context-at.ts'
import { endOfDay } from './moment.ts'
import { forgetEarlierDays, registerAt } from './register-at.ts'

const loaded = '2026-11-20T15:00:00.000Z'

onBothEngines('the register as of a day', ({ open, engine }) => {
  const opened: Awaited<ReturnType<typeof open>>[] = []
  afterAll(async () => {
    for (const database of opened) await forgetEarlierDays(database)
  })
  const started = async () => {
    const database = await open()
    opened.push(database)
    const { tables } = database
    await database.writing((db) => loadStarter({ db, tables, engine, now: loaded }, 'x2o'))
    const at = (time: string) => contextOf(database, person('dpo', 'admin'), time)
    const change = (time: string, version: number, name: string) =>
      activities.change.run(at(time), { id: 'PA-0003', version, changes: { fields: { name } } })
    return { database, at, change }
  }

  it('is that of the end of the day where the organisation is, or of the instant', async () => {
    const { at, change } = await started()
    await change('2026-11-22T04:59:00.000Z', 1, 'Late on the 21st in Toronto')
    await change('2026-11-22T05:01:00.000Z', 2, 'On the 22nd')
    const now = at('2026-11-24T15:00:00.000Z')
    const nameAt = async (asOf: string) =>
      (await activities.read.run(await contextAt(now, asOf), { id: 'PA-0003' })).record.name
    expect(await nameAt('2026-11-21')).toBe('Late on the 21st in Toronto')
    expect(await nameAt('2026-11-22')).toBe('On the 22nd')
    expect(await nameAt('2026-11-22T05:00:00Z')).toBe('Late on the 21st in Toronto')
    expect(await nameAt('2026-11-22T00:01:00-05:00')).toBe('On the 22nd')
    expect(await nameAt('2026-11-24')).toBe('On the 22nd')
  })

  it('gives lists, search, findings, overview, history and exports as they were', async () => {
    const { at, change } = await started()
    const before = at('2026-11-20T16:00:00.000Z')
    const overviewThen = await readOverview.run(before, undefined)
    const findingsThen = await listFindings.run(before, { limit: 500 })
    const listThen = await activities.list.run(before, {
      sort: { by: 'name', direction: 'descending' },
    })
    await change('2026-11-23T15:00:00.000Z', 1, 'Quokka keeping')
    const made = await parties.create.run(at('2026-11-23T16:00:00.000Z'), {
      changes: { fields: { name: 'A new party' } },
    })
    await takenOff(at('2026-11-23T17:00:00.000Z'), 'SP-0002')
    const then = await contextAt(at('2026-11-24T15:00:00.000Z'), '2026-11-20')
    expect(await readOverview.run(then, undefined)).toEqual(overviewThen)
    expect((await listChanges.run(then, undefined)).rows).toEqual([])
    const after = await contextAt(at('2026-11-24T15:00:00.000Z'), '2026-11-23')
    const now = await readChange.run(at('2026-11-24T15:00:00.000Z'), { id: 'CH-0001' })
    // What waits to be written to subscribers is of today alone.
    const subscribers = { ...now.subscribers, isQueueing: false }
    expect(await readChange.run(after, { id: 'CH-0001' })).toEqual({ ...now, subscribers })
    expect(await listFindings.run(then, { limit: 500 })).toEqual(findingsThen)
    expect(
      await activities.list.run(then, { sort: { by: 'name', direction: 'descending' } }),
    ).toEqual(listThen)
    expect(await searchRegister.run(then, { query: 'quokka' })).toEqual([])
    await expect(parties.read.run(then, { id: made.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await activities.history.run(then, { id: 'PA-0003' })).lines).toHaveLength(1)
    const request = { nouns: ['activity'] as const, selection: {}, findings: true, users: false }
    const names = await exporting(then, request, async ({ batches }) => {
      const found: unknown[] = []
      for await (const batch of batches) found.push(...batch.map(({ record }) => record.name))
      return found
    })
    expect(names).toContain(listThen.rows.find(({ id }) => id === 'PA-0003')?.name)
    expect(names).not.toContain('Quokka keeping')
  })

  it('equals the live register at its newest entry, record for record', async () => {
    const { database, at, change } = await started()
    await change('2026-11-23T15:00:00.000Z', 1, 'Changed')
    const { moment } = (await contextAt(at('2026-11-24T15:00:00.000Z'), '2026-11-24')).asOf ?? {}
    const then = await registerAt(database, moment?.seq ?? 0)
    for (const noun of nounKeys) {
      const live = await database.reading(async (db) => {
        const register = { db, tables: database.tables, engine }
        const table = database.tables.nouns[noun] as typeof database.tables.nouns.activity
        const ids = (await db.select({ id: table.id }).from(table)).map(({ id }) => id).sort()
        return { ids, records: await loadRecords(register, noun, { ids }) }
      })
      const kept = await then.reading((db) =>
        loadRecords({ db, tables: then.tables, engine: then.engine }, noun, { ids: live.ids }),
      )
      expect(kept).toEqual(live.records)
    }
  })

  it('gives a version back as the next change, told as such', async () => {
    const { at, change } = await started()
    const now = at('2026-11-24T15:00:00.000Z')
    const { record } = await activities.read.run(now, { id: 'PA-0003' })
    await change('2026-11-22T15:00:00.000Z', 1, 'Another name')
    const rows = [{ op: 'add' as const, rows: 'purposes', cells: { purpose: 'A new one' } }]
    await activities.change.run(now, { id: 'PA-0003', version: 2, changes: { rows } })
    const { lines } = await activities.history.run(now, { id: 'PA-0003' })
    const first = lines.at(-1)?.seq ?? 0
    const restored = await activities.restore.run(now, { id: 'PA-0003', version: 3, seq: first })
    expect(restored).toMatchObject({ version: 4, name: record.name, purposes: record.purposes })
    const [line] = (await activities.history.run(now, { id: 'PA-0003' })).lines
    expect(line).toMatchObject({ verb: 'activities.restore', version: 4 })
    const again = { id: 'PA-0003', version: 4, seq: first }
    await expect(activities.restore.run(now, again)).rejects.toMatchObject({ code: 'INVALID' })
    const other = { id: 'PA-0003', version: 4, seq: 1 }
    await expect(activities.restore.run(now, other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is empty before its first entry, knows who had access, and takes no write', async () => {
    const { at } = await started()
    const now = at('2026-11-24T15:00:00.000Z')
    const nothing = await contextAt(now, '2020-01-01')
    expect((await activities.list.run(nothing, undefined)).total).toBe(0)
    expect(await listAccess.run(nothing, undefined)).toEqual([])
    const write = activities.change.run(nothing, {
      id: 'PA-0003',
      version: 1,
      changes: { fields: { name: 'Not then' } },
    })
    await expect(write).rejects.toMatchObject({ code: 'INVALID', field: 'as-of' })
  })

  it.each([
    '2026-11-25',
    '2026-02-30',
    'yesterday',
    '2026-11-24T25:00:00Z',
    '',
    '2026-11-24T15:00',
  ])('refuses %j', async (asOf) => {
    const { at } = await started()
    await expect(contextAt(at('2026-11-24T15:00:00.000Z'), asOf)).rejects.toMatchObject({
      code: 'INVALID',
      field: 'as-of',
    })
  })
})

it('ends a day when the clocks say so, whatever they did that day', () => {
  expect(endOfDay('2026-03-08', 'America/Toronto').toISOString()).toBe('2026-03-09T03:59:59.999Z')
  expect(endOfDay('2026-11-01', 'America/Toronto').toISOString()).toBe('2026-11-02T04:59:59.999Z')
})
