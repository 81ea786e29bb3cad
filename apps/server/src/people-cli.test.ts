import { Readable } from 'node:stream'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { entriesWhere } from '@ropewalk/services/log/entries.ts'
import { askerByToken } from '@ropewalk/services/people/asker.ts'
import { nowhere } from '@ropewalk/services/people/sessions.ts'
import { signIn } from '@ropewalk/services/people/sign-in.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import { beforeAll, expect, it, vi } from 'vitest'
import { keeperForTests } from './parts-for-tests.ts'
import {
  commandContext,
  passwordFrom,
  systemActor,
  tokenAdd,
  userAdd,
  userDisable,
  userList,
  userPassword,
  userSecondFactorReset,
} from './people-cli.ts'

it.each([
  ['secret\n', 'secret'],
  ['secret\r\n', 'secret'],
  ['secret\n\n', 'secret\n'],
  [' secret ', ' secret '],
  ['', ''],
])('takes one newline off the end of %j', async (typed, password) => {
  expect(await passwordFrom(Readable.from([Buffer.from(typed)]))).toBe(password)
})

it('puts characters together that came in two pieces', async () => {
  const bytes = Buffer.from('pâte à tartiner\n')
  const pieces = [bytes.subarray(0, 2), bytes.subarray(2)]
  expect(await passwordFrom(Readable.from(pieces))).toBe('pâte à tartiner')
})

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

onBothEngines('the command line of people', ({ open }) => {
  let context: Context
  const password = 'correct horse battery staple'
  beforeAll(async () => {
    context = commandContext(await open(), keeperForTests())
  })
  const enter = (typed: string) =>
    signIn(context, { email: 'ada@example.com', password: typed }, { secret: 's', from: nowhere })

  it('adds, lists, changes and disables, as the system with the user named', async () => {
    const ada = { email: 'Ada@Example.com', name: 'Ada', roles: ['admin', 'dpo'] }
    const added = await userAdd(context, { ...ada, expires: undefined }, password)
    expect(added.text).toBe('US-0001')
    expect(JSON.stringify(added)).not.toContain('argon2')
    await enter(password)
    await expect(userAdd(context, ada, password)).rejects.toThrow('already has an account')
    await expect(
      userAdd(context, { ...ada, email: 'b@example.com', roles: ['king'] }, password),
    ).rejects.toThrow('this choice does not exist')
    await expect(
      userAdd(context, { ...ada, email: 'b@example.com', expires: 'tomorrow' }, password),
    ).rejects.toThrow('a day is written YYYY-MM-DD')
    const bea = { email: 'bea@example.com', name: 'Bea', roles: ['auditor'], expires: '2999-12-31' }
    await userAdd(context, bea, password)
    expect((await userList(context)).text.split('\n')).toEqual([
      'US-0001\tada@example.com\tAda\tadministrator, DPO\tactive',
      'US-0002\tbea@example.com\tBea\tauditor\tactive',
    ])
    await userPassword(context, { email: 'ADA@example.com' }, 'an entirely new phrase')
    await expect(enter(password)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await enter('an entirely new phrase')
    await userDisable(context, { email: 'bea@example.com' })
    await expect(userSecondFactorReset(context, { email: 'ada@example.com' })).rejects.toThrow(
      'Ada has no second factor',
    )
    expect((await userList(context)).text).toContain('Bea\tauditor\tdisabled')
    await expect(userDisable(context, { email: 'ada@example.com' })).rejects.toThrow(
      'last administrator',
    )
    await expect(userDisable(context, { email: 'none@example.com' })).rejects.toThrow(
      'no such person',
    )
    const { database } = context
    const { tables } = database
    const entries = await database.reading((db) => entriesWhere({ db, tables }, undefined, 1000))
    expect(entries.find(({ verb }) => verb === 'people.disable')).toMatchObject({
      actorKind: 'system',
      state: { who: systemActor().name },
      door: 'command',
    })
  })

  it('prints a token and nothing else', async () => {
    const answer = await tokenAdd(context, { email: 'ada@example.com', name: 'nightly' })
    expect(answer.text).toMatch(/^rw_[\w-]{43}$/)
    const asker = await askerByToken(context.database, answer.text, new Date())
    expect(asker.actor).toMatchObject({ kind: 'token', id: 'US-0001' })
    await expect(
      tokenAdd(context, { email: 'ada@example.com', name: 'x', expires: '2999-01-01' }),
    ).rejects.toThrow('366 days')
  })
})
