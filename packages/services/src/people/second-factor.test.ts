import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { beforeAll, expect, it, vi } from 'vitest'
import { contextOf } from '../test-contexts.ts'
import { askerBySession } from './asker.ts'
import { disablePerson } from './disable.ts'
import { makeResetLink } from './invite.ts'
import { listPeople } from './people.ts'
import { personByEmail } from './person.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { signIn } from './sign-in.ts'
import { signInWithCode } from './sign-in-code.ts'
import {
  codeAt,
  enrolled,
  entrance,
  lastLine,
  linesIn,
  movingClock,
  opened,
  password,
  somebody,
  system,
} from './test-people.ts'
import { useLink } from './use-link.ts'

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

onBothEngines('signing in with a second factor', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await somebody(database, 'boss@example.com', 'admin')
  })
  const wrong = '000000'

  async function guarded(email: string) {
    const { user, actor } = await somebody(database, email)
    const clock = movingClock(database, actor)
    const factor = await enrolled(clock.context)
    clock.pass(60)
    const visitor = { ...clock.context, actor: publicActor }
    const begin = async () => {
      const entered = await signIn(visitor, { email, password }, entrance)
      return 'pending' in entered ? entered.pending.token : expect.fail('no code was asked for')
    }
    const give = (pending: string, code: string) =>
      signInWithCode(visitor, { pending, code }, entrance)
    const code = () => codeAt(factor.secret, clock.now())
    return { user, clock, visitor, begin, give, code, ...factor }
  }

  it('asks for a code after the password, and opens nothing before it', async () => {
    const { user, begin, give, code, secret, recoveryCodes, clock } = await guarded('a@example.com')
    const pending = await begin()
    expect(await lastLine(database)).toMatchObject({
      verb: 'people.signInAwaitsCode',
      recordId: user.id,
    })
    expect((await askerBySession(database, pending, clock.now())).actor.kind).toBe('public')
    const { session } = await give(pending, ` ${code().slice(0, 3)} ${code().slice(3)} `)
    expect(await askerBySession(database, session.token, clock.now())).toMatchObject({
      actor: { kind: 'person', id: user.id },
      provedAt: clock.now().toISOString(),
    })
    expect((await lastLine(database))?.after).toEqual({
      session: session.id,
      by: 'code',
    })
    const told = JSON.stringify(await linesIn(database))
    const kept = JSON.stringify(
      await database.reading(async (db) => [
        await db.select().from(database.tables.secondFactors),
        await db.select().from(database.tables.recoveryCodes),
        await db.select().from(database.tables.pendingSignIns),
      ]),
    )
    for (const hidden of [secret, pending, session.token, code(), ...recoveryCodes]) {
      expect(told).not.toContain(hidden)
      expect(kept).not.toContain(hidden)
    }
    await expect(give(pending, code())).rejects.toMatchObject({ details: { signInAnew: true } })
  })

  it('takes each code once, and none of a step before one that was taken', async () => {
    const { begin, give, code, clock } = await guarded('b@example.com')
    const before = code()
    clock.pass(30)
    await give(await begin(), code())
    const pending = await begin()
    await expect(give(pending, code())).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
      message: 'The code is wrong, or was used already.',
    })
    expect(await lastLine(database)).toMatchObject({
      verb: 'people.codeRefused',
      actorKind: 'public',
    })
    await expect(give(pending, before)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    clock.pass(30)
    await give(pending, code())
  })

  it('takes a code of the step before and the step after, of no other', async () => {
    const { begin, give, clock, secret } = await guarded('c@example.com')
    clock.pass(600)
    const at = (seconds: number) => codeAt(secret, new Date(clock.now().getTime() + seconds * 1000))
    for (const off of [-60, 60])
      await expect(give(await begin(), at(off))).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await give(await begin(), at(-30))
    await give(await begin(), at(30))
  })

  it('gives one session for one code, whoever races', async () => {
    const { begin, give, code, recoveryCodes } = await guarded('d@example.com')
    const race = async (typed: string) => {
      const pending = [await begin(), await begin(), await begin()]
      const tries = await Promise.allSettled(pending.map((each) => give(each, typed)))
      return tries.filter(({ status }) => status === 'fulfilled').length
    }
    expect(await race(code())).toBe(1)
    expect(await race(recoveryCodes[3] ?? '')).toBe(1)
  })

  it('takes a recovery code once, however it is spaced, and tells it', async () => {
    const { user, begin, give, recoveryCodes } = await guarded('e@example.com')
    expect(new Set(recoveryCodes).size).toBe(10)
    const [first = '', second = ''] = recoveryCodes
    expect(first).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/)
    await give(await begin(), first.toLowerCase().replaceAll('-', ' '))
    const verbs = (await linesIn(database)).slice(-2).map(({ verb, recordId }) => [verb, recordId])
    expect(verbs).toEqual([
      ['people.useRecoveryCode', user.id],
      ['people.signIn', user.id],
    ])
    await expect(give(await begin(), first)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    const other = await guarded('e2@example.com')
    await expect(other.give(await other.begin(), second)).rejects.toThrow('wrong')
    await give(await begin(), second)
  })

  it('delays wrong codes as wrong passwords, and the right password does not forget them', async () => {
    const { begin, give, code, clock } = await guarded('f@example.com')
    for (const _ of [1, 2, 3, 4])
      await expect(give(await begin(), wrong)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(give(await begin(), code())).rejects.toMatchObject({
      code: 'TOO_MANY',
      message: 'Too many wrong codes for this account. Try again in 1 second.',
      details: { retryAfter: 1 },
    })
    clock.pass(1)
    await expect(give(await begin(), wrong)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(give(await begin(), wrong)).rejects.toMatchObject({ details: { retryAfter: 2 } })
    clock.pass(2)
    await give(await begin(), code())
    clock.pass(30)
    await expect(give(await begin(), wrong)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await give(await begin(), code())
  })

  it('awaits the code for 5 minutes, not longer, and not of who was disabled', async () => {
    const { user, begin, give, code, clock } = await guarded('g@example.com')
    const [late, intime] = [await begin(), await begin()]
    clock.pass(299)
    await give(intime, code())
    clock.pass(1)
    await expect(give(late, code())).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
      details: { signInAnew: true },
    })
    clock.pass(30)
    const pending = await begin()
    await disablePerson.run(contextOf(database, system), { id: user.id, version: 1 })
    await expect(give(pending, code())).rejects.toMatchObject({ details: { signInAnew: true } })
  })

  it('asks for the code behind a reset link too', async () => {
    const { user, visitor, give, code } = await guarded('h@example.com')
    const { path } = await makeResetLink.run(contextOf(database, system), { id: user.id })
    const token = path.split('/').at(-1)
    const next = 'a wholly different pass phrase'
    const entered = await useLink(visitor, { token, password: next }, entrance)
    if (!('pending' in entered)) throw new Error('the link passed by the second factor')
    await give(entered.pending.token, code())
  })

  it('is reset by an administrator, which ends sessions and is told', async () => {
    const { user, begin, give, code, clock, visitor } = await guarded('i@example.com')
    const { session } = await give(await begin(), code())
    const pending = await begin()
    const { actor } = await somebody(database, 'chief@example.com', 'admin')
    const chief = contextOf(database, actor)
    const shown = async () =>
      (await listPeople.run(chief, undefined)).find(({ id }) => id === user.id)?.secondFactor
    expect(await shown()).toBe(true)
    await resetSecondFactor.run(chief, { id: user.id })
    expect(await shown()).toBe(false)
    expect(await lastLine(database)).toMatchObject({
      verb: 'people.resetSecondFactor',
      recordId: user.id,
      actorId: actor.id,
    })
    const asker = await askerBySession(database, session.token, clock.now())
    expect(asker.actor.kind).toBe('public')
    await expect(give(pending, code())).rejects.toMatchObject({ details: { signInAnew: true } })
    await opened(signIn(visitor, { email: user.email, password }, entrance))
    const again = resetSecondFactor.run(chief, { id: user.id })
    await expect(again).rejects.toThrow('i has no second factor')
    await expect(resetSecondFactor.run(chief, { id: actor.id })).rejects.toMatchObject({
      code: 'INVALID',
    })
    const boss = await database.reading((db) =>
      personByEmail({ db, tables: database.tables }, 'boss@example.com'),
    )
    const stale = { ...chief, provedAt: '2026-11-24T14:49:59.999Z' }
    await expect(resetSecondFactor.run(stale, { id: boss.id })).rejects.toMatchObject({
      code: 'STEP_UP',
    })
  })
})
