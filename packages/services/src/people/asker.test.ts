import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { beforeAll, expect, it, vi } from 'vitest'
import { contextOf } from '../test-contexts.ts'
import { askerBySession, askerByToken } from './asker.ts'
import { changeExpiry, changeRoles } from './roles.ts'
import { lastLine, linesIn, somebody, system } from './test-people.ts'
import { createToken, listTokens, revokeToken } from './tokens.ts'

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

onBothEngines('a token for programs', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await somebody(database, 'boss@example.com', 'admin')
  })
  const boss = () => contextOf(database, system)
  const at = (iso = '2026-11-24T15:00:00.000Z') => new Date(iso)
  const made = async (email: string, expiresOn?: string) => {
    const { user } = await somebody(database, email, 'dpo')
    return { user, ...(await createToken.run(boss(), { person: user.id, label: 'x', expiresOn })) }
  }
  const kindOf = async (token: string, when = at()) =>
    (await askerByToken(database, token, when)).actor.kind

  it('follows the roles of its person, and reads only', async () => {
    const { user, token, id } = await made('owner@example.com')
    expect(await askerByToken(database, token, at())).toEqual({
      actor: { kind: 'token', id: user.id, name: 'owner', roles: ['dpo'], token: id },
    })
    await changeRoles.run(boss(), { id: user.id, version: 1, roles: ['auditor'] })
    expect((await askerByToken(database, token, at())).actor).toMatchObject({ roles: ['auditor'] })
  })

  it('works to the end of its last day, not after being revoked, nor past its person’s last day', async () => {
    const day = await made('day@example.com', '2026-11-30')
    expect(await kindOf(day.token, at('2026-11-30T23:59:59.000Z'))).toBe('token')
    expect(await kindOf(day.token, at('2026-12-01T00:00:00.000Z'))).toBe('public')
    await revokeToken.run(boss(), { id: day.id })
    expect(await kindOf(day.token)).toBe('public')
    const ending = await made('ending@example.com')
    const expiry = { id: ending.user.id, version: 1, expiresOn: '2026-11-25' }
    await changeExpiry.run(boss(), expiry)
    expect(await kindOf(ending.token, at('2026-11-25T12:00:00.000Z'))).toBe('token')
    expect(await kindOf(ending.token, at('2026-11-26T12:00:00.000Z'))).toBe('public')
  })

  it('notes its use once a minute, and not in history', async () => {
    const { token, id } = await made('used@example.com')
    const told = (await linesIn(database)).length
    const used = async () =>
      (await listTokens.run(boss(), undefined)).find((each) => each.id === id)?.lastUsedAt
    for (const [iso, noted] of [
      ['2026-11-24T15:00:00.000Z', '2026-11-24T15:00:00.000Z'],
      ['2026-11-24T15:00:59.000Z', '2026-11-24T15:00:00.000Z'],
      ['2026-11-24T15:01:00.000Z', '2026-11-24T15:01:00.000Z'],
    ] as const) {
      await kindOf(token, at(iso))
      await vi.waitFor(async () => expect(await used()).toBe(noted))
    }
    expect((await linesIn(database)).length).toBe(told)
    expect(JSON.stringify(await lastLine(database))).not.toContain(token)
  })

  it('opens nothing with what was never given', async () => {
    expect(await kindOf('rw_nonsense')).toBe('public')
    expect((await askerBySession(database, 'nonsense', at())).actor.kind).toBe('public')
  })
})
