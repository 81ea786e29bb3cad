import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '@ropewalk/db/database.ts'
import { migrateSqlite } from '@ropewalk/db/migrate.ts'
import { insertRecord } from '@ropewalk/db/records.ts'
import { indexForSearch } from '@ropewalk/db/search.ts'
import { openSqlite } from '@ropewalk/db/sqlite.ts'
import { publishedFrom } from '@ropewalk/domain/derived/published-from.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { productActor } from '@ropewalk/domain/permissions.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import type { SubProcessor } from '@ropewalk/domain/sub-processor/sub-processor.ts'
import { raiseCounter } from '@ropewalk/services/counters.ts'
import { type Change, writeHistory } from '@ropewalk/services/history.ts'
import { lookIn } from '@ropewalk/services/look.ts'
import { storeSnapshot } from '@ropewalk/services/records/publishing.ts'
import { searchText } from '@ropewalk/services/searching.ts'
import { snapshotKey } from '@ropewalk/services/snapshots.ts'
import { loadStarter } from '@ropewalk/services/starter/load-starter.ts'
import { type Plain, recordFrom } from '@ropewalk/services/starter/plain.ts'
import { type Work, workIn } from '@ropewalk/services/verb.ts'
import { activities } from './activities.ts'
import { at, tellHistory } from './history.ts'
import * as others from './others.ts'
import { randomFrom } from './random.ts'

export type Sizes = {
  activities: number
  subProcessors: number
  dataCategories: number
  /** Rows that link an activity to a supplier or to a data category, over all activities. */
  links: number
  dataSubjects: number
  parties: number
  measures: number
  products: number
}

/** The register that the speed of the product is stated for. */
export const large: Sizes = {
  activities: 10_000,
  subProcessors: 500,
  dataCategories: 200,
  links: 60_000,
  dataSubjects: 40,
  parties: 120,
  measures: 60,
  products: 20,
}

/**
 * Fills an empty data folder with a register of these sizes and the newest snapshot of every sub-processor, so
 * that the product starts on it as on any other; then tells on until its log has so many entries. The same sizes give
 * the same register.
 */
export async function generate(folder: string, sizes: Sizes, entries = 0): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'ropewalk.db')
  await migrateSqlite(file)
  const database = openSqlite(file)
  try {
    await fill(database, sizes)
    await tellHistory(database, entries)
  } finally {
    await database.close()
  }
}

/** The same within a database that is already there, in one transaction. */
export const fill = (database: Database, sizes: Sizes): Promise<void> =>
  database.writing(async (db) => {
    const work = await workIn(
      {
        database,
        actor: productActor(),
        door: 'start',
        now: () => new Date(at),
      },
      db,
    )
    if (!(await loadStarter(work, 'empty'))) throw new Error('The register is not empty.')
    const suppliers: AnyRecord[] = []
    for (const [noun, plains] of plainsOf(sizes)) {
      const told: Change[] = []
      for (const plain of plains) {
        const record = recordFrom(noun, plain, {
          source: { document: 'DOC-0001', asOf: work.today },
          clock: work,
        })
        await insertRecord(work, noun, record)
        await indexForSearch(db, noun, record.id, searchText(noun, record))
        told.push({ of: record.id, before: null, after: record })
        if (noun === 'subProcessor') suppliers.push(record)
      }
      await writeHistory(work, 'starter.load', told)
      await raiseCounter(work, nouns[noun].prefix, plains.length + 1)
    }
    await publishAll(work, suppliers)
  })

function* plainsOf(sizes: Sizes): Generator<readonly [NounKey, readonly Plain[]]> {
  const random = randomFrom(20_261_124)
  yield ['document', others.policy()]
  yield ['organisation', others.organisation()]
  yield ['party', others.parties(random, sizes.parties)]
  yield ['measure', others.measures(random, sizes.measures)]
  yield ['product', others.products(random, sizes.products)]
  yield ['dataCategory', others.dataCategories(random, sizes.dataCategories)]
  yield ['dataSubject', others.dataSubjects(random, sizes.dataSubjects)]
  yield ['subProcessor', others.subProcessors(random, sizes.subProcessors)]
  yield ['activity', activities(random, sizes)]
}

async function publishAll(work: Work, suppliers: readonly AnyRecord[]) {
  const look = await lookIn(work, {
    today: work.today,
    linkedTo: suppliers.map((supplier) => supplier.id),
  })
  for (const supplier of suppliers) {
    const facts = publishedFrom(supplier as SubProcessor, look)
    const after = await storeSnapshot(work, { facts, listed: true })
    const record = snapshotKey(supplier.id)
    const change = { of: supplier.id, record, version: 1, before: null, after }
    await writeHistory(work, 'sub-processors.publish', [change])
  }
}
