import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { nounKeys } from '@ropewalk/domain/nouns.ts'
import type { Actor } from '@ropewalk/domain/permissions.ts'
import {
  faultsIn,
  findingFor,
  shapedRules,
  triplesIn,
} from '@ropewalk/reports/json-ld/test-shapes.ts'
import { registerSchema } from '@ropewalk/reports/register/register-schema.ts'
import { headsOf } from '@ropewalk/services/log/heads.ts'
import { parties } from '@ropewalk/services/records/nouns.ts'
import { loadStarter } from '@ropewalk/services/starter/load-starter.ts'
import { contextOf, person } from '@ropewalk/services/test-contexts.ts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, expect, it } from 'vitest'
import { appWith } from './app.ts'
import { openDownloads } from './downloads.ts'
import { exportDataset } from './export-cli.ts'
import { keeperForTests, partsFor } from './parts-for-tests.ts'

const ajv = new Ajv2020({ allErrors: true })
addFormats.default(ajv)
const base = 'https://register.ropeworks.example'
const nobody: Actor = { kind: 'public', id: 'public', name: 'public' }
const valid = ajv.compile(JSON.parse(registerSchema(base)))

onBothEngines('the whole register as one file', ({ open }) => {
  let database: Database
  const keeper = keeperForTests()
  beforeAll(async () => {
    database = await open()
    const { tables, engine } = database
    const now = '2026-11-24T12:00:00.000Z'
    await database.writing((db) => loadStarter({ db, tables, engine, now }, 'x2o'))
  }, 60_000)

  const appFor = (actor: Actor) =>
    appWith(
      partsFor(
        {},
        {
          routes: (doors) =>
            openDownloads(doors, {
              context: async () => contextOf(database, actor),
              base: () => base,
              heads: headsOf(database, keeper, () => new Date()),
            }),
        },
      ),
    )
  const get = (url: string, actor: Actor = person('auditor')) => appFor(actor).inject(url)

  it('holds the starter, archived records too, as its published schema says', async () => {
    const context = contextOf(database)
    const { id } = await parties.create.run(context, {
      changes: { fields: { name: 'Gone' } },
    })
    await parties.archive.run(context, { id, version: 1 })
    const answer = await get('/exports/register.json')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(/ropewalk_register_\d{8}T\d{6}Z\.json/)
    const file = answer.json()
    expect(valid(file), JSON.stringify(valid.errors)).toBe(true)
    expect(Object.keys(file)).toEqual([
      '$schema',
      'registerId',
      'asOf',
      'generatedAt',
      'exportId',
      'head',
      'signature',
      'nextIds',
      'records',
    ])
    expect(Object.keys(file.records)).toEqual(nounKeys)
    expect(file.records.activity).toHaveLength(20)
    expect(file.records.activity[0].sources.length).toBeGreaterThan(0)
    expect(file.nextIds.activity).toBe('PA-0021')
    const gone = file.records.party.find((each: { id: string }) => each.id === id)
    expect(gone.archivedAt).toBe('2026-11-24T15:00:00.000Z')
    const schema = await get('/schemas/register.json', nobody)
    expect(schema.json()).toEqual(JSON.parse(registerSchema(base)))
    const again = (await get('/exports/register.json')).json()
    expect(again.registerId).toBe(file.registerId)
    expect(again.exportId).not.toBe(file.exportId)
    expect(again.records).toEqual(file.records)
  })

  it.each(['json', 'jsonld'])('is for whoever may export (%s)', async (format) => {
    const address = `/exports/register.${format}`
    expect((await get(address, nobody)).statusCode).toBe(401)
    for (const role of ['dpo', 'editor', 'auditor'] as const)
      expect((await get(address, person(role))).statusCode).toBe(200)
  })

  it('holds the starter as JSON-LD that passes the shapes, and what it leaves open are its findings', async () => {
    const answer = await get('/exports/register.jsonld')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/ld+json')
    expect(answer.body).not.toContain('register.ropeworks.example')
    const faults = await faultsIn(await triplesIn(answer.body))
    expect(faults.given).toEqual([])
    const judged = await database.reading((db) => db.select().from(database.tables.judgements))
    const findings = judged
      .flatMap((each) => each.findings)
      .filter(({ rule }) => shapedRules.has(rule))
      .map(({ rule, recordId, row }) => `${rule} ${recordId} ${row ?? ''}`)
    expect(findings.length).toBeGreaterThan(30)
    expect(new Set(faults.stricter.map(findingFor))).toEqual(new Set(findings))
  }, 120_000)

  it('takes nothing that would leave records out', async () => {
    expect((await get('/exports/register.json?archived=yes')).statusCode).toBe(200)
    for (const query of ['archived=no', 'q=a', 'role=controller', 'as-of=soon', 'columns=id'])
      expect((await get(`/exports/register.json?${query}`)).statusCode, query).toBe(400)
    expect((await get('/exports/register.csv')).statusCode).toBe(404)
  })

  it('is written by the command line, whole or not at all', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ropewalk-'))
    const out = join(folder, 'register.json')
    const heads = headsOf(database, keeper, () => new Date())
    const context = { ...contextOf(database), heads, keeper, url: 'https://set.example' }
    await exportDataset(context, 'register', { out })
    const file = JSON.parse(readFileSync(out, 'utf8'))
    expect(file.$schema).toBe('https://set.example/schemas/register.json')
    expect(file.records.activity).toHaveLength(20)
    const refused = exportDataset(context, 'register', {
      out: join(folder, 'other'),
      format: 'xlsx',
    })
    await expect(refused).rejects.toThrow('There is no format xlsx of the register')
    expect(readdirSync(folder)).toEqual(['register.json'])
  })
})
