import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { appWith } from './app.ts'
import { keptLog, partsFor } from './parts-for-tests.ts'
import { stop } from './stop.ts'

async function listening() {
  const { log, text: logged } = keptLog()
  const order: string[] = []
  let begin = () => {}
  const began = new Promise<void>((done) => {
    begin = done
  })
  const parts = partsFor(
    {},
    {
      log,
      close: async () => void order.push('closed'),
      routes(app) {
        app.get('/never', () => {
          begin()
          return new Promise(() => {})
        })
        app.get('/slow', async () => {
          begin()
          await setTimeout(300)
          order.push('answered')
          return 'slow ended'
        })
      },
    },
  )
  const app = appWith(parts)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = new URL(parts.address.base())
  const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
  return { app, parts, began, order, logged, ask, socket: connect(Number(port), '127.0.0.1') }
}

it('answers what is under way, says so to probes, and closes the database last', async () => {
  const { app, parts, began, order, ask, socket } = await listening()
  socket.write(ask('/slow'))
  await began
  const stopped = stop(app, parts)
  await setTimeout(50)
  socket.write(ask('/readyz'))
  const answers = await text(socket)
  expect(answers).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*slow ended[\s\S]*HTTP\/1\.1 503 /)
  expect(answers).toContain('Ropewalk is stopping.')
  await stopped
  expect(order).toEqual(['answered', 'closed'])
})

it('cuts what does not finish in time', async () => {
  const { app, parts, began, order, logged, ask, socket } = await listening()
  socket.on('error', () => {})
  socket.write(ask('/never'))
  await began
  const cut = once(socket, 'close')
  await stop(app, parts, 200)
  await cut
  expect(order).toEqual(['closed'])
  expect(logged()).toContain('answers still under way after 0.2 s were cut')
})

it('does not wait for a connection that is kept alive', async () => {
  const { app, parts, began, ask, socket } = await listening()
  socket.write(ask('/slow'))
  await began
  const start = performance.now()
  await stop(app, parts)
  expect(performance.now() - start).toBeLessThan(3_000)
})
