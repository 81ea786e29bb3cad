import { expect, it } from 'vitest'
import { safePath } from './logger.ts'
import { keptLog } from './parts-for-tests.ts'
import { readableLines } from './readable-lines.ts'

it('never holds passwords, tokens, cookies or the values bound to a query', () => {
  const { log, text } = keptLog()
  const cause = new Error('connect failed: postgres://ropewalk:hunter2@db/x with Bearer hunter2')
  const err = new Error('Failed query: insert into people\nparams: hunter2,anna@example.com', {
    cause,
  })
  log.error({ err: Object.assign(err, { params: ['hunter2'], query: 'hunter2' }) }, 'failed')
  log.info({ password: 'hunter2', body: { newPassword: 'hunter2', token: 'hunter2' } })
  log.info({ headers: { cookie: 'hunter2', authorization: 'hunter2', 'set-cookie': 'hunter2' } })
  log.info({ a: { headers: { 'set-cookie': 'hunter2', cookie: 'hunter2' } } })
  log.info({ req: { method: 'GET', url: '/invitation/hunter2?email=anna@example.com' } })
  expect(text()).not.toContain('hunter2')
  expect(text()).not.toContain('anna@')
  expect(text()).toContain('Failed query: insert into people')
  expect(text()).toContain('logger.test.ts')
})

it.each([
  ['/activities/PA-0001', '/activities/PA-0001'],
  ['/invitation/short', '/invitation/…'],
  ['/subprocessors/confirm/abc/more', '/subprocessors/confirm/…/more'],
  ['/api/auth/reset-password/abc', '/api/auth/reset-password/…'],
  ['/elsewhere/aVeryLongTokenOfManySigns', '/elsewhere/…'],
  ['/exports/activities.csv?lang=fr&q=anna', '/exports/activities.csv'],
  ['/assets/index-Dk3jfZ9x_aVeryLongHash.js', '/assets/index-Dk3jfZ9x_aVeryLongHash.js'],
])('tells of %s as %s', (url, path) => expect(safePath(url)).toBe(path))

it('reads as a line at a terminal', () => {
  const shown: string[] = []
  const line = '{"level":"info","time":"2026-03-31T12:00:01.000Z","status":200,"msg":"done"}\n'
  readableLines({ write: (text) => shown.push(text) }).write(line)
  expect(shown).toEqual(['12:00:01 info done status=200\n'])
})
