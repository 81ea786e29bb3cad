import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { beforeAll, expect, it, vi } from 'vitest'
import { contextOf } from '../test-contexts.ts'
import { askerBySession } from './asker.ts'
import { disablePerson } from './disable.ts'
import { firstAccountLink } from './first-account.ts'
import { invitePerson, makeResetLink } from './invite.ts'
import { signIn } from './sign-in.ts'
import {
  entrance,
  linesIn,
  movingClock,
  opened,
  password,
  somebody,
  system,
  userOf,
} from './test-people.ts'
import { readLink, useLink } from './use-link.ts'

const base = 'https://register.example'
const next = 'another good long phrase'
const at = () => new Date('2026-11-24T15:00:00.000Z')
const tokenIn = (path: string) => path.split('/').at(-1) ?? ''

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

onBothEngines('single-use links', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  const visitor = (clock = movingClock(database, publicActor)) => clock.context
  const use = (input: object, context = visitor()) => opened(useLink(context, input, entrance))
  const invite = (email: string) =>
    invitePerson.run(contextOf(database, system), { email, name: email, roles: ['editor'] })

  it('makes the first account once: of two who come at once, one wins', async () => {
    const links = [
      await firstAccountLink(database, base, at),
      await firstAccountLink(database, base, at),
    ]
    expect(links[0]).toMatch(/^https:\/\/register\.example\/invitation\/[\w-]{43}$/)
    const [token = '', other = ''] = links.map((link) => tokenIn(link ?? ''))
    expect(await readLink.run(visitor(), { token })).toMatchObject({ kind: 'first', name: '' })
    await expect(use({ token, password })).rejects.toThrow('needs a name')
    const who = { name: 'First', email: 'First@example.com', language: 'fr', password }
    const weak = { ...who, token, password: 'First@example.com' }
    await expect(use(weak)).rejects.toMatchObject({ field: 'password' })
    const tries = await Promise.allSettled([
      use({ ...who, token }),
      use({ ...who, token, email: 'second@example.com' }),
      use({ ...who, token: other, email: 'third@example.com' }),
    ])
    const won = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(won).toHaveLength(1)
    expect(won[0]?.user).toMatchObject({ roles: ['admin', 'dpo'], language: 'fr' })
    for (const each of tries)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'NOT_FOUND' })
    const asker = await askerBySession(database, won[0]?.session.token ?? '', at())
    expect(asker.actor).toMatchObject({ kind: 'person', name: 'First' })
    expect(await firstAccountLink(database, base, at)).toBeUndefined()
    expect(
      (await linesIn(database)).map((line) => [line.verb, line.actorKind, line.recordId]),
    ).toEqual([
      ['links.make', 'system', 'first-account'],
      ['people.firstLink', 'system', 'first-account'],
      ['links.make', 'system', 'first-account'],
      ['people.firstLink', 'system', 'first-account'],
      ['links.use', 'public', 'US-0001'],
      ['people.setPassword', 'public', 'US-0001'],
      ['people.createFirst', 'public', won[0]?.user.id],
      ['people.signIn', 'public', won[0]?.user.id],
    ])
  })

  it('accepts an invitation once, signs in, and tells it', async () => {
    const { id, path } = await invite('guest@example.com')
    const token = tokenIn(path)
    expect(await readLink.run(visitor(), { token })).toEqual({
      kind: 'invitation',
      name: 'guest@example.com',
      email: 'guest@example.com',
      expiresAt: '2026-11-25T15:00:00.000Z',
    })
    await expect(use({ token, password: 'short' })).rejects.toMatchObject({ code: 'INVALID' })
    const { user, session } = await use({ token, password })
    expect(user.id).toBe(id)
    expect((await askerBySession(database, session.token, at())).actor.id).toBe(id)
    expect((await linesIn(database)).slice(-2)).toMatchObject([
      { verb: 'people.acceptInvitation', recordId: id, actorId: id },
      { verb: 'people.signIn', recordId: id, actorId: id },
    ])
    await expect(use({ token, password })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(readLink.run(visitor(), { token })).rejects.toThrow('does not work')
    await signIn(visitor(), { email: 'guest@example.com', password }, entrance)
  })

  it('resets a password: sessions end, delays are forgotten, a newer link voids the older', async () => {
    const { user } = await somebody(database, 'lost@example.com')
    const old = await opened(signIn(visitor(), { email: user.email, password }, entrance))
    for (const _ of [1, 2, 3, 4])
      await expect(
        signIn(visitor(), { email: user.email, password: 'forgotten' }, entrance),
      ).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    const reset = () => makeResetLink.run(contextOf(database, system), { id: user.id })
    const [first, second] = [await reset(), await reset()]
    expect(second).toMatchObject({ kind: 'reset', email: user.email, language: 'en' })
    expect(second.path).toMatch(/^\/reset\//)
    await expect(use({ token: tokenIn(first.path), password: next })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await use({ token: tokenIn(second.path), password: next })
    expect((await linesIn(database)).at(-2)).toMatchObject({ verb: 'people.resetPassword' })
    expect((await askerBySession(database, old.session.token, at())).actor.kind).toBe('public')
    await signIn(visitor(), { email: user.email, password: next }, entrance)
  })

  it('ends after 24 hours, and with the account', async () => {
    const late = await invite('late@example.com')
    const clock = movingClock(database, publicActor)
    clock.pass(24 * 60 * 60)
    await expect(use({ token: tokenIn(late.path), password }, clock.context)).rejects.toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    )
    const off = await invite('off@example.com')
    await disablePerson.run(contextOf(database, system), { id: off.id, version: 1 })
    await expect(use({ token: tokenIn(off.path), password })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await userOf(database, off.id)).disabledAt).not.toBeNull()
  })

  it('refuses what is no link with the same sentence', async () => {
    await expect(use({ token: 'x'.repeat(43), password })).rejects.toThrow('does not work')
    await expect(use({ token: 'x'.repeat(101), password })).rejects.toMatchObject({
      code: 'INVALID',
    })
  })

  it('keeps no secret: not in the tables, not in history', async () => {
    const { path, id } = await invite('secret@example.com')
    const { session } = await use({ token: tokenIn(path), password: next })
    const { tables } = database
    const kept = await database.reading(async (db) => [
      await db.select().from(tables.users),
      await db.select().from(tables.passwords),
      await db.select().from(tables.sessions),
      await db.select().from(tables.singleUseLinks),
      await db.select().from(tables.signInDelays),
      await db.select().from(tables.entries),
      await db.select().from(tables.states),
    ])
    const text = JSON.stringify(kept)
    expect(text).toContain(id)
    for (const secret of [tokenIn(path), session.token, next, password, 'forgotten'])
      expect(text).not.toContain(secret)
    const history = JSON.stringify(kept.slice(5))
    for (const hidden of ['argon2', 'token_hash', 'tokenHash'])
      expect(history).not.toContain(hidden)
  })
})
