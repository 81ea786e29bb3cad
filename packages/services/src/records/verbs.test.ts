import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { beforeAll, expect, it } from 'vitest'
import { announceAndPublish } from '../changes/publish-now.ts'
import { contextOf, person } from '../test-contexts.ts'
import { activities, dataCategories, subProcessors } from './nouns.ts'

onBothEngines('the verbs of a noun', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  const dpo = () => contextOf(database)
  const made = (changes: unknown) => activities.create.run(dpo(), { changes })
  const linesOf = async (id: string) => (await activities.history.run(dpo(), { id })).lines

  it('creates a record and tells it', async () => {
    const record = await made({
      fields: { name: 'Billing' },
      rows: [{ op: 'add', rows: 'purposes', cells: { purpose: 'invoicing' } }],
    })
    expect(record.id).toMatch(/^PA-\d{4}$/)
    const { record: read } = await activities.read.run(dpo(), { id: record.id })
    expect(read).toEqual(record)
    expect(read.purposes[0]).toMatchObject({
      rowId: `${record.id}.1`,
      purpose: 'invoicing',
      legalBasis: null,
    })
    expect(await linesOf(record.id)).toMatchObject([
      {
        verb: 'activities.create',
        before: null,
        after: { name: 'Billing', version: 1 },
        actorName: 'dpo',
      },
    ])
  })

  it('changes cells and rows in one step and tells before and after', async () => {
    const { id } = await made({
      fields: { name: 'Before' },
      rows: [
        { op: 'add', rows: 'purposes', cells: { purpose: 'one' } },
        { op: 'add', rows: 'purposes', cells: { purpose: 'two' } },
      ],
    })
    const after = await activities.change.run(dpo(), {
      id,
      version: 1,
      reason: 'wording',
      changes: {
        fields: { name: 'After' },
        rows: [
          { op: 'move', rows: 'purposes', rowId: `${id}.2`, to: 0 },
          { op: 'change', rows: 'purposes', rowId: `${id}.1`, cells: { purpose: 'ONE' } },
        ],
      },
    })
    const { record } = await activities.read.run(dpo(), { id })
    expect(record).toEqual(after)
    expect(record.purposes.map((row) => row.purpose)).toEqual(['two', 'ONE'])
    expect((await linesOf(id))[0]).toMatchObject({
      verb: 'activities.change',
      version: 2,
      reason: 'wording',
      before: { name: 'Before' },
      after: { name: 'After' },
    })
  })

  it('refuses a stale version with both versions, and writes nothing', async () => {
    const { id } = await made({ fields: { name: 'Shared' } })
    await activities.change.run(dpo(), { id, version: 1, changes: { fields: { name: 'First' } } })
    await expect(
      activities.change.run(dpo(), { id, version: 1, changes: { fields: { name: 'Second' } } }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { yours: 1, theirs: { version: 2, name: 'First' }, by: 'dpo' },
    })
    expect(await linesOf(id)).toHaveLength(2)
  })

  it.each([
    ['editor', 'activities.archive', 'FORBIDDEN'],
    ['auditor', 'activities.change', 'FORBIDDEN'],
    ['admin', 'activities.change', 'FORBIDDEN'],
  ] as const)('refuses %s to %s', async (role, verb, code) => {
    const { id } = await made({ fields: { name: 'Kept' } })
    const context = contextOf(database, person(role))
    const done =
      verb === 'activities.archive'
        ? activities.archive.run(context, { id, version: 1 })
        : activities.change.run(context, { id, version: 1, changes: { fields: { name: 'x' } } })
    await expect(done).rejects.toMatchObject({ code })
    expect(await linesOf(id)).toHaveLength(1)
  })

  it('refuses those who are not signed in', async () => {
    await expect(activities.list.run(contextOf(database, publicActor), {})).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    })
  })

  it('refuses unknown ids and links to what is not there', async () => {
    await expect(activities.read.run(dpo(), { id: 'PA-9999' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(activities.read.run(dpo(), { id: 'nonsense' })).rejects.toMatchObject({
      code: 'INVALID',
      field: 'id',
    })
    await expect(
      made({ rows: [{ op: 'add', rows: 'data', cells: { dataCategory: 'DC-9999' } }] }),
    ).rejects.toThrow('Data category: there is no DC-9999.')
    await expect(
      made({ rows: [{ op: 'add', rows: 'data', cells: { dataCategory: 'SP-0001' } }] }),
    ).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('archives, and deletes only what nothing refers to, naming what does', async () => {
    const category = await dataCategories.create.run(dpo(), {
      changes: { fields: { name: 'Log data' } },
    })
    const activity = await made({
      fields: { name: 'Logs' },
      rows: [{ op: 'add', rows: 'data', cells: { dataCategory: category.id } }],
    })
    await expect(
      dataCategories.archive.run(dpo(), { id: category.id, version: 1 }),
    ).rejects.toThrow(activity.id)
    await expect(dataCategories.remove.run(dpo(), { id: category.id, version: 1 })).rejects.toThrow(
      activity.id,
    )
    const archived = await activities.archive.run(dpo(), { id: activity.id, version: 1 })
    expect(archived.archivedAt).not.toBeNull()
    await dataCategories.archive.run(dpo(), { id: category.id, version: 1 })
    await expect(dataCategories.remove.run(dpo(), { id: category.id, version: 2 })).rejects.toThrow(
      activity.id,
    )
    await activities.remove.run(dpo(), { id: activity.id, version: 2 })
    await dataCategories.remove.run(dpo(), { id: category.id, version: 2 })
    const next = await dataCategories.create.run(dpo(), { changes: { fields: { name: 'New' } } })
    expect(next.id).not.toBe(category.id)
    expect(await linesOf(activity.id)).toMatchObject([
      { verb: 'activities.remove', after: null },
      {},
      {},
    ])
  })

  it('copies an activity with rows of its own', async () => {
    const { id } = await made({
      fields: { name: 'Original', role: 'controller' },
      rows: [{ op: 'add', rows: 'purposes', cells: { purpose: 'one' } }],
    })
    const copy = await activities.copy.run(dpo(), { id, name: 'Copy' })
    expect(copy).toMatchObject({ name: 'Copy', role: 'controller', version: 1 })
    expect(copy.purposes[0]?.rowId.startsWith(`${copy.id}.`)).toBe(true)
  })

  it('confirms facts', async () => {
    const { id } = await made({ fields: { name: 'Facts' } })
    const after = await activities.confirm.run(dpo(), {
      id,
      version: 1,
      targets: [{ field: 'name', row: '' }],
    })
    expect(after.sources.at(-1)).toMatchObject({ field: 'name', certainty: 'confirmed' })
    await expect(
      activities.confirm.run(dpo(), { id, version: 2, targets: [{ field: 'nonsense' }] }),
    ).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('lists with search, filters, sort and paging', async () => {
    for (const name of ['Zebra Ünïcode', 'alpha 10', 'alpha 9'])
      await made({
        fields: {
          name,
          role: name.startsWith('a') ? 'processor' : 'controller',
          description: 'needle haystack',
        },
      })
    const names = async (input: unknown) =>
      (await activities.list.run(dpo(), input)).rows.map((row) => row.name)
    const mine = { search: 'needle' }
    expect(await names({ ...mine, sort: { by: 'name', direction: 'ascending' } })).toEqual([
      'alpha 9',
      'alpha 10',
      'Zebra Ünïcode',
    ])
    expect(await names({ search: 'unicode' })).toEqual(['Zebra Ünïcode'])
    expect(await names({ search: 'un' })).toContain('Zebra Ünïcode')
    expect(await names({ ...mine, filters: { role: 'processor' } })).toHaveLength(2)
    expect(await names({ ...mine, limit: 1, offset: 1 })).toHaveLength(1)
    expect(await names({ ...mine, filters: { purposes: 'stated' } })).toEqual([])
    expect(await names({ ...mine, filters: { findings: 'gap' } })).toHaveLength(3)
    expect(await names({ search: '"; drop table activities; --' })).toEqual([])
    await expect(activities.list.run(dpo(), { filters: { nonsense: 'x' } })).rejects.toMatchObject({
      code: 'INVALID',
    })
  })

  it('publishes what is assured and shows what differs', async () => {
    const supplier = await subProcessors.create.run(dpo(), {
      changes: { fields: { name: 'Host Ltd', function: 'hosting' } },
    })
    await expect(
      subProcessors.publish.run(contextOf(database, person('editor')), {
        id: supplier.id,
        version: 1,
        reason: 'first',
      }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN', details: { permission: 'register:publish' } })
    const asked = { id: supplier.id, reason: 'A better sentence' }
    await expect(subProcessors.publish.run(dpo(), { ...asked, version: 1 })).rejects.toThrow(
      'a change adds it',
    )
    await announceAndPublish.run(dpo(), { ...asked, version: 1 })
    const { record: active } = await subProcessors.read.run(dpo(), { id: supplier.id })
    const renamed = await subProcessors.change.run(dpo(), {
      id: supplier.id,
      version: active.version,
      changes: { fields: { service: 'Virtual machines' } },
    })
    await expect(
      subProcessors.publish.run(dpo(), { id: supplier.id, version: renamed.version }),
    ).rejects.toMatchObject({ field: 'reason' })
    expect(await subProcessors.preview.run(dpo(), { id: supplier.id })).toMatchObject({
      asks: 'correction',
    })
    await subProcessors.publish.run(dpo(), { ...asked, version: renamed.version })
    await subProcessors.change.run(dpo(), {
      id: supplier.id,
      version: renamed.version,
      changes: { fields: { legalEntity: 'Host Limited' } },
    })
    await expect(
      subProcessors.publish.run(dpo(), { ...asked, version: renamed.version + 1 }),
    ).rejects.toThrow('Facts differ, not words alone (Legal entity)')
    const { now, after } = await subProcessors.preview.run(dpo(), { id: supplier.id })
    expect([now?.legalEntity, after.legalEntity]).toEqual(['', 'Host Limited'])
    const { findings } = await subProcessors.beside.run(dpo(), { id: supplier.id })
    expect(findings.map((finding) => finding.rule)).toContain('published-facts-differ')
    await expect(
      subProcessors.archive.run(dpo(), { id: supplier.id, version: renamed.version + 1 }),
    ).rejects.toThrow('public list')
  })

  it('writes every change once, in order, while many write at once', async () => {
    const { id } = await made({ fields: { name: 'Busy' } })
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        activities.change.run(dpo(), {
          id,
          version: 1,
          changes: { fields: { description: `try ${n}` } },
        }),
      ),
    )
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const lines = await linesOf(id)
    expect(lines.map((line) => line.version)).toEqual([2, 1])
  })
})
