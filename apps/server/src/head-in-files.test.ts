import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { headLine, headsOf } from '@ropewalk/services/log/heads.ts'
import { loadStarter } from '@ropewalk/services/starter/load-starter.ts'
import { contextOf, person } from '@ropewalk/services/test-contexts.ts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, expect, it } from 'vitest'
import { appWith } from './app.ts'
import { openDownloads } from './downloads.ts'
import { keeperForTests, partsFor } from './parts-for-tests.ts'

onBothEngines('the head of the log inside files', ({ open, engine }) => {
  let database: Database
  const keeper = keeperForTests()
  beforeAll(async () => {
    database = await open()
    const { tables } = database
    const now = '2026-11-24T12:00:00.000Z'
    await database.writing((db) => loadStarter({ db, tables, engine, now }, 'x2o'))
  }, 60_000)
  const get = (url: string) =>
    appWith(
      partsFor(
        {},
        {
          routes: (doors) =>
            openDownloads(doors, {
              context: async () => contextOf(database, person('auditor')),
              base: () => 'https://register.ropeworks.example',
              heads: headsOf(database, keeper, () => new Date()),
            }),
        },
      ),
    ).inject(url)

  it('stands in the envelope of JSON, as its published schema says', async () => {
    const answer = await get('/exports/parties.json')
    const { head, signature, exportId, ...file } = answer.json()
    expect(headLine(head)).toBe(answer.headers['ropewalk-log-head'])
    expect(head.trimEnd().endsWith(` ${signature}`)).toBe(true)
    expect(exportId).toMatch(/^[0-9a-f-]{36}$/)
    expect(file.rows.length).toBeGreaterThan(1)
    const ajv = new Ajv2020({ allErrors: true })
    addFormats.default(ajv)
    const valid = ajv.compile((await get('/schemas/parties.json')).json())
    expect(valid({ ...file, head, signature, exportId })).toBe(true)
    expect(valid({ ...file, head: 7 })).toBe(false)
  })

  it.each(['parties', 'ico-controller', 'cnil'])(
    'stands in the properties of %s.xlsx',
    async (name) => {
      const answer = await get(`/exports/${name}.xlsx`)
      expect(answer.statusCode).toBe(200)
      expect(answer.rawPayload.includes('docProps/custom.xml')).toBe(true)
      expect(answer.rawPayload.includes('docProps/core.xml')).toBe(true)
      if (name !== 'parties') return
      const note = Buffer.from(String(answer.headers['ropewalk-log-head']), 'base64')
      expect(answer.rawPayload.includes(note)).toBe(true)
    },
  )
})
