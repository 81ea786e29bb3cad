import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { exporting } from '../exporting.ts'
import { activities, dataSubjects, parties } from '../records/nouns.ts'
import { changeReferenceData, listReferenceData } from '../reference.ts'
import { loadStarter } from '../starter/load-starter.ts'
import { contextOf } from '../test-contexts.ts'
import { acceptFinding, listFindings, reopenFinding } from './findings.ts'
import { listToConfirm } from './questions.ts'

const now = '2026-11-24T15:00:00.000Z'

onBothEngines('findings', ({ open }) => {
  const started = async () => {
    const database = await open()
    await database.writing((db) =>
      loadStarter({ db, tables: database.tables, engine: database.engine, now }, 'x2o'),
    )
    return contextOf(database)
  }
  const first = async (context: Awaited<ReturnType<typeof started>>) => {
    const { rows } = await listFindings.run(context, { recordId: 'PA-0003', limit: 1 })
    const [finding] = rows
    if (!finding) throw new Error('PA-0003 has no finding')
    const { recordId, version, rule, field, row } = finding
    return { recordId, version, rule, field, row }
  }

  it('accepts one at the version it was read, tells it, and opens it again', async () => {
    const context = await started()
    const which = await first(context)
    const { total } = await listFindings.run(context, { recordId: 'PA-0003' })
    await acceptFinding.run(context, { ...which, reason: 'Known', until: '2026-12-31' })
    expect((await listFindings.run(context, { recordId: 'PA-0003' })).total).toBe(total - 1)
    const { lines } = await activities.history.run(context, { id: 'PA-0003' })
    expect(lines[0]).toMatchObject({ verb: 'findings.accept', reason: 'Known', version: 1 })
    await reopenFinding.run(context, which)
    expect((await listFindings.run(context, { recordId: 'PA-0003' })).total).toBe(total)
  })

  it('refuses what was read before somebody changed the record', async () => {
    const context = await started()
    const which = await first(context)
    const changes = { fields: { description: 'Changed meanwhile' } }
    await activities.change.run(context, { id: 'PA-0003', version: 1, changes })
    const asked = acceptFinding.run(context, { ...which, reason: 'Known' })
    await expect(asked).rejects.toMatchObject({ code: 'CONFLICT', details: { yours: 1 } })
  })

  it('name a record as it is called after it was renamed', async () => {
    const context = await started()
    const named = async () => {
      const { rows } = await listFindings.run(context, { limit: 500 })
      return new Set(rows.flatMap(({ sentence }) => Object.values(sentence.values)))
    }
    for (const verbs of [dataSubjects, parties]) {
      const before = await named()
      const { rows } = await verbs.list.run(context, { limit: 200 })
      const record = rows.find(({ name }) => before.has(name))
      if (!record) throw new Error('no finding names any of these')
      const { id, version, name } = record
      const changes = { fields: { name: 'Renamed' } }
      await verbs.change.run(context, { id, version, changes } as never)
      const after = await named()
      expect(after.has('Renamed')).toBe(true)
      expect(after.has(name)).toBe(false)
    }
  })

  it('queue what is to be confirmed by number', async () => {
    const context = await started()
    const { rows } = await listToConfirm.run(context, { limit: 1 })
    const [source] = rows
    const { sources } = context.database.tables
    await context.database.writing(async (db) => {
      const { nouns } = context.database.tables
      const [record] = await db.select().from(nouns.activity).limit(1)
      if (!record || !source) throw new Error('the starter is missing')
      for (const number of [9_999, 10_000]) {
        const id = `PA-${number}`
        await db.insert(nouns.activity).values({ ...record, id, number })
        await db.insert(sources).values({
          ...source,
          declared: {},
          position: 0,
          recordId: id,
          rowId: `${id}.1`,
        })
      }
    })
    const all: string[] = []
    for (let offset = 0; ; offset += 100) {
      const page = await listToConfirm.run(context, { offset, limit: 100 })
      all.push(...page.rows.map(({ recordId }) => recordId))
      if (page.rows.length < 100) break
    }
    expect(all.indexOf('PA-10000')).toBe(all.indexOf('PA-9999') + 1)
  })

  it('exports those the page shows, and no others', async () => {
    const context = await started()
    const shown = await listFindings.run(context, { severity: ['conflict', 'gap'], limit: 500 })
    const request = {
      nouns: ['activity', 'subProcessor'] as const,
      selection: {},
      findings: true,
      users: false,
      among: { severity: ['conflict', 'gap'] as const, accepted: false },
    }
    const all = await exporting(context, request, async ({ batches }) => {
      const found: string[] = []
      for await (const batch of batches)
        for (const { findings } of batch)
          found.push(...findings.map(({ recordId, rule }) => `${recordId} ${rule}`))
      return found
    })
    const wanted = shown.rows.map(({ recordId, rule }) => `${recordId} ${rule}`)
    expect(all).toEqual(wanted.filter((line) => /^(PA|SP)/.test(line)))
    expect(all.length).toBeGreaterThan(0)
  })

  it('changes reference data at the version it was read only', async () => {
    const context = await started()
    const [entry] = await listReferenceData.run(context, undefined)
    if (!entry) throw new Error('no reference data')
    const change = { id: entry.id, version: entry.version, kind: 'eea', entry: { source: 'Look' } }
    expect(await changeReferenceData.run(context, change)).toMatchObject({ version: 2 })
    await expect(changeReferenceData.run(context, change)).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { yours: 1 },
    })
  })
})
