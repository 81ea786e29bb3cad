import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { policyFive, x2o } from '@ropewalk/site/fixtures/policy-five.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { appWith } from './app.ts'
import { keptLog, partsFor } from './parts-for-tests.ts'
import type { Published } from './public-site/published-pages.ts'
import { publicSite } from './public-site.ts'

const apps: ReturnType<typeof appWith>[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

/** A real server over a list that the test changes; `hook` is told of every request the router sees. */
async function listening() {
  const { log, text } = keptLog()
  const hook = vi.fn()
  const state: { now: Published | Error } = {
    now: { sequence: 1, organisation: x2o, snapshots: policyFive },
  }
  const read = () => {
    if (state.now instanceof Error) throw state.now
    return state.now
  }
  const published = vi.fn(async () => read())
  const publishedSequence = vi.fn(async () => read().sequence)
  const publishedMark = async () => read().mark ?? ''
  const app = appWith(
    partsFor(
      {},
      {
        log,
        routes(doors) {
          doors.addHook('onRequest', async () => hook())
          const address = () => 'http://127.0.0.1'
          publicSite(doors, {
            ...{ base: address, published, publishedSequence, publishedMark },
          })
        },
      },
    ),
  )
  apps.push(app)
  const at = await app.listen({ host: '127.0.0.1', port: 0 })
  const get = (path: string, init: RequestInit = {}) => fetch(`${at}${path}`, init)
  return { at, app, get, hook, state, published, publishedSequence, logged: text }
}

const lasting = (headers: Headers) =>
  [...headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))

describe('what was made once', () => {
  it('is answered before the router, byte for byte as after it', async () => {
    const { get, hook } = await listening()
    const [first, second] = [await get('/subprocessors'), await get('/subprocessors')]
    expect(hook).toHaveBeenCalledTimes(1)
    expect(lasting(second.headers)).toEqual(lasting(first.headers))
    expect(await second.text()).toBe(await first.text())
  })

  it('is also known by its tag there, and has no body for HEAD', async () => {
    const { get, hook } = await listening()
    const { headers } = await get('/subprocessors.csv')
    const seen = { 'if-none-match': headers.get('etag') ?? '' }
    expect((await get('/subprocessors.csv', { headers: seen })).status).toBe(304)
    const head = await get('/subprocessors.csv', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(hook).toHaveBeenCalledTimes(1)
  })

  it('is counted by route all the same', async () => {
    const { get } = await listening()
    const { headers } = await get('/subprocessors')
    await get('/subprocessors')
    await get('/subprocessors', { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    const metrics = await (await get('/metrics')).text()
    const count = (status: number) =>
      `http_request_duration_seconds_count{method="GET",route="/subprocessors",status="${status}"}`
    expect(metrics).toContain(`${count(200)} 2`)
    expect(metrics).toContain(`${count(304)} 1`)
  })

  it('leaves other methods and addresses to the router', async () => {
    const { get, hook } = await listening()
    await get('/subprocessors')
    const posted = await get('/subprocessors', { method: 'POST', body: '{}' })
    expect(posted.status).toBeGreaterThanOrEqual(400)
    expect((await get('/subprocessors/none')).status).toBe(404)
    await get('/subprocessors?q=azure')
    expect(hook).toHaveBeenCalledTimes(2)
  })

  it('is made once however many ask at once', async () => {
    const { get, published } = await listening()
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/subprocessors')))
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1)
    expect(published).toHaveBeenCalledTimes(1)
  })
})

describe('a change of what is published', () => {
  it('is seen within about a second, looked for once a second', async () => {
    const { get, state, published, publishedSequence } = await listening()
    expect(await (await get('/subprocessors')).text()).toContain('SharePoint')
    state.now = { sequence: 2, organisation: x2o, snapshots: policyFive.slice(0, 4) }
    for (let time = 0; time < 5; time += 1) await get('/subprocessors')
    expect(publishedSequence).toHaveBeenCalledTimes(0)
    await setTimeout(1050)
    expect(await (await get('/subprocessors')).text()).not.toContain('SharePoint')
    expect(await (await get('/subprocessors.csv')).text()).not.toContain('SharePoint')
    expect(publishedSequence).toHaveBeenCalledTimes(1)
    await setTimeout(1050)
    await get('/subprocessors')
    expect(publishedSequence).toHaveBeenCalledTimes(2)
    expect(published).toHaveBeenCalledTimes(2)
  })
})

describe('an entry of the log that publishes nothing', () => {
  it('keeps what was made, and what is published after it is seen all the same', async () => {
    const { get, state, published, publishedSequence } = await listening()
    state.now = { sequence: 1, mark: 'a', organisation: x2o, snapshots: policyFive }
    const before = await (await get('/subprocessors')).text()
    for (const sequence of [2, 3]) {
      state.now = { ...state.now, sequence }
      await setTimeout(1050)
      expect(await (await get('/subprocessors')).text()).toBe(before)
    }
    expect(publishedSequence).toHaveBeenCalledTimes(2)
    expect(published).toHaveBeenCalledTimes(1)
    state.now = { ...state.now, sequence: 4, mark: 'b', snapshots: policyFive.slice(0, 4) }
    await setTimeout(1050)
    expect(await (await get('/subprocessors')).text()).not.toContain('SharePoint')
    expect(published).toHaveBeenCalledTimes(2)
  })
})

describe('when the database does not answer', () => {
  it('the last known list stays, and the log tells', async () => {
    const { get, state, logged } = await listening()
    const before = await (await get('/subprocessors')).text()
    const kept = state.now
    state.now = new Error('no connection')
    await setTimeout(1050)
    const answer = await get('/subprocessors')
    expect([answer.status, await answer.text()]).toEqual([200, before])
    expect(logged()).toContain('the last known one stays')
    state.now = kept
    await setTimeout(1050)
    expect((await get('/subprocessors')).status).toBe(200)
  })

  it('and nothing is known yet, says so without a stack', async () => {
    const { get, state } = await listening()
    const kept = state.now
    state.now = new Error('no connection to 10.0.0.7')
    const answer = await get('/subprocessors')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toMatch(/10\.0\.0\.7|\bat \w+/)
    state.now = kept
    await setTimeout(1050)
    expect((await get('/subprocessors')).status).toBe(200)
  })
})

it('asks a client to leave once the server stops', async () => {
  const { at, app, get } = await listening()
  await get('/subprocessors')
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(at).port) })
  await once(socket, 'connect')
  // The request is on its way when the stop begins.
  socket.write('GET /subprocessors HTTP/1.1\r\nHost: 127.0.0.1\r\n')
  await setTimeout(50)
  const closing = app.close()
  await setTimeout(50)
  socket.write('\r\n')
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1.1 200 OK\r\n.*connection: close/is)
  await closing
})
