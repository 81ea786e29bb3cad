import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, it, vi } from 'vitest'
import { contextOf } from '../test-contexts.ts'
import { askerBySession } from './asker.ts'
import { delayAfter } from './delays.ts'
import { disablePerson, enablePerson } from './disable.ts'
import { changeExpiry, changeRoles } from './roles.ts'
import { addressHash } from './secrets.ts'
import { listSessions, revokeSession } from './sessions.ts'
import { signIn, signOut } from './sign-in.ts'
import {
  entrance,
  lastLine,
  linesIn,
  movingClock,
  opened,
  password,
  somebody,
  system,
  userOf,
} from './test-people.ts'

it('delays nobody three times, then doubles up to a quarter of an hour', () => {
  expect([0, 1, 3, 4, 5, 6, 13, 14, 60].map(delayAfter)).toEqual([0, 0, 0, 1, 2, 4, 512, 900, 900])
  expect(delayAfter(5_000)).toBe(900)
})

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

onBothEngines('signing in', ({ open }) => {
  let database: Database
  const wrong = 'not the right password'
  beforeAll(async () => {
    database = await open()
    await somebody(database, 'boss@example.com', 'admin')
  })
  const enter = (email: string, typed = password, clock = movingClock(database, publicActor)) =>
    opened(signIn(clock.context, { email, password: typed }, entrance))
  const asker = (token: string, at = new Date('2026-11-24T15:00:01.000Z')) =>
    askerBySession(database, token, at)

  it('opens a session that is known by hash, and tells it', async () => {
    const { user } = await somebody(database, 'ada@example.com', 'dpo', 'editor')
    const { session, user: shown } = await enter(' ADA@example.com ')
    expect(shown).toEqual({ id: user.id, name: 'ada', roles: ['dpo', 'editor'], language: 'en' })
    expect(await asker(session.token)).toEqual({
      actor: { kind: 'person', id: user.id, name: 'ada', roles: ['dpo', 'editor'] },
      session: session.id,
      provedAt: '2026-11-24T15:00:00.000Z',
    })
    const kept = await database.reading((db) => db.select().from(database.tables.sessions))
    expect(JSON.stringify(kept)).not.toContain(session.token)
    expect(await lastLine(database)).toMatchObject({
      actorId: user.id,
      verb: 'people.signIn',
      recordId: user.id,
      before: null,
      after: { session: session.id },
    })
    expect((await userOf(database, user.id)).lastSignInAt).toBe('2026-11-24T15:00:00.000Z')
  })

  it('answers the same to an unknown address and a wrong password, and keeps neither as typed', async () => {
    const { user } = await somebody(database, 'bea@example.com')
    const refusals = []
    for (const email of ['bea@example.com', 'nobody@example.com', 'not even an address'])
      refusals.push(
        await enter(email, wrong).catch((error) => ({ ...error, message: error.message })),
      )
    expect(refusals[1]).toEqual(refusals[0])
    expect(refusals[2]).toEqual(refusals[0])
    expect(refusals[0]).toMatchObject({ code: 'UNAUTHORIZED' })
    const lines = (await linesIn(database)).slice(-3)
    expect(lines.map((line) => [line.verb, line.recordId, line.actorKind])).toEqual([
      ['people.signInRefused', user.id, 'public'],
      ['people.signInRefused', 'sign-in', 'public'],
      ['people.signInRefused', 'sign-in', 'public'],
    ])
    expect(lines[1]?.after).toEqual({
      address: addressHash(entrance.secret, 'nobody@example.com'),
      why: 'wrong',
    })
    expect(JSON.stringify(lines)).not.toContain('nobody@')
  })

  it.each(['cleo@example.com', 'stranger@example.com'])(
    'delays %s after three failures, tells nothing meanwhile, never for good',
    async (email) => {
      if (email.startsWith('cleo')) await somebody(database, email)
      const clock = movingClock(database, publicActor)
      for (const _ of [1, 2, 3, 4])
        await expect(enter(email, wrong, clock)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
      const told = (await linesIn(database)).length
      await expect(enter(email, password, clock)).rejects.toMatchObject({
        code: 'TOO_MANY',
        message: 'Too many wrong passwords for this address. Try again in 1 second.',
        details: { retryAfter: 1 },
      })
      expect((await linesIn(database)).length).toBe(told)
      clock.pass(1)
      await expect(enter(email, wrong, clock)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
      await expect(enter(email, wrong, clock)).rejects.toMatchObject({
        code: 'TOO_MANY',
        details: { retryAfter: 2 },
      })
      clock.pass(24 * 60 * 60 + 1)
      for (const _ of [1, 2])
        await expect(enter(email, wrong, clock)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    },
  )

  it('forgets the failures once the right password is given', async () => {
    await somebody(database, 'dora@example.com')
    const clock = movingClock(database, publicActor)
    for (const _ of [1, 2, 3])
      await expect(enter('dora@example.com', wrong, clock)).rejects.toThrow()
    await enter('dora@example.com', password, clock)
    for (const _ of [1, 2, 3])
      await expect(enter('dora@example.com', wrong, clock)).rejects.toMatchObject({
        code: 'UNAUTHORIZED',
      })
  })

  it('counts tries at the same moment one by one', async () => {
    const email = 'many@example.com'
    const clock = movingClock(database, publicActor)
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => enter(email, wrong, clock)),
    )
    const codes = tries.map((each) => (each.status === 'rejected' ? each.reason.code : 'in'))
    expect(codes.filter((code) => code === 'UNAUTHORIZED')).toHaveLength(4)
    expect(codes.filter((code) => code === 'TOO_MANY')).toHaveLength(8)
  })

  it('lets nobody in who is disabled or whose last day is past, and ends what was open', async () => {
    const { user } = await somebody(database, 'eve@example.com', 'auditor')
    const boss = contextOf(database, system)
    const { session } = await enter('eve@example.com')
    await disablePerson.run(boss, { id: user.id, version: 1 })
    expect((await asker(session.token)).actor.kind).toBe('public')
    await expect(enter('eve@example.com')).rejects.toThrow('This account is disabled')
    expect(await lastLine(database)).toMatchObject({
      verb: 'people.signInRefused',
      recordId: user.id,
    })
    await enablePerson.run(boss, { id: user.id, version: 2 })
    expect((await asker(session.token)).actor.kind).toBe('public')
    await changeExpiry.run(boss, { id: user.id, version: 3, expiresOn: '2026-11-24' })
    const again = await enter('eve@example.com')
    expect((await asker(again.session.token)).actor.kind).toBe('person')
    const nextDay = new Date('2026-11-25T00:00:01.000Z')
    expect((await asker(again.session.token, nextDay)).actor.kind).toBe('public')
    const clock = movingClock(database, publicActor)
    clock.pass(24 * 60 * 60)
    await expect(enter('eve@example.com', password, clock)).rejects.toThrow('last day is past')
  })

  it('reads roles anew at each request', async () => {
    const { user } = await somebody(database, 'fay@example.com', 'editor')
    const { session } = await enter('fay@example.com')
    await changeRoles.run(contextOf(database, system), {
      id: user.id,
      version: 1,
      roles: ['auditor'],
    })
    expect((await asker(session.token)).actor).toMatchObject({ roles: ['auditor'] })
  })

  it('ends a session after 12 hours without a request, and after 7 days of requests', async () => {
    await somebody(database, 'gus@example.com')
    const idle = await enter('gus@example.com')
    const busy = await enter('gus@example.com')
    const hour = 60 * 60 * 1000
    const start = Date.parse('2026-11-24T15:00:00.000Z')
    const isoAt = (hours: number) => new Date(start + hours * hour).toISOString()
    const at = (hours: number, token: string) => asker(token, new Date(isoAt(hours)))
    const lastSeen = (id: string) =>
      database.reading(async (db) => {
        const { sessions } = database.tables
        const [found] = await db.select().from(sessions).where(eq(sessions.id, id))
        return found?.lastSeenAt
      })
    expect((await at(11.9, idle.session.token)).actor.kind).toBe('person')
    expect((await at(25, idle.session.token)).actor.kind).toBe('public')
    for (let hours = 6; hours < 168; hours += 6) {
      expect((await at(hours, busy.session.token)).actor.kind).toBe('person')
      await vi.waitFor(async () => expect(await lastSeen(busy.session.id)).toBe(isoAt(hours)))
    }
    expect((await at(168, busy.session.token)).actor.kind).toBe('public')
  })

  it('signs out, lists sessions and revokes them', async () => {
    const { user, actor } = await somebody(database, 'hal@example.com')
    const first = await enter('hal@example.com')
    const second = await enter('hal@example.com')
    const mine = { ...contextOf(database, actor), session: first.session.id }
    const listed = await listSessions.run(mine, undefined)
    expect(listed.map((each) => [each.id, each.isThis]).sort()).toEqual(
      [
        [first.session.id, true],
        [second.session.id, false],
      ].sort(),
    )
    expect(Object.keys(listed[0] ?? {})).not.toContain('tokenHash')
    const { actor: stranger } = await somebody(database, 'ivy@example.com')
    const theirs = contextOf(database, stranger)
    await expect(listSessions.run(theirs, { person: user.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(revokeSession.run(theirs, { id: second.session.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect((await asker(second.session.token)).actor.kind).toBe('person')
    await revokeSession.run(mine, { id: second.session.id })
    expect(await lastLine(database)).toMatchObject({ verb: 'sessions.revoke', recordId: user.id })
    expect((await asker(second.session.token)).actor.kind).toBe('public')
    await signOut.run(mine, undefined)
    expect(await lastLine(database)).toMatchObject({ verb: 'people.signOut', recordId: user.id })
    expect((await asker(first.session.token)).actor.kind).toBe('public')
  })
})
