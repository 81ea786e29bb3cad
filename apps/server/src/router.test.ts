import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateSqlite } from '@ropewalk/db/migrate.ts'
import { openSqlite } from '@ropewalk/db/sqlite.ts'
import { nouns as catalogue, nounKeys } from '@ropewalk/domain/nouns.ts'
import {
  type Actor,
  mayDo,
  publicActor,
  type Role,
  roles,
  writePermissions,
} from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRouter } from './router.ts'

const everyone: readonly Role[] = ['admin', 'dpo', 'editor', 'auditor']
const writers: readonly Role[] = ['dpo', 'editor']
const dpo: readonly Role[] = ['dpo']
const admin: readonly Role[] = ['admin']

/** Who may do what, written out: the roles of each verb as contracts.md promises them. */
const verbsOfNoun = {
  list: everyone,
  read: everyone,
  beside: everyone,
  history: everyone,
  create: writers,
  copy: writers,
  change: writers,
  restore: writers,
  bulkChange: writers,
  confirm: writers,
  archive: dpo,
  unarchive: dpo,
  remove: dpo,
}
const others: Record<string, readonly Role[]> = {
  'subProcessors.links': everyone,
  'subProcessors.preview': everyone,
  'subProcessors.publish': dpo,
  'subProcessors.withdraw': dpo,
  'objections.list': everyone,
  'objections.decide': dpo,
  'changes.list': everyone,
  'changes.read': everyone,
  'changes.impact': everyone,
  'changes.preview': everyone,
  'changes.create': writers,
  'changes.change': writers,
  'changes.remove': writers,
  'changes.announce': dpo,
  'changes.announceAndPublish': dpo,
  'changes.withdraw': dpo,
  'changes.answer': dpo,
  'changes.overrideConsent': dpo,
  'findings.list': everyone,
  'findings.accept': dpo,
  'findings.reopen': dpo,
  'approvals.list': everyone,
  'approvals.read': everyone,
  'approvals.differences': everyone,
  'approvals.approvers': everyone,
  'approvals.request': writers,
  'approvals.withdraw': writers,
  'approvals.approve': dpo,
  'approvals.sign': ['admin', 'dpo', 'editor'],
  'approvals.sendBack': ['admin', 'dpo', 'editor'],
  'approvals.settings': everyone,
  'approvals.changeSettings': admin,
  'reviews.list': everyone,
  'reviews.answer': writers,
  'questions.answer': writers,
  'toConfirm.list': everyone,
  'register.counts': everyone,
  'register.overview': everyone,
  'register.search': everyone,
  'register.rowCounts': everyone,
  'reference.list': everyone,
  'reference.change': dpo,
  'people.me': everyone,
  'people.names': everyone,
  'people.list': admin,
  'people.read': admin,
  'people.access': ['admin', 'auditor'],
  'people.invite': admin,
  'people.resetLink': admin,
  'people.changeRoles': admin,
  'people.changeExpiry': admin,
  'people.disable': admin,
  'people.enable': admin,
  'people.changeOwnPassword': everyone,
  'people.changeOwnName': everyone,
  'people.changeOwnLanguage': everyone,
  'history.erase': admin,
  'log.list': everyone,
  'log.differences': everyone,
  'log.findExport': everyone,
  'log.check': ['admin', 'auditor'],
  'people.prove': everyone,
  'people.resetSecondFactor': admin,
  'secondFactor.read': everyone,
  'secondFactor.begin': everyone,
  'secondFactor.confirm': everyone,
  'secondFactor.replaceRecoveryCodes': everyone,
  'secondFactor.turnOff': everyone,
  'secondFactor.rule': ['admin', 'auditor'],
  'secondFactor.changeRule': admin,
  'mails.kept': admin,
  'backups.read': ['admin', 'auditor'],
  'backups.ask': admin,
  'backups.changeRule': admin,
  'webhooks.list': admin,
  'webhooks.create': admin,
  'webhooks.test': admin,
  'webhooks.end': admin,
  'mails.list': admin,
  'mails.sendAgain': admin,
  'mails.markBounced': admin,
  'subscriptions.count': ['admin', 'dpo'],
  'tokens.list': admin,
  'tokens.create': admin,
  'tokens.revoke': admin,
  'tokens.own': everyone,
  'tokens.createOwn': everyone,
  'tokens.revokeOwn': everyone,
  'sessions.list': everyone,
  'sessions.revoke': everyone,
}
const nouns = [
  'activities',
  'subProcessors',
  'dataCategories',
  'dataSubjects',
  'parties',
  'measures',
  'products',
  'documents',
]
const organisation = Object.fromEntries(
  Object.entries(verbsOfNoun).map(([verb, allowed]) => [
    `organisations.${verb}`,
    allowed === writers ? dpo : allowed,
  ]),
)
const promised: Record<string, readonly Role[]> = {
  ...Object.fromEntries(
    nouns.flatMap((noun) =>
      Object.entries(verbsOfNoun).map(([verb, allowed]) => [`${noun}.${verb}`, allowed]),
    ),
  ),
  ...organisation,
  ...others,
}

const ofOwnAccount = /^(people\.(me|prove|changeOwn\w+)|secondFactor\.\w+|sessions\.\w+)$/

const folder = mkdtempSync(join(tmpdir(), 'ropewalk-router-'))
const file = join(folder, 'register.db')
let database: ReturnType<typeof openSqlite>
beforeAll(async () => {
  await migrateSqlite(file)
  database = openSqlite(file)
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

type Caller = (input: unknown) => Promise<unknown>
async function refusalOf(path: string, actor: Actor): Promise<string> {
  const context = {
    database,
    actor,
    door: 'web' as const,
    now: () => new Date('2026-11-24T12:00:00Z'),
  }
  const [noun = '', verb = ''] = path.split('.')
  const caller = appRouter.createCaller(context) as unknown as Record<
    string,
    Record<string, Caller>
  >
  try {
    await caller[noun]?.[verb]?.({ nonsense: true })
    return 'none'
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    if (cause instanceof Refusal) return cause.code
    throw error
  }
}

describe('every verb for every role', () => {
  const paths = Object.keys(appRouter._def.procedures)
  it('is written out here', () => {
    expect(paths.toSorted()).toEqual(Object.keys(promised).toSorted())
  })
  it.each(Object.entries(promised))('%s', async (path, allowed) => {
    expect(await refusalOf(path, publicActor)).toBe('UNAUTHORIZED')
    for (const role of roles) {
      const actor: Actor = { kind: 'person', id: `US-${role}`, name: role, roles: [role] }
      const code = await refusalOf(path, actor)
      if (allowed.includes(role)) expect([role, code]).not.toEqual([role, 'FORBIDDEN'])
      else expect([role, code]).toEqual([role, 'FORBIDDEN'])
    }
  })
  it.each(nounKeys)('writes %s as the browser believes', (noun) => {
    const path = catalogue[noun].path.replace(/-(.)/, (_, letter: string) => letter.toUpperCase())
    const believed = roles.filter((role) => mayDo(writePermissions[noun], role))
    expect(believed.toSorted()).toEqual([...(promised[`${path}.change`] ?? [])].toSorted())
  })
  it.each(Object.entries(promised))(
    '%s while a second factor is missing',
    async (path, allowed) => {
      const actor: Actor = { kind: 'person', id: 'US-0001', name: 'all', roles, mustEnrol: true }
      const code = await refusalOf(path, actor)
      if (allowed === everyone && ofOwnAccount.test(path)) expect(code).not.toBe('FORBIDDEN')
      else expect(code).toBe('FORBIDDEN')
    },
  )
  it.each(
    Object.keys(promised).filter((path) =>
      /\.(create|copy|change|bulkChange|confirm|archive|unarchive|remove|publish|withdraw|accept|answer|ask|invite|prove|begin|confirm|turnOff|changeRule|resetSecondFactor|request|approve|sign|sendBack|changeSettings|createOwn|revokeOwn)$/.test(
        path,
      ),
    ),
  )('%s is closed to tokens', async (path) => {
    const actor: Actor = { kind: 'token', id: 'US-0001', name: 'all', roles, token: 'T' }
    expect(await refusalOf(path, actor)).toBe('FORBIDDEN')
  })
  it('tells in the log what somebody was refused, and nothing of the public', async () => {
    const told = async () => {
      const reader: Actor = { kind: 'person', id: 'US-0003', name: 'a', roles: ['auditor'] }
      const now = () => new Date('2026-11-24T12:00:00Z')
      const context = { database, actor: reader, door: 'web' as const, now }
      const { lines } = await appRouter.createCaller(context).log.list({})
      return lines.filter(({ verb }) => verb === 'permissions.refuse')
    }
    await refusalOf('people.list', publicActor)
    const actor: Actor = { kind: 'person', id: 'US-0777', name: 'ed', roles: ['editor'] }
    await refusalOf('people.list', actor)
    await refusalOf('people.list', actor)
    const lines = await told()
    expect(lines.filter(({ actorKind }) => actorKind === 'public')).toEqual([])
    const [newest, ...others] = lines.filter(({ actorId }) => actorId === 'US-0777')
    expect(others).toEqual([])
    expect(newest).toMatchObject({
      door: 'web',
      refused: { verb: 'people.list', permission: 'people:manage', record: 'none' },
    })
  })
})
