import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { type SQL, sql } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import { addPerson } from '../people/add.ts'
import { invitePerson } from '../people/invite.ts'
import { turnOffSecondFactor } from '../people/own-second-factor.ts'
import { actorOf } from '../people/person.ts'
import { resetSecondFactor } from '../people/reset-second-factor.ts'
import { changeSecondFactorRule } from '../people/second-factor-rule.ts'
import { signIn } from '../people/sign-in.ts'
import { signInWithCode } from '../people/sign-in-code.ts'
import {
  codeAt,
  enrolled,
  entrance,
  linesIn,
  movingClock,
  opened,
  password,
  system,
} from '../people/test-people.ts'
import { createToken } from '../people/tokens.ts'
import { useLink } from '../people/use-link.ts'
import { contextOf } from '../test-contexts.ts'
import { bindThings } from './bind.ts'
import { unlocked } from './test-log.ts'
import { verifyLive } from './verify-live.ts'

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

const email = 'ada@example.com'
const faultsIn = async (database: Database) =>
  (await verifyLive(database, [])).faults.map(({ what, detail }) => `${what} ${detail}`)

onBothEngines('what opens the register, bound by the log', ({ open }) => {
  async function started() {
    const database = await open()
    const command = contextOf(database, system)
    const user = await addPerson.run(command, { email, name: 'Ada', roles: ['admin'], password })
    await createToken.run(command, { person: user.id, label: 'Nightly' })
    const clock = movingClock(database, actorOf(user))
    const factor = await enrolled(clock.context)
    await changeSecondFactorRule.run(command, { version: 0, roles: ['admin'] })
    clock.pass(60)
    const visitor = {
      ...clock.context,
      actor: { kind: 'public', id: 'public', name: 'public' },
    } as const
    return { database, command, user, clock, visitor, ...factor }
  }

  it('agrees with every way that the product itself changes it', async () => {
    const { database, command, clock, visitor, secret, recoveryCodes } = await started()
    expect(await faultsIn(database)).toEqual([])
    const give = async (code: string) => {
      const entered = await signIn(visitor, { email, password }, entrance)
      const pending = 'pending' in entered ? entered.pending.token : ''
      await signInWithCode(visitor, { pending, code }, entrance)
    }
    await give(codeAt(secret, clock.now()))
    await give(recoveryCodes[0] ?? '')
    expect(await faultsIn(database)).toEqual([])
    clock.pass(60)
    await turnOffSecondFactor.run(clock.context, { code: codeAt(secret, clock.now()) })
    await enrolled(clock.context)
    const boss = await addPerson.run(command, {
      email: 'boss@example.com',
      name: 'Boss',
      roles: ['admin'],
      password,
    })
    const by = { ...clock.context, actor: actorOf(boss) }
    await resetSecondFactor.run(by, { id: 'US-0001' })
    const { path } = await invitePerson.run(command, {
      email: 'bea@example.com',
      name: 'Bea',
      roles: ['editor'],
    })
    expect(await faultsIn(database)).toEqual([])
    const token = path.split('/').at(-1)
    await opened(useLink(visitor, { token, password }, entrance))
    expect(await faultsIn(database)).toEqual([])
  })

  it('keeps neither a secret nor what the database knows it by', async () => {
    const { database, secret, recoveryCodes } = await started()
    const told = JSON.stringify(await linesIn(database))
    const { secondFactors, recoveryCodes: codes, passwords, tokens } = database.tables
    const kept = await database.reading(async (db) => [
      ...(await db.select({ text: secondFactors.secret }).from(secondFactors)),
      ...(await db.select({ text: codes.codeHash }).from(codes)),
      ...(await db.select({ text: passwords.hash }).from(passwords)),
      ...(await db.select({ text: tokens.tokenHash }).from(tokens)),
    ])
    expect(kept).toHaveLength(13)
    for (const text of [secret, ...recoveryCodes, ...kept.map((row) => row.text)])
      expect(told).not.toContain(text)
  })

  const attacks: [string, SQL, string][] = [
    [
      'another secret',
      sql`update second_factors set secret = 'v1.0.0.0.0'`,
      'record-differs second factor US-0001',
    ],
    [
      'a second factor taken away',
      sql`delete from second_factors`,
      'record-differs second factor US-0001',
    ],
    [
      'a recovery code put in',
      sql`insert into recovery_codes (code_hash, user_id) values ('known', 'US-0001')`,
      'record-differs second factor US-0001',
    ],
    [
      'a recovery code taken away',
      sql`delete from recovery_codes where code_hash = (select min(code_hash) from recovery_codes)`,
      'record-differs second factor US-0001',
    ],
    [
      'another password',
      sql`update passwords set hash = 'of another'`,
      'record-differs password of US-0001',
    ],
    ['a password taken away', sql`delete from passwords`, 'record-missing password of US-0001'],
    ['another token', sql`update tokens set token_hash = 'of another'`, 'record-differs TK-0001'],
    ['a longer token', sql`update tokens set expires_on = '2099-01-01'`, 'record-differs TK-0001'],
    [
      'the rule',
      sql`update facts set value = '{"version":1,"roles":[]}' where key = 'second-factor'`,
      'record-differs second-factor',
    ],
    [
      'the rule taken away',
      sql`delete from facts where key = 'second-factor'`,
      'record-missing second-factor',
    ],
    [
      'a counter',
      sql`update counters set next = 1 where prefix = 'TK'`,
      'record-differs counter TK',
    ],
  ]
  it.each(attacks)('names a change behind the product’s back: %s', async (_, statement, fault) => {
    const { database } = await started()
    await unlocked(database, statement)
    expect(await faultsIn(database)).toEqual([fault])
  })

  it('names a link that nobody made, and not one that is gone', async () => {
    const { database, command } = await started()
    const bea = { email: 'bea@example.com', name: 'Bea', roles: ['editor'] as ['editor'] }
    await invitePerson.run(command, bea)
    await unlocked(database, sql`update single_use_links set token_hash = 'known'`)
    expect(await faultsIn(database)).toEqual([
      expect.stringMatching(/^record-unknown link [0-9a-f]{16}$/),
    ])
    await unlocked(database, sql`delete from single_use_links`)
    expect(await faultsIn(database)).toEqual([])
  })

  it('binds an older register once, and tells it', async () => {
    const { database } = await started()
    await unlocked(database, sql`update passwords set hash = 'as it was before'`)
    await bindThings(database)
    expect(await faultsIn(database)).toEqual([])
    expect((await linesIn(database)).filter(({ verb }) => verb === 'log.bind')).toMatchObject([
      { actorKind: 'system', door: 'start', record: 'password of US-0001' },
    ])
    await unlocked(database, sql`update passwords set hash = 'changed since'`)
    await bindThings(database)
    expect(await faultsIn(database)).toEqual(['record-differs password of US-0001'])
  })
})
