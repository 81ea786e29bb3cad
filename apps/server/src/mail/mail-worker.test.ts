import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from '@ropewalk/db/database.ts'
import { migratePostgres, migrateSqlite } from '@ropewalk/db/migrate.ts'
import { openPostgres } from '@ropewalk/db/postgres.ts'
import { openSqlite } from '@ropewalk/db/sqlite.ts'
import { startPostgres } from '@ropewalk/db/test-postgres.ts'
import { lease } from '@ropewalk/services/mails/claim-mails.ts'
import { queueMails } from '@ropewalk/services/mails/queue-mail.ts'
import { contextOf, testSecret } from '@ropewalk/services/test-contexts.ts'
import { writing } from '@ropewalk/services/verb.ts'
import { expect, it, vi } from 'vitest'
import * as z from 'zod'
import { freshFolder, keptLog } from '../parts-for-tests.ts'
import { abreast, deliverer } from './delivery.ts'
import { mailWorker } from './mail-worker.ts'
import { type Received, smtpServer } from './smtp-for-tests.ts'

vi.setConfig({ testTimeout: 240_000 })

const program = fileURLToPath(new URL('worker-for-tests.ts', import.meta.url))
const mailFrom = 'register@example.com'
const addresses = (count: number) =>
  Array.from({ length: count }, (_, number) => `reader-${number}@example.com`)

const queue = (database: Database, to: readonly string[]) =>
  writing({ verb: 'tests.queue', permission: 'register:write' }, z.undefined(), async (work) => ({
    change: [],
    result: await queueMails(
      work,
      to.map((address) => ({
        to: address,
        language: 'en',
        subject: 'A change',
        text: 'It changes.',
        about: { kind: 'notice', record: 'SP-0001', recipient: address.split('@')[0] ?? '' },
      })),
    ),
  })).run({ ...contextOf(database), now: () => new Date() }, undefined)

const started = (database: Database, smtpUrl: string, ahead = 0) => {
  const { log, text } = keptLog()
  const { deliver, close } = deliverer({
    smtpUrl,
    mailFrom,
    data: freshFolder(),
    webhooksTo: [],
  })
  const now = () => new Date(Date.now() + ahead)
  const worker = mailWorker({ database, now, secret: testSecret, deliver, log, every: 20 })
  const stop = async () => {
    await worker.stop()
    close()
  }
  return { stop, text }
}

const statesIn = (database: Database) =>
  database.reading(async (db) =>
    (await db.select().from(database.tables.mails)).map(({ state }) => state),
  )
const settled = (database: Database) =>
  vi.waitFor(async () => expect(await statesIn(database)).not.toContain('waiting'), {
    timeout: 150_000,
    interval: 100,
  })
const timesEach = (received: readonly Received[]) =>
  Object.values(Object.groupBy(received, ({ to }) => to)).map((each) => each?.length ?? 0)

async function sqlite() {
  const file = join(freshFolder(), 'register.db')
  await migrateSqlite(file)
  return { file, database: openSqlite(file) }
}

it('sends what was queued, gives up what is refused, and tries the rest again later', async () => {
  const { database } = await sqlite()
  const server = await smtpServer()
  await queue(database, ['a@example.com', 'refuse@example.com', 'later@example.com'])
  const { stop, text } = started(database, server.url)
  await vi.waitFor(async () =>
    expect((await statesIn(database)).toSorted()).toEqual(['dead', 'sent', 'waiting']),
  )
  await stop()
  expect(server.received.map(({ to }) => to)).toEqual(['a@example.com'])
  expect(text()).toContain('a mail was given up')
  expect(text()).not.toContain('example.com')
  await server.close()
  await database.close()
})

it('sends a mail again under the same Message-ID when the answer was cut off', async () => {
  const { database } = await sqlite()
  const server = await smtpServer()
  await queue(database, ['drop@example.com'])
  for (const ahead of [0, 70_000]) {
    const before = server.received.length
    const { stop } = started(database, server.url, ahead)
    await vi.waitFor(() => expect(server.received.length).toBe(before + 1), { timeout: 5_000 })
    await stop()
  }
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1)
  await server.close()
  await database.close()
})

it('records what became of a mail once the database can be written again, and sends nothing twice', async () => {
  const { file, database } = await sqlite()
  const other = openSqlite(file)
  const free = Promise.withResolvers<void>()
  const holding = Promise.withResolvers<Promise<void>>()
  const server = await smtpServer({
    whenTaken: () => holding.resolve(other.writing(() => free.promise)),
  })
  await queue(database, ['a@example.com'])
  const { stop, text } = started(database, server.url)
  await vi.waitFor(() => expect(text()).toContain('is not recorded yet'), { timeout: 30_000 })
  free.resolve()
  await await holding.promise
  await settled(database)
  expect(await statesIn(database)).toEqual(['sent'])
  expect(server.received).toHaveLength(1)
  await stop()
  await server.close()
  await Promise.all([other.close(), database.close()])
})

it('reaches everyone when it is killed again and again, nobody more than once a kill', async () => {
  const { file, database } = await sqlite()
  const kills = 2
  let left = 0
  let kill = () => {}
  const whenTaken = () => {
    left -= 1
    if (left === 0) kill()
  }
  const server = await smtpServer({ whenTaken, wait: 5 })
  await queue(database, addresses(60))
  for (let round = 0; round < kills; round += 1) {
    const ahead = String((round * lease) / 1_000 + round)
    const child = spawn(process.execPath, [program, file, server.url, testSecret, ahead])
    left = 3 + Math.floor(Math.random() * 15)
    kill = () => child.kill('SIGKILL')
    await new Promise((done) => child.on('exit', done))
  }
  const { stop } = started(database, server.url, kills * (lease + 1_000))
  await settled(database)
  await stop()
  const times = timesEach(server.received)
  expect(times).toHaveLength(60)
  expect(Math.max(...times)).toBeLessThanOrEqual(kills + 1)
  expect(server.received.length).toBeLessThanOrEqual(60 + kills * abreast)
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(60)
  await server.close()
  await database.close()
})

it('never sends twice from three instances on one PostgreSQL', async () => {
  const postgres = await startPostgres()
  const address = await postgres.create('outbox')
  await migratePostgres(address)
  const databases = [1, 2, 3].map(() => openPostgres(address))
  const [first] = databases
  if (!first) throw new Error('none was opened')
  const server = await smtpServer({ wait: 2 })
  await queue(first, addresses(150))
  const workers = databases.map((database) => started(database, server.url))
  await queue(first, addresses(300).slice(150))
  await settled(first)
  for (const { stop } of workers) await stop()
  expect(timesEach(server.received)).toEqual(Array(300).fill(1))
  expect(await statesIn(first)).toEqual(Array(300).fill('sent'))
  await server.close()
  for (const database of databases) await database.close()
  await postgres.stop()
})
