import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { everything } from '@ropewalk/domain/topics.ts'
import { beforeEach, expect, it } from 'vitest'
import { announceChange, withdrawChange } from '../changes/announcing.ts'
import { createChange, listChanges, readChange } from '../changes/drafting.ts'
import { announceAndPublish } from '../changes/publish-now.ts'
import { takeDueEffects } from '../changes/taking-effect.ts'
import { contextAt } from '../log/context-at.ts'
import { verifyLive } from '../log/verify-live.ts'
import { claimMails } from '../mails/claim-mails.ts'
import { recordAttempt } from '../mails/record-attempt.ts'
import { invitePerson } from '../people/invite.ts'
import { sealed, sealingKey } from '../people/sealed-secret.ts'
import { linesIn, system } from '../people/test-people.ts'
import { organisations, parties, subProcessors } from '../records/nouns.ts'
import { confirmSubscription } from '../subscriptions/confirm-subscription.ts'
import { sendNotices } from '../subscriptions/send-notices.ts'
import { subscribe } from '../subscriptions/subscribe.ts'
import { contextOf, person } from '../test-contexts.ts'
import type { Context } from '../verb.ts'
import { askToObject, linksADay, readObjectionable } from './ask.ts'
import { decideObjection } from './decide.ts'
import { listObjections, objectionCounts, objectionsIn } from './list.ts'
import { object, objectionsEach, readObjecting } from './object.ts'

onBothEngines('objections', ({ open }) => {
  let database: Database
  const on = (day: string, who = person('dpo'), time = '15:00:00'): Context =>
    contextOf(database, who, `${day}T${time}.000Z`)
  const visitor = (day: string): Context => ({ ...on(day, publicActor), door: 'public' })
  const mails = async (day: string, time?: string) => {
    const job = on(day, system, time)
    const claimed = await claimMails(job, { by: 'test', most: 1_000 })
    for (const { id, attempt } of claimed)
      await recordAttempt.run(job, { id, by: 'test', attempt, outcome: 'sent', detail: '' })
    return claimed.flatMap((each) => ('mail' in each ? [each.mail] : []))
  }
  const tokenIn = (text = '') => /subprocessors\/objections\/(\S+)/.exec(text)?.[1] ?? ''
  const supplier = async (name: string) =>
    subProcessors.create.run(on('2026-01-01'), {
      changes: { fields: { name, function: 'hosting' } },
    })
  const objecting = (token: string, day: string, more: object = {}) =>
    object.run(visitor(day), { token, name: '', grounds: 'Too far away', language: 'en', ...more })
  const listed = (who = person('dpo')) =>
    listObjections.run(on('2026-03-02', who), { change: 'CH-0002' })

  beforeEach(async () => {
    database = await open()
    const start = on('2026-01-01')
    await organisations.create.run(start, {
      changes: { fields: { name: 'Acme', timeZone: 'America/Toronto', noticeDays: 30 } },
    })
    await parties.create.run(start, {
      changes: {
        fields: {
          name: 'Bank of Tests',
          kind: 'customer',
          noticeDays: 45,
          objectionDays: 20,
          contactEmail: 'Privacy@bank.example',
        },
      },
    })
    const old = await supplier('Old Host')
    await announceAndPublish.run(start, { id: old.id, version: 1, reason: 'In use since 2021' })
    const comes = await supplier('New Host')
    const draft = await createChange.run(on('2026-03-01'), {
      ...{ kind: 'replace', subProcessors: [comes.id], replaced: [old.id], why: 'Cheaper' },
      effectiveOn: '2026-04-20',
    })
    await sendNotices(on('2026-02-28', system))
    await mails('2026-02-28')
    await announceChange.run(on('2026-03-01'), { id: draft.id, version: draft.version })
  })

  it('are made by the link of a party’s notice, within its own deadline, with a receipt', async () => {
    await invitePerson.run(on('2026-03-01', system), {
      ...{ email: 'dpo@example.com', name: 'Ada', roles: ['dpo'] },
    })
    await mails('2026-02-27')
    const [notice] = await mails('2026-03-01')
    expect(notice?.address).toBe('Privacy@bank.example')
    const token = tokenIn(notice?.text)
    expect(await readObjecting.run(visitor('2026-03-02'), { token })).toMatchObject({
      notice: { id: 'CH-0002' },
      deadline: '2026-03-21',
      late: false,
      party: 'Bank of Tests',
      before: [],
    })
    expect(await objecting(token, '2026-03-02')).toMatchObject({ id: 'OB-0001', late: false })
    const [first, second] = (await mails('2026-03-02')).toSorted((one, other) =>
      one.address.localeCompare(other.address),
    )
    expect(first).toMatchObject({ address: 'dpo@example.com' })
    expect(first?.subject).toBe('OB-0001: objection to New Host replaces Old Host')
    expect(first?.text).toContain('Bank of Tests objects')
    expect(second).toMatchObject({ subject: 'OB-0001: your objection was received' })
    expect(second?.text).toContain('Too far away')
    expect(second?.text).toContain('21 March 2026')
    expect(await listed()).toMatchObject([
      {
        ...{ id: 'OB-0001', from: 'party', party: 'PT-0001', name: 'Bank of Tests' },
        ...{ state: 'received', address: 'Privacy@bank.example' },
      },
    ])
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('count the end of the last day where the organisation is', async () => {
    const token = tokenIn((await mails('2026-03-01'))[0]?.text)
    const evening = { ...visitor('2026-03-21'), now: () => new Date('2026-03-22T03:59:00.000Z') }
    const night = { ...visitor('2026-03-22'), now: () => new Date('2026-03-22T04:01:00.000Z') }
    const words = { token, name: '', grounds: 'No', language: 'fr' }
    expect(await object.run(evening, words)).toMatchObject({ late: false })
    expect(await object.run(night, words)).toMatchObject({ late: true })
    const texts = (await mails('2026-03-22')).map(({ text }) => text).join()
    expect(texts).toContain('signalée comme tardive')
  })

  it('are taken late, also once the change is in effect, and not once it is withdrawn', async () => {
    const token = tokenIn((await mails('2026-03-01'))[0]?.text)
    await takeDueEffects(on('2026-04-21', system))
    expect((await readChange.run(on('2026-04-21'), { id: 'CH-0002' })).change.state).toBe(
      'effective',
    )
    expect(await objecting(token, '2026-04-22')).toMatchObject({ late: true })
    const third = await supplier('Third Host')
    const draft = await createChange.run(on('2026-04-22'), {
      ...{ kind: 'add', subProcessors: [third.id], why: 'More', effectiveOn: '2026-07-20' },
    })
    await expect(
      readObjectionable.run(visitor('2026-04-22'), { change: draft.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { version } = await announceChange.run(on('2026-04-22'), { id: draft.id, version: 1 })
    const other = tokenIn((await mails('2026-04-22')).map(({ text }) => text).join('\n'))
    await withdrawChange.run(on('2026-04-23'), { id: draft.id, version, reason: 'Not needed' })
    await expect(objecting(other, '2026-04-24')).rejects.toThrow('This change was withdrawn')
    expect((await mails('2026-04-24')).every(({ text }) => tokenIn(text) === '')).toBe(true)
  })

  it('are open to everyone by a mailed link of 48 hours, three times a day', async () => {
    await mails('2026-03-01')
    const ask = (email: string, day = '2026-03-02') =>
      askToObject.run(visitor(day), { change: 'CH-0002', email, language: 'en' })
    const answers = []
    for (let count = 0; count <= linksADay; count += 1) answers.push(await ask('zoe@example.com'))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const sent = await mails('2026-03-02')
    expect(sent).toHaveLength(linksADay)
    const token = tokenIn(sent[0]?.text)
    const other = await supplier('Fourth Host')
    const draft = await createChange.run(on('2026-03-02'), {
      ...{ kind: 'add', subProcessors: [other.id], why: 'More', effectiveOn: '2026-06-20' },
    })
    await announceChange.run(on('2026-03-02'), { id: draft.id, version: 1 })
    await mails('2026-03-02')
    const zoe = { email: 'zoe@example.com', language: 'en' } as const
    await askToObject.run(visitor('2026-03-02'), { ...zoe, change: draft.id })
    expect(await mails('2026-03-02')).toHaveLength(1)
    await expect(objecting(token, '2026-03-05')).rejects.toThrow('This link does not work')
    await expect(objecting(`${token}x`, '2026-03-03')).rejects.toThrow('This link does not work')
    await objecting(token, '2026-03-03', { name: 'Zoe' })
    expect(await listed()).toMatchObject([
      { from: 'public', party: null, name: 'Zoe', deadline: '2026-03-21' },
    ])
    await ask('privacy@BANK.example')
    const [own] = await mails('2026-03-02', '16:00:00')
    await objecting(tokenIn(own?.text), '2026-03-03', { name: 'Somebody else' })
    expect((await listed())[1]).toMatchObject({
      from: 'party',
      party: 'PT-0001',
      name: 'Bank of Tests',
    })
    expect(JSON.stringify(await linesIn(database))).not.toContain('zoe@')
  })

  it('are open to a subscriber by the link of its mail', async () => {
    await mails('2026-03-01')
    const asked = { email: 'sub@example.com', language: 'fr', topics: everything } as const
    await subscribe.run(visitor('2026-03-01'), asked)
    const [confirm] = await mails('2026-03-01')
    const token = /confirm\/(\S+)/.exec(confirm?.text ?? '')?.[1]
    await confirmSubscription.run(visitor('2026-03-01'), { token })
    await sendNotices(on('2026-03-01', system, '17:00:00'))
    const [notice] = await mails('2026-03-01', '17:00:00')
    expect(notice?.text).toContain('Pour vous opposer à ce changement')
    await objecting(tokenIn(notice?.text), '2026-03-02', { language: 'fr' })
    expect(await listed()).toMatchObject([{ from: 'subscriber', language: 'fr', name: '' }])
  })

  it('are refused without grounds, beyond their length, and more than three times', async () => {
    const token = tokenIn((await mails('2026-03-01'))[0]?.text)
    for (const grounds of ['', ' \n', 'x'.repeat(10_001), 'a\u202Eb'])
      await expect(objecting(token, '2026-03-02', { grounds })).rejects.toMatchObject({
        code: 'INVALID',
        field: 'grounds',
      })
    await expect(objecting(token, '2026-03-02', { name: 'x'.repeat(201) })).rejects.toMatchObject({
      field: 'name',
    })
    await objecting(token, '2026-03-02', { grounds: 'x'.repeat(10_000) })
    for (let count = 1; count < objectionsEach; count += 1) await objecting(token, '2026-03-02')
    await expect(objecting(token, '2026-03-02')).rejects.toThrow('OB-0001, OB-0002, OB-0003')
    expect(await listed()).toHaveLength(3)
  })

  it('are decided by the DPO in words that the objector is mailed, each step told', async () => {
    const token = tokenIn((await mails('2026-03-01'))[0]?.text)
    await objecting(token, '2026-03-02')
    await mails('2026-03-02')
    const decide = (version: number, state: string, decision = 'We keep your data in Canada') =>
      decideObjection.run(on('2026-03-03'), { id: 'OB-0001', version, state, decision })
    expect(await decide(1, 'discussion')).toMatchObject({ state: 'discussion', told: true })
    await expect(decide(1, 'rejected')).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(decide(2, 'received')).rejects.toMatchObject({ code: 'INVALID', field: 'state' })
    await expect(decide(2, 'rejected', '')).rejects.toMatchObject({ field: 'decision' })
    await decide(2, 'alternative')
    const told = await mails('2026-03-03')
    expect(told.map(({ subject }) => subject).toSorted()).toEqual([
      'OB-0001: alternative offered',
      'OB-0001: in discussion',
    ])
    expect(await listed(person('auditor'))).toMatchObject([
      {
        state: 'alternative',
        decidedBy: 'dpo',
        decidedAt: '2026-03-03T15:00:00.000Z',
        ...{ address: '', unreachable: false },
      },
    ])
    const lines = (await linesIn(database)).filter(({ verb }) => verb.startsWith('objections.'))
    expect(lines.map(({ verb, recordId, reason }) => [verb, recordId, reason])).toEqual([
      ['objections.object', 'CH-0002', ''],
      ['objections.decide', 'CH-0002', 'We keep your data in Canada'],
      ['objections.decide', 'CH-0002', 'We keep your data in Canada'],
    ])
    for (const role of ['editor', 'auditor', 'admin'] as const)
      await expect(
        decideObjection.run(on('2026-03-03', person(role)), {
          ...{ id: 'OB-0001', version: 3, state: 'rejected', decision: 'No' },
        }),
      ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('are decided also when an earlier secret sealed the address: told that nobody was mailed', async () => {
    await objecting(tokenIn((await mails('2026-03-01'))[0]?.text), '2026-03-02')
    await mails('2026-03-02')
    const { objections } = database.tables
    const address = sealed(sealingKey('an earlier secret', 'mail'), 'a@example.com', 'OB-0001')
    await database.writing((db) => db.update(objections).set({ address }))
    const decide = (version: number, decision: string) =>
      decideObjection.run(on('2026-03-03'), {
        ...{ id: 'OB-0001', version, state: 'rejected', decision },
      })
    expect(await decide(1, 'No other host')).toMatchObject({ state: 'rejected', told: false })
    await decide(2, 'x'.repeat(5_000))
    expect(await mails('2026-03-03')).toEqual([])
    expect(await listed()).toMatchObject([{ state: 'rejected', address: '', unreachable: true }])
    const reasons = (await linesIn(database))
      .filter(({ verb }) => verb === 'objections.decide')
      .map(({ reason }) => reason)
    expect(reasons).toEqual([
      'No other host (nobody could be mailed)',
      `${'x'.repeat(975)} (nobody could be mailed)`,
    ])
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('stand in the register as of a day, in the counts and in the population', async () => {
    const token = tokenIn((await mails('2026-03-01'))[0]?.text)
    await objecting(token, '2026-03-02')
    await decideObjection.run(on('2026-03-03'), {
      ...{ id: 'OB-0001', version: 1, state: 'mitigated', decision: 'Encrypted' },
    })
    const then = await contextAt(on('2026-03-05', person('auditor')), '2026-03-02')
    expect(await listObjections.run(then, { change: 'CH-0002' })).toMatchObject([
      { state: 'received', grounds: 'Too far away' },
    ])
    const before = await contextAt(on('2026-03-05', person('auditor')), '2026-03-01')
    expect(await listObjections.run(before, { change: 'CH-0002' })).toEqual([])
    expect((await listChanges.run(on('2026-03-05'), undefined)).rows[0]).toMatchObject({
      id: 'CH-0002',
      objections: 1,
    })
    const { tables, engine } = database
    await database.reading(async (db) => {
      const register = { db, tables, engine }
      expect(await objectionsIn(register)).toHaveLength(1)
      expect(await objectionCounts(register)).toEqual(new Map([['CH-0002', 1]]))
    })
  })

  it('are found when one was changed behind the log', async () => {
    await objecting(tokenIn((await mails('2026-03-01'))[0]?.text), '2026-03-02')
    const { objections } = database.tables
    await database.writing((db) => db.update(objections).set({ grounds: 'Nothing much' }))
    expect(JSON.stringify((await verifyLive(database, [])).faults)).toContain('OB-0001')
  })
})
