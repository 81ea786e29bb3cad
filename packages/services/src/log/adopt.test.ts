import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { linesIn } from '../people/test-people.ts'
import { newestSnapshots } from '../snapshots.ts'
import { loadStarter } from '../starter/load-starter.ts'
import { adoptHistory } from './adopt.ts'

const now = '2026-11-24T15:00:00.000Z'

onBothEngines('a register older than the log', ({ open, engine }) => {
  it('has its history in the log, with the times and names that were', async () => {
    const database = await open()
    await database.writing(async (db) => {
      await db.run(sql`delete from reference_data`)
      await db.run(
        sql`insert into history_before_log (seq, at, actor_kind, actor_id, actor_name, door, verb, record_id, version, reason, before, after) values
          (1, ${now}, 'person', 'US-0001', 'Ada', 'web', 'people.signIn', 'US-0001', null, '', null, '{"session":"s1"}'),
          (2, ${now}, 'person', 'US-0001', 'Ada', 'web', 'parties.create', 'PT-0001', 1, 'New', null, '{"id":"PT-0001","name":"Partners","version":1}'),
          (3, ${now}, 'person', 'US-0001', 'Ada', 'web', 'parties.change', 'PT-0001', 2, '', '{"id":"PT-0001","name":"Partners","version":1}', '{"id":"PT-0001","name":"All partners","version":2}')`,
      )
    })
    await adoptHistory(database)
    await adoptHistory(database)
    const lines = await linesIn(database)
    expect(lines).toMatchObject([
      { seq: 1, at: now, record: 'session s1', about: 'US-0001', actorName: 'Ada' },
      { seq: 2, record: 'PT-0001', version: 1, reason: 'New', before: null },
      { seq: 3, before: { name: 'Partners' }, after: { name: 'All partners' } },
    ])
  })

  it('is left alone when there is no such history', async () => {
    const database = await open()
    const { tables } = database
    await adoptHistory(database)
    await database.writing((db) => loadStarter({ db, tables, engine, now }, 'x2o'))
    const before = await linesIn(database)
    await adoptHistory(database)
    expect(await linesIn(database)).toEqual(before)
    const kept = await database.reading((db) => newestSnapshots({ db, tables, engine }))
    expect(kept).toHaveLength(5)
  })
})
