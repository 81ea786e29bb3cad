import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { type Actor, publicActor } from '@ropewalk/domain/permissions.ts'
import { person } from '@ropewalk/services/test-contexts.ts'
import { beforeAll, expect, it } from 'vitest'
import { appWith } from '../app.ts'
import { partsFor } from '../parts-for-tests.ts'
import { makePack } from './make-pack.ts'
import { openPacks } from './pack-door.ts'
import { packJobs } from './pack-jobs.ts'
import { packing, page, period } from './test-packs.ts'

const local = { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }
const auditor = person('auditor')

onBothEngines('the door to evidence packs', ({ open }) => {
  let database: Database
  let made: Awaited<ReturnType<typeof packing>>
  beforeAll(async () => {
    database = await open()
    made = await packing(database)
  }, 60_000)

  const opened = (folder: string) => {
    let actor: Actor = auditor
    let now = '20T12'
    const failures: unknown[] = []
    const jobs = packJobs({
      folder: join(made.folder, folder),
      heads: made.heads('20T12'),
      source: () => undefined,
      async draw(order, file, { progress, signal }) {
        progress({ done: 0, of: 1, file: 'waiting' })
        await setTimeout(20, undefined, { signal })
        if (order.period.from === '2026-11-01') throw new Error('a bug')
        return makePack({ database, key: made.keeper.key, verifyPage: page, file, progress }, order)
      },
      failed: (error) => failures.push(error),
    })
    const app = appWith(
      partsFor(
        { PORT: '3000' },
        { routes: (doors) => openPacks(doors, { context: async () => made.at(now, actor), jobs }) },
      ),
    )
    const ask = (method: 'GET' | 'DELETE', url: string) =>
      app.inject({ method, url, headers: local })
    const post = (body: object = period) =>
      app.inject({ method: 'POST', url: '/exports/pack', headers: local, payload: body })
    const ended = async (url: string) => {
      for (;;) {
        const told = (await ask('GET', url)).json()
        if (told.state !== 'running') return told
        await setTimeout(20)
      }
    }
    const as = (other: Actor) => {
      actor = other
    }
    const at = (time: string) => {
      now = time
    }
    return { jobs, failures, ask, post, ended, as, at }
  }

  it('starts a job, says how far it is, and gives the file to who asked', async () => {
    const { ask, post, ended, as } = opened('given')
    const answer = await post()
    expect(answer.statusCode).toBe(202)
    const address = String(answer.headers.location)
    expect(answer.json()).toMatchObject({ state: 'running', download: null, ...period })
    expect((await post()).json()).toMatchObject({ code: 'TOO_MANY' })
    const told = await ended(address)
    expect(told).toMatchObject({ state: 'done', keptUntil: '2026-11-21T12:00:00.000Z' })
    const file = await ask('GET', told.download)
    expect(file.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="ropewalk_pack_2026-11-10_2026-11-15_20261120T120000Z.zip"`,
    })
    expect(file.headers['ropewalk-log-head']).toBeDefined()
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect(file.rawPayload).toHaveLength(told.bytes)
    as({ ...auditor, roles: ['editor'] } as Actor)
    expect((await ask('GET', address)).statusCode).toBe(403)
    expect((await ask('GET', told.download)).statusCode).toBe(403)
    as({ ...auditor, id: 'US-0009' } as Actor)
    expect((await ask('GET', address)).statusCode).toBe(404)
    expect((await ask('GET', told.download)).statusCode).toBe(404)
    expect((await ask('DELETE', address)).statusCode).toBe(404)
  })

  it('cancels, leaves nothing behind, and gives no file', async () => {
    const { ask, post, jobs } = opened('cancelled')
    const address = String((await post()).headers.location)
    const { id } = (await ask('GET', address)).json()
    expect((await ask('GET', `${address}/any.zip`)).statusCode).toBe(409)
    expect((await ask('DELETE', address)).json()).toMatchObject({ state: 'cancelled' })
    expect((await ask('GET', `${address}/any.zip`)).statusCode).toBe(409)
    await expect(readFile(join(made.folder, 'cancelled', `${id}.zip`))).rejects.toThrow('ENOENT')
    expect((await post()).statusCode).toBe(202)
    await jobs.close()
    await expect(readFile(join(made.folder, 'cancelled'))).rejects.toThrow('ENOENT')
  })

  it('forgets a file after a day', async () => {
    const { ask, post, ended, at } = opened('late')
    const address = String((await post()).headers.location)
    await ended(address)
    at('21T13')
    expect((await ask('GET', address)).statusCode).toBe(404)
  })

  it('refuses who may not, what is no period, and tells a bug as one neutral sentence', async () => {
    const { post, as, ended, failures } = opened('refused')
    expect((await post({ from: 'x', to: 'y' })).json()).toMatchObject({
      code: 'INVALID',
      field: 'from',
    })
    const told = await ended(
      String((await post({ ...period, from: '2026-11-01' })).headers.location),
    )
    expect(told).toMatchObject({ state: 'failed', download: null })
    expect(told.message).not.toContain('a bug')
    expect(failures).toHaveLength(1)
    for (const [actor, status] of [
      [person('editor'), 403],
      [person('dpo'), 403],
      [publicActor, 401],
    ] as const) {
      as(actor)
      expect((await post()).statusCode).toBe(status)
    }
  })
})
