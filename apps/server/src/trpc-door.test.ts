import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { appWith } from './app.ts'
import { keptLog, partsFor } from './parts-for-tests.ts'
import { openTrpc } from './trpc-door.ts'

const apps: FastifyInstance[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

it.each([
  ['UNAVAILABLE', 503, 'SERVICE_UNAVAILABLE'],
  ['UNAUTHORIZED', 401, 'UNAUTHORIZED'],
  ['NO_ROOM', 507, 'INTERNAL_SERVER_ERROR'],
] as const)('tells what is refused before any verb as %s', async (code, status, told) => {
  const { log, lines } = keptLog()
  const text = both('The database does not answer.', 'La base de données ne répond pas.')
  const context = () => Promise.reject(new Refusal(code, text))
  const app = appWith(partsFor({}, { log, routes: (doors) => openTrpc(doors, { context }) }))
  apps.push(app)
  const answer = await app.inject('/api/trpc/register.counts')
  expect(answer.statusCode).toBe(status)
  expect(answer.json().error).toMatchObject({
    message: 'The database does not answer.',
    data: { code: told, httpStatus: status, refused: { code, text } },
  })
  expect(lines().filter(({ level }) => level === 'error')).toEqual([])
})
