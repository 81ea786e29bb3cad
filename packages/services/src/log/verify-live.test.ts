import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { type SQL, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { takenOff } from '../changes/test-changes.ts'
import { activities, parties } from '../records/nouns.ts'
import { loadStarter } from '../starter/load-starter.ts'
import { contextOf, person } from '../test-contexts.ts'
import { headsOf } from './heads.ts'
import { checkLog, readLogCheck } from './log-check.ts'
import { unlocked } from './test-log.ts'
import { verifyLive } from './verify-live.ts'

const now = '2026-11-24T15:00:00.000Z'
const key = { name: 'ropewalk/test', secret: new Uint8Array(32).fill(5) }

onBothEngines('verifying the live register', ({ open, engine }) => {
  const started = async () => {
    const database = await open()
    const { tables } = database
    await database.writing((db) => loadStarter({ db, tables, engine, now }, 'x2o'))
    const context = contextOf(database)
    await activities.change.run(context, {
      id: 'PA-0003',
      version: 1,
      changes: { fields: { description: 'Changed' } },
    })
    const made = await parties.create.run(context, { changes: { fields: { name: 'Gone soon' } } })
    await parties.remove.run(context, { id: made.id, version: 1 })
    await takenOff(context, 'SP-0002')
    const keeper = { key, last: async () => undefined, keep: async () => undefined }
    const note = await headsOf(database, keeper, () => new Date(now)).make()
    const { size, root } = checkpointOf(note)
    return { database, head: { size, root, from: 'kept' } }
  }

  it('finds nothing in a register that only the product wrote', async () => {
    const { database, head } = await started()
    const verified = await verifyLive(database, [head])
    expect(verified.faults).toEqual([])
    expect(verified.entries).toBe(head.size)
  })

  it('is what the daily check does, and keeps for the administrator', async () => {
    const { database } = await started()
    const admin = contextOf(database, person('admin'))
    expect(await readLogCheck.run(admin, undefined)).toBeNull()
    const keeper = { key, last: async () => undefined, keep: async () => undefined }
    await checkLog(admin, keeper)
    expect(await readLogCheck.run(admin, undefined)).toMatchObject({ faults: 0, sentences: [] })
    await unlocked(database, sql`update parties set name = 'Altered' where id = 'PT-0001'`)
    await checkLog(admin, keeper)
    const found = await readLogCheck.run(admin, undefined)
    expect(found?.faults).toBe(1)
    expect(found?.sentences[0]?.en).toContain('PT-0001 is not what its last entry')
  })

  const last = sql`(select max(seq) from entries)`
  const oldSnapshot = sql`(select min(seq) from snapshots where sub_processor_id = 'SP-0002')`
  const attacks: [string, SQL[], string[]][] = [
    [
      'a leaf',
      [sql`update entries set leaf = replace(leaf, '"web"', '"job"') where seq = ${last}`],
      ['column-differs', 'rewritten'],
    ],
    [
      'a payload',
      [
        sql`update states set value = replace(value, 'Changed', 'Altered') where seq = (select seq from entries where verb = 'activities.change')`,
      ],
      ['state-altered', 'record-differs'],
    ],
    ['a column', [sql`update entries set actor_id = 'US-0009' where seq = 60`], ['column-differs']],
    [
      'a record',
      [sql`update activities set description = 'Altered' where id = 'PA-0003'`],
      ['record-differs'],
    ],
    [
      'a row of a record',
      [sql`update activity_purposes set purpose = 'Altered' where record_id = 'PA-0001'`],
      ['record-differs'],
    ],
    [
      'a snapshot',
      [sql`update snapshots set updated_on = '2020-01-01' where sub_processor_id = 'SP-0001'`],
      ['record-differs'],
    ],
    [
      'an old snapshot, long replaced',
      [sql`update snapshots set updated_on = '2020-01-01' where seq = ${oldSnapshot}`],
      ['record-differs'],
    ],
    [
      'a snapshot that nobody published',
      [sql`update snapshots set seq = 1 where seq = ${oldSnapshot}`],
      ['record-unknown', 'record-missing'],
    ],
    [
      'reference data',
      [sql`delete from reference_data where id = (select min(id) from reference_data)`],
      ['record-missing'],
    ],
    [
      'the newest ten entries',
      [
        sql`delete from states where seq > ${last} - 10`,
        sql`delete from entries where seq > ${last} - 10`,
      ],
      ['cut-off'],
    ],
    [
      'one entry in the middle',
      [sql`delete from states where seq = 60`, sql`delete from entries where seq = 60`],
      ['seq-gap'],
    ],
    [
      'two entries, swapped',
      [
        sql`update entries set seq = -60 where seq = 60`,
        sql`update entries set seq = 60 where seq = 61`,
        sql`update entries set seq = 61 where seq = -60`,
      ],
      ['seq-gap', 'state-altered'],
    ],
    [
      'a record nobody told of',
      [
        sql`insert into measures (id, number, version, last_row, created_at, updated_at, name) values ('SM-0900', 900, 1, 0, ${now}, ${now}, 'Secret')`,
      ],
      ['record-unknown'],
    ],
  ]
  it.each(attacks)('names a change of %s', async (_, statements, whats) => {
    const { database, head } = await started()
    for (const statement of statements) await unlocked(database, statement)
    const { faults } = await verifyLive(database, [head])
    const found = faults.map(({ what }) => what)
    for (const what of whats) expect(found).toContain(what)
  })
})
