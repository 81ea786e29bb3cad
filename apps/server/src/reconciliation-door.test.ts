import { join } from 'node:path'
import { migrateSqlite } from '@ropewalk/db/migrate.ts'
import { openSqlite } from '@ropewalk/db/sqlite.ts'
import { type Actor, publicActor, type Role, roles } from '@ropewalk/domain/permissions.ts'
import { tableLimits } from '@ropewalk/reports/reading/table-limits.ts'
import { subProcessors } from '@ropewalk/services/records/nouns.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { appWith } from './app.ts'
import { freshFolder, partsFor } from './parts-for-tests.ts'
import { openReconciliation } from './reconciliation-door.ts'
import { openTables } from './tables/tables-door.ts'

let app: FastifyInstance
let database: Context['database']
beforeAll(async () => {
  const file = join(freshFolder(), 'register.db')
  await migrateSqlite(file)
  database = openSqlite(file)
  await subProcessors.create.run(contextOf('dpo'), { changes: { fields: { name: '=Slack' } } })
  const context = async ({ headers }: { headers: Record<string, unknown> }) =>
    contextOf(String(headers['x-role']))
  app = appWith(
    partsFor(
      {},
      {
        routes(doors) {
          openTables(doors, { context })
          openReconciliation(doors, { context })
        },
      },
    ),
  )
})
afterAll(async () => {
  await app.close()
  await database.close()
})

function contextOf(role: string): Context {
  const isRole = roles.includes(role as Role)
  const actor: Actor = isRole
    ? { kind: 'person', id: 'US-1', name: role, roles: [role as Role] }
    : publicActor
  return { database, actor, door: 'web', now: () => new Date('2026-11-25T09:00:00Z') }
}

type Sent = { url: string; body: string | Buffer; type: string; role?: string; site?: string }
const send = ({ url, body, type, role = 'auditor', site = 'same-origin' }: Sent) =>
  app.inject({
    method: 'POST',
    url,
    payload: body,
    headers: { 'content-type': type, 'x-role': role, 'sec-fetch-site': site },
  })
const list = JSON.stringify({ lines: [{ line: 3, text: 'Slack Inc' }] })
const doors = [
  { url: '/api/tables', type: 'text/csv; charset=utf-8', body: 'Slack' },
  { url: '/api/reconciliation', type: 'application/json', body: list },
  { url: '/api/reconciliation.csv', type: 'application/json', body: list },
]

it.each(doors)(
  '$url is for whoever exports, from our own page, and takes one type',
  async (door) => {
    for (const role of roles)
      expect([role, (await send({ ...door, role })).statusCode]).toEqual([role, 200])
    expect((await send({ ...door, role: 'nobody' })).statusCode).toBe(401)
    expect((await send({ ...door, site: 'cross-site' })).statusCode).toBe(403)
    expect((await send({ ...door, type: 'text/plain' })).statusCode).toBe(415)
  },
)

it('reads a file, then a column of it, up to 5 MB', async () => {
  const sent = { url: '/api/tables', type: 'text/csv' }
  const column = await send({ ...sent, url: '/api/tables?column=0&pasted=yes', body: 'a, b\nc' })
  expect(column.json()).toEqual([
    { line: 1, text: 'a, b' },
    { line: 2, text: 'c' },
  ])
  const full = Buffer.alloc(tableLimits.file, `${'x'.repeat(999)}\n`)
  expect((await send({ ...sent, body: full })).statusCode).toBe(200)
  const over = await send({ ...sent, body: Buffer.alloc(tableLimits.file + 1, 'x') })
  expect([over.statusCode, over.json().message]).toEqual([
    413,
    'The file is larger than 5 MB. Take the columns that matter into a file of their own.',
  ])
  expect((await send({ ...sent, url: '/api/tables?column=-1', body: 'a' })).statusCode).toBe(400)
  expect((await send({ ...sent, body: '' })).statusCode).toBe(400)
})

it('answers with the groups, or with a file that no spreadsheet calculates', async () => {
  const sent = { type: 'application/json', body: list }
  expect((await send({ ...sent, url: '/api/reconciliation' })).json()).toMatchObject({
    inBoth: [{ ids: ['SP-0001'], why: 'sameName' }],
    onlyHere: [],
  })
  const file = await send({ ...sent, url: '/api/reconciliation.csv?lang=fr' })
  expect(file.headers['content-disposition']).toBe(
    'attachment; filename="ropewalk_reconciliation_20261125T090000Z.csv"',
  )
  expect(file.body).toBe(
    "\uFEFFrow_no,line,listed_name,result,record_id,record,score,why\r\n1,3,Slack Inc,dans les deux,SP-0001,'=Slack,,même nom\r\n",
  )
  const wrong = await send({ ...sent, url: '/api/reconciliation', body: '{"lines":[{}]}' })
  expect(wrong.statusCode).toBe(400)
})
