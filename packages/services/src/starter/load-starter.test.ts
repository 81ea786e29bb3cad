import type { Database } from '@ropewalk/db/database.ts'
import { loadRecords, nounTable } from '@ropewalk/db/records.ts'
import { searched } from '@ropewalk/db/search.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { nounKeys } from '@ropewalk/domain/nouns.ts'
import { shippedReference } from '@ropewalk/domain/reference/shipped.ts'
import { expect, it } from 'vitest'
import { raiseCounter } from '../counters.ts'
import { referenceIn } from '../look.ts'
import { linesIn, somebody } from '../people/test-people.ts'
import { newestSnapshots } from '../snapshots.ts'
import { loadStarter, type StarterKind } from './load-starter.ts'
import { starterRecords } from './starter-records.ts'

// 25 November in UTC, still the 24th in Montreal.
const now = '2026-11-25T02:00:00.000Z'
const { records, published } = starterRecords({ now, today: '2026-11-25' })

const load = (database: Database, kind: StarterKind) =>
  database.writing((db) =>
    loadStarter({ db, tables: database.tables, engine: database.engine, now }, kind),
  )
const register = (database: Database, db: Parameters<Parameters<Database['reading']>[0]>[0]) => ({
  db,
  tables: database.tables,
  engine: database.engine,
})
const historyOf = linesIn
const countsOf = (database: Database) =>
  database.reading(async (db) => {
    const { tables } = database
    const counts = []
    for (const table of [
      tables.entries,
      tables.states,
      tables.counters,
      tables.snapshots,
      tables.referenceData,
      ...nounKeys.map((noun) => nounTable(tables, noun)),
    ])
      counts.push(await db.$count(table))
    return counts
  })

onBothEngines('loadStarter', ({ open }) => {
  it('keeps every record as it was made', async () => {
    const database = await open()
    expect(await load(database, 'x2o')).toBe(true)
    await database.reading(async (db) => {
      for (const noun of nounKeys) {
        const made = records.filter((each) => each.noun === noun).map(({ record }) => record)
        const ids = made.map((record) => record.id)
        expect(await loadRecords(register(database, db), noun, { ids })).toEqual(made)
      }
    })
  })

  it('tells each record and each snapshot in history, in one order without a gap', async () => {
    const database = await open()
    await load(database, 'x2o')
    const history = await historyOf(database)
    expect(history.map((line) => line.seq)).toEqual(history.map((_, index) => index + 1))
    expect(new Set(history.map((line) => `${line.actorKind} ${line.door} ${line.at}`))).toEqual(
      new Set([`system start ${now}`]),
    )
    const started = history.filter((line) => line.verb === 'starter.load')
    const loaded = started.slice(0, -1)
    expect(started.at(-1)?.after?.value).toMatchObject({ fourEyes: 'required', required: {} })
    expect(loaded.map((line) => [line.record, line.version, line.before, line.after])).toEqual(
      records.map(({ record }) => [record.id, 1, null, record]),
    )
    const told = history.filter((line) => line.verb === 'sub-processors.publish')
    expect(told.map((line) => line.after?.facts)).toEqual(published)
    const reference = history.filter((line) => line.verb === 'reference.load')
    expect(started.length + told.length + reference.length).toBe(history.length)
  })

  it('publishes the first snapshots on the day it is where the organisation is', async () => {
    const database = await open()
    await load(database, 'x2o')
    const snapshots = await database.reading((db) => newestSnapshots(register(database, db)))
    expect(snapshots.map((row) => row.facts)).toEqual(published)
    expect(new Set(snapshots.map((row) => row.updatedOn))).toEqual(new Set(['2026-11-24']))
    const history = await historyOf(database)
    for (const row of snapshots)
      expect(history[row.seq - 1]).toMatchObject({ recordId: row.subProcessorId })
  })

  it('raises the counters, finds by words, and knows the reference data', async () => {
    const database = await open()
    await load(database, 'x2o')
    await database.reading(async (db) => {
      const counters = await db.select().from(database.tables.counters)
      expect(Object.fromEntries(counters.map((row) => [row.prefix, row.next]))).toEqual({
        PA: 21,
        SP: 6,
        DC: 23,
        DS: 17,
        PT: 14,
        SM: 11,
        ORG: 2,
        PR: 8,
        DOC: 3,
      })
      const found = await db.rows<{ id: string }>(
        searched(register(database, db), 'JIRA', 'subProcessor'),
      )
      expect(found).toEqual([{ id: 'SP-0004' }])
      const reference = await referenceIn(register(database, db))
      expect(reference.eea).toHaveLength(shippedReference.eea.length)
      const decisions = (all: readonly { country: string; from: string; until: string | null }[]) =>
        all.map(({ country, from, until }) => `${country} ${from} ${until}`)
      expect(decisions(reference.adequacy).toSorted()).toEqual(
        decisions(shippedReference.adequacy).toSorted(),
      )
    })
  })

  it('leaves a register alone that is not empty', async () => {
    const database = await open()
    await load(database, 'x2o')
    const before = await countsOf(database)
    expect(await load(database, 'x2o')).toBe(false)
    expect(await load(database, 'empty')).toBe(false)
    expect(await countsOf(database)).toEqual(before)
  })

  it('leaves a register alone where a number was ever given', async () => {
    const database = await open()
    await database.writing((db) => raiseCounter(register(database, db), 'PA', 2))
    expect(await load(database, 'x2o')).toBe(false)
  })

  it('fills a register where only people were added before the first start', async () => {
    const database = await open()
    await somebody(database, 'first@example.org', 'admin')
    expect(await load(database, 'x2o')).toBe(true)
  })

  it('begins empty with the reference data only, and stays as it is', async () => {
    const database = await open()
    expect(await load(database, 'empty')).toBe(true)
    const { eea, adequacy } = shippedReference
    const loaded = eea.length + adequacy.length
    const counts = [loaded, loaded, 0, 0, loaded, ...nounKeys.map(() => 0)]
    expect(await countsOf(database)).toEqual(counts)
    expect(await load(database, 'x2o')).toBe(false)
  })

  it('loads all or nothing', async () => {
    const database = await open()
    const before = await countsOf(database)
    const failing = database.writing(async (db) => {
      await loadStarter({ ...register(database, db), now }, 'x2o')
      throw new Error('the power went')
    })
    await expect(failing).rejects.toThrow('the power went')
    expect(await countsOf(database)).toEqual(before)
  })
})
