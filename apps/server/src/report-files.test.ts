import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { type Actor, publicActor } from '@ropewalk/domain/permissions.ts'
import { headsOf } from '@ropewalk/services/log/heads.ts'
import { loadStarter } from '@ropewalk/services/starter/load-starter.ts'
import { contextOf, person } from '@ropewalk/services/test-contexts.ts'
import { beforeAll, expect, it, vi } from 'vitest'
import { appWith } from './app.ts'
import { openDownloads } from './downloads.ts'
import { keeperForTests, partsFor } from './parts-for-tests.ts'

// A document is drawn in a process of its own, which takes its time to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

onBothEngines('reports', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    const { tables, engine } = database
    await database.writing((db) =>
      loadStarter({ db, tables, engine, now: '2026-11-24T15:00:00.000Z' }, 'x2o'),
    )
  })

  const get = async (url: string, actor: Actor = person('auditor')) => {
    const door = {
      context: async () => contextOf(database, actor),
      base: () => 'http://127.0.0.1',
      heads: headsOf(database, keeperForTests(), () => new Date()),
    }
    const app = appWith(partsFor({}, { routes: (doors) => openDownloads(doors, door) }))
    try {
      return await app.inject(url)
    } finally {
      await app.close()
    }
  }

  it.each([
    ['record-controller.pdf', 'application/pdf', '%PDF-1.7'],
    ['record-processor.pdf?lang=fr', 'application/pdf', '%PDF-1.7'],
    ['record-controller.docx?archived=yes', 'application/vnd.openxmlformats', 'PK'],
    ['ico-controller.xlsx', 'application/vnd.openxmlformats', 'PK'],
    ['cnil.xlsx?lang=fr', 'application/vnd.openxmlformats', 'PK'],
  ])('%s is a file of its kind', async (file, type, begin) => {
    const { statusCode, headers, rawPayload } = await get(`/exports/${file}`)
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toContain(type)
    const [name = '', format = ''] = file.replace(/\?.*/, '').split('.')
    expect(headers['content-disposition']).toBe(
      `attachment; filename="ropewalk_${name}_20261124T150000Z.${format}"`,
    )
    expect(rawPayload.subarray(0, begin.length).toString()).toBe(begin)
    expect(rawPayload.length).toBeGreaterThan(5000)
  })

  it.each([
    ['cnil.pdf', 404, 'There is no format pdf: cnil comes as xlsx.'],
    ['record-controller.csv', 404, 'There is no format csv: record-controller comes as pdf, docx.'],
    ['record-controller.pdf?columns=name', 400, 'record-controller is always whole'],
    ['record-controller.pdf?role=processor', 400, 'record-controller is always whole'],
    ['cnil.xlsx?q=x', 400, 'cnil is always whole'],
    ['cnil.xlsx?lang=de', 400, 'lang is en or fr.'],
    ['cnil.xlsx?as-of=yesterday', 400, 'as-of is a day'],
  ])('%s is refused with %i', async (file, status, sentence) => {
    const { statusCode, body } = await get(`/exports/${file}`)
    expect(body).toContain(sentence)
    expect(statusCode).toBe(status)
  })

  it('is refused to whoever may not export', async () => {
    expect((await get('/exports/record-controller.pdf', publicActor)).statusCode).toBe(401)
    expect((await get('/exports/cnil.xlsx', person())).statusCode).toBe(403)
  })
})
