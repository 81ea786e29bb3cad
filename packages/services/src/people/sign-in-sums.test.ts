import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { expect, it, vi } from 'vitest'
import { tellRepeats } from '../log/repeats.ts'
import { addressHash } from './secrets.ts'
import { signIn } from './sign-in.ts'
import { entrance, linesIn, movingClock, password, somebody } from './test-people.ts'

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

onBothEngines('failed sign-ins, summed by the hour', ({ open }) => {
  const told = async (database: Database) =>
    (await linesIn(database)).filter((line) => line.verb === 'people.signInRefused')

  async function tried(database: Database, email: string, times: number) {
    const clock = movingClock(database, publicActor)
    for (let n = 0; n < times; n += 1)
      await signIn(clock.context, { email, password: 'wrong' }, entrance).catch(() => undefined)
    clock.pass(60 * 60)
    return clock
  }

  it.each(['ada@example.com', 'stranger@example.com'])(
    'tells the first of %s at once and the others in one entry',
    async (email) => {
      const database = await open()
      const known = email.startsWith('ada') ? (await somebody(database, email)).user.id : 'sign-in'
      const clock = await tried(database, email, 7)
      expect(await told(database)).toHaveLength(1)
      await tellRepeats(database, { now: clock.now() })
      const address = addressHash(entrance.secret, email)
      const lines = await told(database)
      expect(lines.map((line) => [line.about, line.actorKind, line.after])).toEqual([
        [known, 'public', { address, why: 'wrong' }],
        [
          known,
          'public',
          {
            address,
            why: { wrong: 3, delayed: 3 },
            times: 6,
            since: '2026-11-24T15:00:00.000Z',
            until: '2026-11-24T15:00:00.000Z',
          },
        ],
      ])
      expect(JSON.stringify(lines)).not.toContain(email)
    },
  )

  it('tells a sum before the sign-in that comes next', async () => {
    const database = await open()
    await somebody(database, 'ada@example.com')
    const clock = await tried(database, 'ada@example.com', 3)
    await signIn(clock.context, { email: 'nobody@example.com', password }, entrance).catch(
      () => undefined,
    )
    expect((await told(database)).map(({ about }) => about)).toEqual([
      'US-0001',
      'US-0001',
      'sign-in',
    ])
  })

  it('tells a thousand unknown addresses apart in an hour, and counts the others together', async () => {
    const database = await open()
    const { repeats } = database.tables
    const first = {
      of: 'sign-in',
      record: 'sign-in x',
      verb: 'people.signInRefused',
      door: 'web',
      actor: publicActor,
      after: {},
      detail: 'why',
    }
    const at = '2026-11-24T15:00:00.000Z'
    const counting = { hour: at.slice(0, 13), times: 0, since: at, until: at, details: {}, first }
    const rows = Array.from({ length: 999 }, (_, n) => ({
      key: `sign-in unknown ${n}`,
      ...counting,
    }))
    await database.writing((db) => db.insert(repeats).values(rows))
    for (const email of [
      'last@example.com',
      'one@example.com',
      'two@example.com',
      'last@example.com',
    ])
      await tried(database, email, 1)
    expect(
      (await told(database)).map(({ after }) => (after as { address: string }).address),
    ).toEqual([addressHash(entrance.secret, 'last@example.com'), 'others'])
    await tellRepeats(database, { now: new Date(at), all: true })
    expect((await told(database)).slice(2).map(({ after }) => after)).toMatchObject([
      { address: addressHash(entrance.secret, 'last@example.com'), times: 1 },
      { address: 'others', times: 1 },
    ])
  })
})
