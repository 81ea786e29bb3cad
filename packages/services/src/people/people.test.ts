import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import type { Actor } from '@ropewalk/domain/permissions.ts'
import { beforeAll, expect, it, vi } from 'vitest'
import { claimMails } from '../mails/claim-mails.ts'
import { changeReferenceData } from '../reference.ts'
import { contextOf, person } from '../test-contexts.ts'
import type { Verb } from '../verb.ts'
import { listAccess } from './access.ts'
import { addPerson, replacePassword } from './add.ts'
import { askerByToken } from './asker.ts'
import { disablePerson, enablePerson } from './disable.ts'
import { invitePerson, makeResetLink } from './invite.ts'
import { changeOwnLanguage, changeOwnName, changeOwnPassword } from './own-account.ts'
import { listNames, listPeople, me, readPerson } from './people.ts'
import { changeExpiry, changeRoles } from './roles.ts'
import { revokeSession } from './sessions.ts'
import { signIn } from './sign-in.ts'
import {
  entrance,
  lastLine,
  linesIn,
  opened,
  password,
  somebody,
  system,
  userOf,
} from './test-people.ts'
import {
  createOwnToken,
  createToken,
  listOwnTokens,
  listTokens,
  revokeOwnToken,
  revokeToken,
} from './tokens.ts'

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

onBothEngines('people', ({ open }) => {
  let database: Database
  let admin: Actor
  beforeAll(async () => {
    database = await open()
    admin = (await somebody(database, 'root@example.com', 'admin')).actor
  })
  const asAdmin = () => contextOf(database, admin)
  const next = 'a wholly different pass phrase'

  it('invites a person with a link, and tells it', async () => {
    const made = await invitePerson.run(asAdmin(), {
      email: 'New.Person@Example.com',
      name: 'O’Brien; DROP TABLE عربي',
      roles: ['editor', 'dpo', 'editor'],
      expiresOn: '2026-12-31',
    })
    expect(made).toMatchObject({
      kind: 'invitation',
      email: 'new.person@example.com',
      expiresAt: '2026-11-25T15:00:00.000Z',
    })
    expect(made.path).toMatch(/^\/invitation\/[\w-]{43}$/)
    expect(await readPerson.run(asAdmin(), { id: made.id })).toMatchObject({
      name: 'O’Brien; DROP TABLE عربي',
      roles: ['dpo', 'editor'],
      status: 'invited',
      createdBy: admin.id,
      createdByName: 'root',
      expiresOn: '2026-12-31',
    })
    const line = await lastLine(database)
    expect(line).toMatchObject({ verb: 'people.invite', recordId: made.id, actorId: admin.id })
    expect(line?.after).toMatchObject({ email: 'new.person@example.com' })
    expect(JSON.stringify(line)).not.toContain(made.path.slice(12))
  })

  it('writes the mail with the link in the language of its reader, and says whether a server takes it', async () => {
    const guest = { email: 'mail@example.com', name: 'Zoé', roles: ['editor'], language: 'fr' }
    const invited = await invitePerson.run(asAdmin(), guest)
    expect(invited.mailed).toBe(false)
    const mailing = { base: 'https://registre.example', domain: 'a.example', hasServer: true }
    const again = await makeResetLink.run({ ...asAdmin(), mailing }, { id: invited.id })
    expect(again).toMatchObject({ kind: 'invitation', mailed: true })
    expect(await lastLine(database)).toMatchObject({
      verb: 'people.resetLink',
      recordId: invited.id,
    })
    const mails = await claimMails(asAdmin(), { by: 'test', most: 100 })
    const written = mails.flatMap((each) => ('mail' in each ? [each.mail] : []))
    expect(written.slice(-2).map(({ address, subject }) => [address, subject])).toEqual(
      Array(2).fill(['mail@example.com', 'Votre accès à Ropewalk']),
    )
    const texts = written.map(({ text }) => text).join()
    expect(texts).toContain(`\nhttps://register.example${invited.path}\n`)
    expect(texts).toContain(`\nhttps://registre.example${again.path}\n`)
    expect(texts).toContain('25 novembre 2026')
    await expect(invitePerson.run(asAdmin(), guest)).rejects.toMatchObject({ field: 'email' })
    expect(await claimMails(asAdmin(), { by: 'test', most: 100 })).toEqual([])
  })

  it.each([
    [{ email: 'root@EXAMPLE.com' }, 'root@example.com already has an account.'],
    [{ email: 'nonsense' }, 'E-mail: this is not an e-mail address.'],
    [{ name: '  ' }, 'Name: it must not be empty.'],
    [{ name: 'a\u202eb' }, 'Name: it holds a character that reverses the direction of text.'],
    [{ roles: [] }, 'Roles: it must not be empty.'],
    [{ roles: ['emperor'] }, 'Roles: this choice does not exist.'],
    [{ expiresOn: '2026-11-23' }, 'The last day is past.'],
    [{ password: 'x' }, 'Password: there is no such field.'],
  ])('refuses an invitation with %j', async (wrong, sentence) => {
    const told = (await linesIn(database)).length
    const input = { email: 'other@example.com', name: 'Other', roles: ['editor'], ...wrong }
    await expect(invitePerson.run(asAdmin(), input)).rejects.toThrow(sentence)
    expect((await linesIn(database)).length).toBe(told)
  })

  it('changes roles and the last day at the version that was read', async () => {
    const { user } = await somebody(database, 'roles@example.com', 'editor')
    await changeRoles.run(asAdmin(), { id: user.id, version: 1, roles: ['auditor'] })
    const line = await lastLine(database)
    expect(line).toMatchObject({ verb: 'people.changeRoles', recordId: user.id, version: 2 })
    expect([line?.before?.roles, line?.after?.roles]).toEqual([['editor'], ['auditor']])
    await expect(
      changeRoles.run(asAdmin(), { id: user.id, version: 1, roles: ['dpo'] }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { yours: 1, theirs: { version: 2, roles: ['auditor'] } },
    })
    await changeExpiry.run(asAdmin(), { id: user.id, version: 2, expiresOn: '2027-01-31' })
    expect(await lastLine(database)).toMatchObject({ verb: 'people.changeExpiry', version: 3 })
    expect((await userOf(database, user.id)).expiresOn).toBe('2027-01-31')
  })

  it('keeps the last administrator: neither disabled, nor without the role, nor ending', async () => {
    const { id } = admin
    await somebody(database, 'ending@example.com', 'admin').then(({ user }) =>
      changeExpiry.run(asAdmin(), { id: user.id, version: 1, expiresOn: '2026-12-01' }),
    )
    await invitePerson.run(asAdmin(), {
      email: 'invited@example.com',
      name: 'Invited',
      roles: ['admin'],
    })
    const last = 'root is the last administrator'
    await expect(disablePerson.run(asAdmin(), { id, version: 1 })).rejects.toThrow(last)
    await expect(changeRoles.run(asAdmin(), { id, version: 1, roles: ['dpo'] })).rejects.toThrow(
      last,
    )
    await expect(
      changeExpiry.run(asAdmin(), { id, version: 1, expiresOn: '2026-12-24' }),
    ).rejects.toThrow(last)
    const { user: second } = await somebody(database, 'second@example.com', 'admin')
    await changeRoles.run(asAdmin(), { id, version: 1, roles: ['admin', 'dpo'] })
    await disablePerson.run(asAdmin(), { id: second.id, version: 1 })
  })

  it('disables a person with tokens and links, and enables again', async () => {
    const { user } = await somebody(database, 'off@example.com')
    const token = await createToken.run(asAdmin(), { person: user.id, label: 'nightly export' })
    const off = await disablePerson.run(asAdmin(), { id: user.id, version: 1 })
    expect(off.disabledAt).toBe('2026-11-24T15:00:00.000Z')
    expect((await linesIn(database)).slice(-2)).toMatchObject([
      { verb: 'people.disable', recordId: user.id },
      { verb: 'tokens.revoke', recordId: token.id },
    ])
    await expect(makeResetLink.run(asAdmin(), { id: user.id })).rejects.toThrow('enable it first')
    await expect(
      createToken.run(asAdmin(), { person: user.id, label: 'another' }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    expect((await readPerson.run(asAdmin(), { id: user.id })).status).toBe('disabled')
    await enablePerson.run(asAdmin(), { id: user.id, version: 2 })
    expect(await lastLine(database)).toMatchObject({ verb: 'people.enable', version: 3 })
    const [mine] = (await listTokens.run(asAdmin(), undefined)).filter((t) => t.id === token.id)
    expect(mine).toMatchObject({ person: 'off', works: false })
  })

  it('makes tokens of at most 366 days, revokes them, and never shows them again', async () => {
    const { user } = await somebody(database, 'robot@example.com', 'auditor')
    const create = (expiresOn?: string) =>
      createToken.run(asAdmin(), { person: user.id, label: 'audit', expiresOn })
    const made = await create()
    expect(made.token).toMatch(/^rw_[\w-]{43}$/)
    expect(made.expiresOn).toBe('2027-02-22')
    expect(await lastLine(database)).toMatchObject({ verb: 'tokens.create', recordId: made.id })
    await expect(create('2027-11-26')).rejects.toThrow('366 days')
    await expect(create('2026-11-23')).rejects.toMatchObject({ field: 'expiresOn' })
    await create('2027-11-25')
    expect(JSON.stringify(await listTokens.run(asAdmin(), undefined))).not.toContain('ash')
    await revokeToken.run(asAdmin(), { id: made.id })
    expect(await lastLine(database)).toMatchObject({ verb: 'tokens.revoke', recordId: made.id })
    await expect(revokeToken.run(asAdmin(), { id: made.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('lets everyone make, see and revoke tokens of their own, and nobody else’s', async () => {
    const { actor, user } = await somebody(database, 'reader@example.com', 'auditor')
    const { actor: stranger } = await somebody(database, 'other@example.com', 'editor')
    const theirs = contextOf(database, actor)
    const made = await createOwnToken.run(theirs, { label: 'mine' })
    expect(await lastLine(database)).toMatchObject({ verb: 'tokens.createOwn', recordId: made.id })
    const [own] = await listOwnTokens.run(theirs, undefined)
    expect(own).toMatchObject({ id: made.id, label: 'mine', userId: user.id, works: true })
    expect(JSON.stringify(own)).not.toContain('ash')
    expect(
      await askerByToken(database, made.token, new Date('2026-11-24T16:00:00Z')),
    ).toMatchObject({
      actor: { kind: 'token', id: user.id, roles: ['auditor'] },
    })
    await expect(createOwnToken.run(theirs, { label: 'x', person: admin.id })).rejects.toThrow()
    const asStranger = contextOf(database, stranger)
    expect(await listOwnTokens.run(asStranger, undefined)).toEqual([])
    await expect(revokeOwnToken.run(asStranger, { id: made.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const unproved = { ...theirs, provedAt: '2020-01-01T00:00:00.000Z' }
    await expect(createOwnToken.run(unproved, { label: 'x' })).rejects.toMatchObject({
      code: 'STEP_UP',
    })
    const enrolling = contextOf(database, { ...actor, mustEnrol: true } as Actor)
    for (const refused of [
      createOwnToken.run(enrolling, { label: 'x' }),
      listOwnTokens.run(enrolling, undefined),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await revokeOwnToken.run(theirs, { id: made.id })
    expect(await lastLine(database)).toMatchObject({ verb: 'tokens.revokeOwn', recordId: made.id })
    expect(await listOwnTokens.run(theirs, undefined)).toMatchObject([{ works: false }])
    for (let n = 1; n <= 20; n += 1) await createOwnToken.run(theirs, { label: `${n}` })
    await expect(createOwnToken.run(theirs, { label: '21' })).rejects.toThrow('At most 20')
  })

  it('lets a person change password, name and language of one’s own account', async () => {
    const { user, actor } = await somebody(database, 'self@example.com', 'auditor')
    const enter = (typed: string) =>
      opened(signIn(asAdmin(), { email: user.email, password: typed }, entrance))
    const [here, elsewhere] = [await enter(password), await enter(password)]
    const mine = { ...contextOf(database, actor), session: here.session.id }
    await expect(
      changeOwnPassword.run(mine, { current: 'something else', next }),
    ).rejects.toMatchObject({ code: 'INVALID', field: 'current' })
    await expect(
      changeOwnPassword.run(mine, { current: password, next: 'self@example.com' }),
    ).rejects.toMatchObject({ code: 'INVALID', field: 'next' })
    await changeOwnPassword.run(mine, { current: password, next })
    expect(await lastLine(database)).toMatchObject({
      verb: 'people.changeOwnPassword',
      recordId: user.id,
      actorId: user.id,
    })
    const open = await database.reading((db) => db.select().from(database.tables.sessions))
    expect(open.map(({ id }) => id)).toContain(here.session.id)
    expect(open.map(({ id }) => id)).not.toContain(elsewhere.session.id)
    await expect(enter(password)).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await enter(next)
    await changeOwnName.run(mine, { name: 'Sélf' })
    expect(await lastLine(database)).toMatchObject({ verb: 'people.changeOwnName' })
    await changeOwnLanguage.run(mine, { language: 'fr' })
    expect(await lastLine(database)).toMatchObject({ verb: 'people.changeOwnLanguage' })
    await expect(changeOwnLanguage.run(mine, { language: 'tlh' })).rejects.toMatchObject({
      field: 'language',
    })
    expect(await me.run(mine, undefined)).toEqual({
      secondFactor: false,
      mustEnrol: false,
      id: user.id,
      name: 'Sélf',
      email: 'self@example.com',
      roles: ['auditor'],
      language: 'fr',
      permissions: [
        'register:read',
        'history:read',
        'register:export',
        'access:read',
        'own-account:change',
        'own-tokens:manage',
        'public:read',
      ],
    })
  })

  it('refuses what is no id with a sentence', async () => {
    const { actor } = await somebody(database, 'ids@example.com', 'admin', 'dpo')
    const id = 'US-\u00000001'
    const context = contextOf(database, actor)
    const invalid = { code: 'INVALID' }
    for (const asked of [
      makeResetLink.run(context, { id }),
      revokeToken.run(context, { id }),
      revokeSession.run(context, { id }),
      changeReferenceData.run(context, { id, version: 1, kind: 'eea', entry: {} }),
      signIn(context, { email: `${id}@example.com`, password }, entrance),
    ])
      await expect(asked).rejects.toMatchObject(invalid)
  })

  it('delays wrong guesses at the current password', async () => {
    const { actor } = await somebody(database, 'guess@example.com')
    const guess = () =>
      changeOwnPassword.run(contextOf(database, actor), { current: 'a guess', next })
    for (const _ of [1, 2, 3, 4]) await expect(guess()).rejects.toMatchObject({ code: 'INVALID' })
    expect(await lastLine(database)).toMatchObject({
      verb: 'people.changeOwnPasswordRefused',
      actorId: actor.id,
      recordId: actor.id,
      after: { why: 'wrong' },
    })
    await expect(guess()).rejects.toMatchObject({ code: 'TOO_MANY' })
  })

  it('adds people and replaces passwords from the command line', async () => {
    const command = { ...contextOf(database, system), door: 'command' as const }
    const cli = { email: 'cli@example.com', name: 'Cli', roles: ['auditor'] }
    await expect(addPerson.run(command, { ...cli, password: 'short' })).rejects.toMatchObject({
      field: 'password',
    })
    const user = await addPerson.run(command, { ...cli, password })
    expect(await lastLine(database)).toMatchObject({
      verb: 'people.add',
      recordId: user.id,
      actorKind: 'system',
      actorName: 'root',
      door: 'command',
    })
    const { session } = await opened(signIn(asAdmin(), { email: cli.email, password }, entrance))
    await replacePassword.run(command, { email: cli.email, password: next })
    expect(await lastLine(database)).toMatchObject({ verb: 'people.replacePassword' })
    const open = await database.reading((db) => db.select().from(database.tables.sessions))
    expect(open.map(({ id }) => id)).not.toContain(session.id)
    const unknown = { email: 'nobody@example.com', password }
    await expect(replacePassword.run(command, unknown)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('lists access in the order of ids, for the auditor too', async () => {
    const rows = await listAccess.run(contextOf(database, person('auditor')), undefined)
    expect(rows[0]).toMatchObject({
      userId: admin.id,
      status: 'active',
      secondFactor: false,
      createdBy: 'system (root)',
    })
    expect(rows.map((row) => row.userId)).toEqual(rows.map((row) => row.userId).sort())
    expect(rows.find((row) => row.email === 'new.person@example.com')).toMatchObject({
      status: 'invited',
      createdBy: `root (${admin.id})`,
      accountExpiresAt: '2026-12-31',
    })
    expect(await listPeople.run(asAdmin(), undefined)).toHaveLength(rows.length)
    expect(await listNames.run(contextOf(database), undefined)).toHaveLength(rows.length)
  })

  const id = 'US-0001'
  const verbs: [string, Verb<never, unknown>, unknown][] = [
    ['list', listPeople as never, undefined],
    ['read', readPerson as never, { id }],
    ['invite', invitePerson as never, { email: 'x@example.com', name: 'X', roles: ['dpo'] }],
    ['add', addPerson as never, { email: 'x@example.com', name: 'X', roles: ['dpo'], password }],
    ['changeRoles', changeRoles as never, { id, version: 1, roles: ['editor'] }],
    ['changeExpiry', changeExpiry as never, { id, version: 1, expiresOn: null }],
    ['disable', disablePerson as never, { id, version: 1 }],
    ['enable', enablePerson as never, { id, version: 1 }],
    ['resetLink', makeResetLink as never, { id }],
    ['tokens.list', listTokens as never, undefined],
    ['tokens.create', createToken as never, { person: id, label: 'x' }],
    ['tokens.revoke', revokeToken as never, { id: 'TK-0001' }],
  ]
  it.each(verbs)('refuses %s to all but administrators', async (_, verb, given) => {
    const told = (await linesIn(database)).length
    const token: Actor = {
      kind: 'token',
      id: admin.id,
      name: 'root',
      roles: ['admin'],
      token: 'TK-1',
    }
    for (const actor of [person('dpo', 'editor', 'auditor'), token])
      await expect(verb.run(contextOf(database, actor), given)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    expect((await linesIn(database)).length).toBe(told)
  })
})
