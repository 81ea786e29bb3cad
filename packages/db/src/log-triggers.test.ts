import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Database } from './database.ts'
import { onBothEngines } from './test-databases.ts'

onBothEngines('the log', ({ open }) => {
  const filled = async () => {
    const database = await open()
    await database.writing(async (db) => {
      for (const [seq, verb] of [
        [1, 'parties.create'],
        [2, 'history.erase'],
        [3, 'parties.change'],
      ])
        await db.run(
          sql`insert into entries (seq, leaf, at, actor_kind, actor_id, door, verb, record, about) values (${seq}, '{}', '', '', '', '', ${verb}, 'PT-0001', 'PT-0001')`,
        )
      await db.run(sql`insert into states (seq, generation, value) values (1, 0, 'one')`)
      await db.run(sql`insert into states (seq, generation, value) values (3, 0, 'three')`)
    })
    return database
  }
  const run = (database: Database, statement: string) =>
    database.writing((db) => db.run(sql.raw(statement)))

  it.each([
    "update entries set leaf = 'other' where seq = 1",
    'delete from entries where seq = 3',
    "insert into entries (seq, leaf, at, actor_kind, actor_id, door, verb, record, about) values (5, '', '', '', '', '', '', '', '')",
    "update states set value = 'other' where seq = 1",
    'update states set value = null where seq = 1',
    'update states set value = null, erased_by = 3 where seq = 1',
    'update states set value = null, erased_by = 2 where seq = 3',
    "update states set value = 'other', erased_by = 2 where seq = 1",
    'delete from states where seq = 1',
    "insert into states (seq, generation, value) values (1, 1, 'other')",
  ])('refuses %s', async (statement) => {
    const database = await filled()
    await expect(run(database, statement)).rejects.toThrow()
    const kept = await database.reading((db) =>
      db.rows<{ n: number }>(
        sql`select count(*) as n from states where value in ('one', 'three') and erased_by is null`,
      ),
    )
    expect(Number(kept[0]?.n)).toBe(2)
  })

  it('lets a value be erased by an entry that says so, and what is left be added', async () => {
    const database = await filled()
    await run(database, 'update states set value = null, erased_by = 2 where seq = 1')
    await run(database, "insert into states (seq, generation, value) values (1, 1, 'left')")
    await expect(
      run(
        database,
        "update states set value = 'back', erased_by = 2 where seq = 1 and generation = 0",
      ),
    ).rejects.toThrow()
  })
})
