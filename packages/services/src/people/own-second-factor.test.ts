import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { beforeAll, expect, it, vi } from 'vitest'
import { contextOf } from '../test-contexts.ts'
import { askerBySession } from './asker.ts'
import { disablePerson } from './disable.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  readOwnSecondFactor,
  replaceRecoveryCodes,
  turnOffSecondFactor,
} from './own-second-factor.ts'
import { listNames, listPeople, me } from './people.ts'
import { prove } from './prove.ts'
import { sealed, sealingKey, unsealed } from './sealed-secret.ts'
import { changeSecondFactorRule, readSecondFactorRule } from './second-factor-rule.ts'
import { signIn } from './sign-in.ts'
import {
  codeAt,
  enrolled,
  entrance,
  lastLine,
  movingClock,
  opened,
  password,
  somebody,
  system,
} from './test-people.ts'

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

it('opens a sealed secret with the key and for the owner it was sealed with, and says when the key is another', () => {
  const key = sealingKey('a secret')
  const text = sealed(key, 'JBSWY3DP', 'US-0001')
  expect(text).not.toContain('JBSWY3DP')
  expect(unsealed(key, text, 'US-0001')).toBe('JBSWY3DP')
  expect(() => unsealed(key, text, 'US-0002')).toThrow()
  expect(() => unsealed(sealingKey('another'), text, 'US-0001')).toThrow('reset')
})

onBothEngines('one’s own second factor', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await somebody(database, 'boss@example.com', 'admin')
  })
  async function guarded(email: string) {
    const { user, actor } = await somebody(database, email)
    const clock = movingClock(database, actor)
    const factor = await enrolled(clock.context)
    clock.pass(60)
    const code = () => codeAt(factor.secret, clock.now())
    return { user, clock, mine: clock.context, code, ...factor }
  }
  const enter = (email: string) =>
    signIn(contextOf(database, publicActor), { email, password }, entrance)

  it('asks for nothing until a code confirms it, then ends other sessions', async () => {
    const { user, actor } = await somebody(database, 'a@example.com')
    const other = await opened(enter(user.email))
    const mine = contextOf(database, actor)
    const first = await beginSecondFactor.run(mine, undefined)
    const { secret, address } = await beginSecondFactor.run(mine, undefined)
    expect(address).toContain(`secret=${secret}`)
    expect(address).toMatch(/^otpauth:\/\/totp\/Ropewalk:a%40example\.com\?issuer=Ropewalk&/)
    await opened(enter(user.email))
    const old = codeAt(first.secret, mine.now())
    await expect(confirmSecondFactor.run(mine, { code: old })).rejects.toMatchObject({
      code: 'INVALID',
      field: 'code',
    })
    const code = codeAt(secret, mine.now())
    const { recoveryCodes } = await confirmSecondFactor.run(mine, { code })
    expect(await lastLine(database)).toMatchObject({
      verb: 'people.confirmSecondFactor',
      recordId: user.id,
    })
    expect(await readOwnSecondFactor.run(mine, undefined)).toEqual({
      since: mine.now().toISOString(),
      recoveryCodesLeft: recoveryCodes.length,
    })
    const asker = await askerBySession(database, other.session.token, mine.now())
    expect(asker.actor.kind).toBe('public')
    expect(await enter(user.email)).toHaveProperty('pending')
    await expect(beginSecondFactor.run(mine, undefined)).rejects.toThrow('on already')
    await expect(confirmSecondFactor.run(mine, { code })).rejects.toThrow('on already')
  })

  it('makes new recovery codes for a code alone, in the place of those before', async () => {
    const { mine, code, clock, recoveryCodes } = await guarded('b@example.com')
    const made = await replaceRecoveryCodes.run(mine, { code: code() })
    expect(made.recoveryCodes).toHaveLength(10)
    expect(made.recoveryCodes.some((each) => recoveryCodes.includes(each))).toBe(false)
    await expect(replaceRecoveryCodes.run(mine, { code: code() })).rejects.toMatchObject({
      field: 'code',
    })
    expect(await lastLine(database)).toMatchObject({ verb: 'people.codeRefused' })
    clock.pass(30)
    const spent = { password, recoveryCode: recoveryCodes[0] }
    await expect(turnOffSecondFactor.run(mine, spent)).rejects.toMatchObject({
      field: 'recoveryCode',
    })
  })

  it('is turned off by a code, or by the password with a recovery code, by neither alone', async () => {
    const one = await guarded('c@example.com')
    await expect(turnOffSecondFactor.run(one.mine, { password })).rejects.toMatchObject({
      code: 'INVALID',
    })
    await expect(turnOffSecondFactor.run(one.mine, {})).rejects.toThrow('Give one proof')
    const [recoveryCode = ''] = one.recoveryCodes
    await expect(turnOffSecondFactor.run(one.mine, { code: recoveryCode })).rejects.toThrow('Code')
    const bad = { password: 'not the right password', recoveryCode }
    await expect(turnOffSecondFactor.run(one.mine, bad)).rejects.toMatchObject({
      field: 'password',
    })
    expect(await lastLine(database)).toMatchObject({ verb: 'people.passwordRefused' })
    await turnOffSecondFactor.run(one.mine, { password, recoveryCode })
    expect(await lastLine(database)).toMatchObject({ verb: 'people.turnOffSecondFactor' })
    await opened(enter('c@example.com'))
    const two = await guarded('d@example.com')
    await turnOffSecondFactor.run(two.mine, { code: two.code() })
    await opened(enter('d@example.com'))
  })

  it('asks for a fresh proof after 10 minutes, and takes the password or a code, in this session only', async () => {
    const { actor, user } = await somebody(database, 'e@example.com', 'admin')
    const { user: target } = await somebody(database, 'target@example.com')
    const { session } = await opened(enter(user.email))
    const clock = movingClock(database, actor)
    const { secret } = await enrolled({ ...clock.context, session: session.id })
    const disable = async () => {
      const asker = await askerBySession(database, session.token, clock.now())
      return disablePerson.run({ ...clock.context, ...asker }, { id: target.id, version: 99 })
    }
    const proveNow = (input: object) => prove.run({ ...clock.context, session: session.id }, input)
    clock.pass(600)
    await expect(disable()).rejects.toMatchObject({ code: 'CONFLICT' })
    clock.pass(1)
    await expect(disable()).rejects.toMatchObject({
      code: 'STEP_UP',
      details: { freshForMinutes: 10 },
    })
    await expect(proveNow({ password: 'not the right one' })).rejects.toMatchObject({
      field: 'password',
    })
    await expect(proveNow({ code: '000000' })).rejects.toMatchObject({ field: 'code' })
    await expect(disable()).rejects.toMatchObject({ code: 'STEP_UP' })
    await proveNow({ password })
    expect(await lastLine(database)).toMatchObject({ verb: 'people.prove', recordId: user.id })
    await expect(disable()).rejects.toMatchObject({ code: 'CONFLICT' })
    clock.pass(601)
    await expect(disable()).rejects.toMatchObject({ code: 'STEP_UP' })
    await proveNow({ code: codeAt(secret, clock.now()) })
    await expect(disable()).rejects.toMatchObject({ code: 'CONFLICT' })
    const noSession = { ...contextOf(database, actor), provedAt: undefined }
    await expect(disablePerson.run(noSession, { id: target.id, version: 99 })).rejects.toThrow(
      'Confirm that it is you',
    )
    const command = { ...contextOf(database, system), provedAt: undefined }
    await expect(disablePerson.run(command, { id: target.id, version: 99 })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  it('is required by role: whoever has none does nothing but turn it on', async () => {
    const { actor, user } = await somebody(database, 'f@example.com', 'admin')
    const { actor: auditor, user: reader } = await somebody(database, 'g@example.com', 'auditor')
    const { session } = await opened(enter(reader.email))
    const asked = async () => ({
      ...contextOf(database, auditor),
      ...(await askerBySession(database, session.token, contextOf(database).now())),
    })
    const mine = contextOf(database, actor)
    expect(await readSecondFactorRule.run(mine, undefined)).toEqual({ version: 0, roles: [] })
    const all = { version: 0, roles: ['auditor', 'admin'] }
    await expect(changeSecondFactorRule.run(mine, all)).rejects.toThrow('shut yourself out')
    await changeSecondFactorRule.run(mine, { version: 0, roles: ['auditor'] })
    expect(await lastLine(database)).toMatchObject({
      verb: 'people.changeSecondFactorRule',
      recordId: 'second-factor',
      version: 1,
      actorId: user.id,
    })
    await expect(changeSecondFactorRule.run(mine, all)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(listNames.run(await asked(), undefined)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'Your role requires a second factor: turn it on under Your account first.',
      details: { secondFactor: true },
    })
    await expect(listPeople.run(await asked(), undefined)).rejects.toThrow('second factor')
    expect(await me.run(await asked(), undefined)).toMatchObject({
      mustEnrol: true,
      secondFactor: false,
      permissions: ['own-account:change', 'public:read'],
    })
    await enrolled(await asked())
    expect(await listNames.run(await asked(), undefined)).not.toHaveLength(0)
    expect(await me.run(await asked(), undefined)).toMatchObject({
      mustEnrol: false,
      secondFactor: true,
    })
    await enrolled(mine)
    await changeSecondFactorRule.run(mine, { version: 1, roles: ['auditor', 'admin', 'admin'] })
    expect(await readSecondFactorRule.run(mine, undefined)).toEqual({
      version: 2,
      roles: ['admin', 'auditor'],
    })
    const free = await opened(enter((await somebody(database, 'h@example.com')).user.email))
    const asker = await askerBySession(database, free.session.token, mine.now())
    expect(asker.actor).not.toHaveProperty('mustEnrol')
  })
})
