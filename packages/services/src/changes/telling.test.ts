import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { productActor } from '@ropewalk/domain/permissions.ts'
import { everything } from '@ropewalk/domain/topics.ts'
import { beforeEach, expect, it } from 'vitest'
import { contextAt } from '../log/context-at.ts'
import { forgetEarlierDays } from '../log/register-at.ts'
import { verifyLive } from '../log/verify-live.ts'
import { claimMails } from '../mails/claim-mails.ts'
import { recordAttempt } from '../mails/record-attempt.ts'
import { sealed, sealingKey } from '../people/sealed-secret.ts'
import { organisations, parties, subProcessors } from '../records/nouns.ts'
import { sendNotices } from '../subscriptions/send-notices.ts'
import { contextOf, person, testSecret } from '../test-contexts.ts'
import { workIn } from '../verb.ts'
import { announceChange, withdrawChange } from './announcing.ts'
import { answerChange } from './consent.ts'
import { createChange, readChange } from './drafting.ts'
import { deliveriesIn, noticesIn } from './ledger.ts'

const announcedAt = '2026-03-01T15:00:00.000Z'

onBothEngines('telling a change', ({ open }) => {
  let database: Database
  let host = ''
  const on = (at = announcedAt) => contextOf(database, person('dpo'), at)
  const job = (at: string) => ({ ...contextOf(database, productActor(), at), door: 'job' as const })
  const party = async (fields: object, contacts: readonly object[] = []) => {
    const rows = contacts.map((cells) => ({ op: 'add', rows: 'noticeContacts', cells }))
    const changes = { fields: { kind: 'customer', ...fields }, rows }
    return (await parties.create.run(on(), { changes })).id
  }
  const announce = async () => {
    const given = { kind: 'add', why: 'We need it', subProcessors: [host] }
    const draft = await createChange.run(on(), { ...given, effectiveOn: '2026-06-01' })
    return announceChange.run(on(), { id: draft.id, version: draft.version })
  }
  const mails = async (at: string) =>
    (await claimMails(job(at), { by: 'test', most: 9_999 })).flatMap((each) =>
      'mail' in each ? [{ ...each.mail, attempt: each.attempt }] : [],
    )
  const ledger = async () => {
    const all = []
    const work = await database.reading((db) => workIn(on(), db))
    for await (const some of deliveriesIn(work)) all.push(...some)
    return all
  }
  const subscribers = (count: number) =>
    database.writing(async (db) => {
      for (let start = 0; start < count; start += 100)
        await db.insert(database.tables.subscriptions).values(
          Array.from({ length: 100 }, (_, nth) => {
            const id = `00000000-0000-4000-8000-${String(start + nth).padStart(12, '0')}`
            const address = sealed(sealingKey(testSecret, 'mail'), `${id}@example.com`, id)
            const common = { state: 'confirmed' as const, language: 'en' as const }
            return {
              ...{ id, address, addressHash: id, topics: everything, ...common },
              ...{ createdAt: announcedAt, confirmedAt: announcedAt },
            }
          }),
        )
    })

  beforeEach(async () => {
    database = await open()
    await organisations.create.run(on(), { changes: { fields: { name: 'Acme' } } })
    const changes = { fields: { name: 'Host', function: 'hosting' } }
    host = (await subProcessors.create.run(on(), { changes })).id
  })

  it('writes each contact of a party in its language with the deadline of its own', async () => {
    await party({ name: 'Bank', objectionDays: 30 }, [
      { email: 'fr@bank.example', language: 'fr' },
      { email: 'all@bank.example' },
    ])
    await party({ name: 'Careful', contactEmail: 'a@careful.example', authorisation: 'specific' })
    await party({ name: 'Nowhere' })
    await party({ name: 'Odd', contactEmail: 'a[b]@odd.example' })
    await party({ name: 'Everyone', aClass: true, contactEmail: 'x@class.example' })
    const { id } = await announce()
    const sent = await mails('2026-03-01T15:01:00.000Z')
    const by = Object.fromEntries(sent.map((mail) => [mail.address, mail]))
    expect(Object.keys(by).toSorted()).toEqual([
      'a@careful.example',
      'all@bank.example',
      'fr@bank.example',
    ])
    const french = by['fr@bank.example']
    expect(french?.subject).toBe('Acme : Ajout de Host')
    expect(french?.text).toContain('Il est possible de s’opposer jusqu’au 31 mars 2026')
    expect(french?.text).toContain(`/fr/subprocessors/changes/${id}`)
    expect(french?.text).not.toContain('One may object')
    const both = by['all@bank.example']
    expect(both?.text).toMatch(/until 31 March 2026[\s\S]*jusqu’au 31 mars 2026/)
    expect(both?.html).toMatch(/<div lang="en">[\s\S]*<div lang="fr">/)
    expect(both?.text).toMatch(/held \d+ entries; its root is [\w+/]{43}=/)
    expect(by['a@careful.example']?.text).toMatch(/specific.* by 15 March 2026/)
    expect(by['a@careful.example']?.text).toContain('object until 15 March 2026')
    const { deliveries } = await readChange.run(on(), { id })
    expect(
      deliveries.map((each) => [each.id, each.recipient, each.deadline, each.outcome]),
    ).toEqual([
      ['CH-0001.1', 'Bank', '2026-03-31', 'waiting'],
      ['CH-0001.2', 'Bank', '2026-03-31', 'waiting'],
      ['CH-0001.3', 'Careful', '2026-03-15', 'waiting'],
      ['CH-0001.4', 'Nowhere', '2026-03-15', 'noAddress'],
      ['CH-0001.5', 'Odd', '2026-03-15', 'noAddress'],
      ['CH-0001.6', 'Everyone', '2026-03-15', 'published'],
    ])
  })

  it('says in the ledger what the outbox says, then and on earlier days', async () => {
    await party({ name: 'Bank', contactEmail: 'a@bank.example' })
    const { id, version } = await announce()
    const [mail] = await mails('2026-03-01T15:01:00.000Z')
    const attempt = {
      id: mail?.id,
      attempt: mail?.attempt,
      by: 'test',
      detail: '550 a@bank.example',
    }
    await recordAttempt.run(job('2026-03-01T15:02:00.000Z'), { ...attempt, outcome: 'refused' })
    await withdrawChange.run(on('2026-03-02T15:00:00.000Z'), { id, version, reason: 'No need' })
    const told = await ledger()
    expect(told).toMatchObject([
      { step: 'announced', outcome: 'dead', attempts: 1, detail: '550 …', deliveredAt: null },
      { step: 'withdrawn', outcome: 'waiting', deadline: null },
    ])
    const [last] = await mails('2026-03-02T15:01:00.000Z')
    expect(last?.subject).toBe('Acme: withdrawn: Host is added')
    expect(last?.text).toContain('Why: No need')
    const work = await database.reading((db) => workIn(on(), db))
    expect(await noticesIn(work)).toMatchObject([
      { recipients: 2, delivered: 0, failed: 1, waiting: 1 },
    ])
    const then = await contextAt(contextOf(database, person('admin')), '2026-03-01T15:01:00.000Z')
    const was = await readChange.run(then, { id })
    expect(was.deliveries).toMatchObject([{ outcome: 'waiting', detail: '', address: '' }])
    await forgetEarlierDays(database)
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('tells the other day where an authorisation came late', async () => {
    await party({ name: 'Bank', contactEmail: 'a@bank.example' })
    const careful = await party({ name: 'Careful', authorisation: 'specific' })
    const { id, version } = await announce()
    const given = { id, version, party: careful, answer: 'approved' }
    await answerChange.run(on('2026-06-09T15:00:00.000Z'), given)
    const [, moved] = await mails('2026-06-09T15:01:00.000Z')
    expect(moved?.text).toMatch(/takes effect on 9 June 2026; 1 June 2026 had been announced/)
    expect((await ledger()).map(({ step }) => step)).toEqual([
      'announced',
      'announced',
      'moved',
      'moved',
    ])
  })

  it('forges no header by a name, and cuts what no mail holds', async () => {
    await party({ name: 'Bank', contactEmail: 'a@bank.example' })
    const given = { kind: 'add', why: 'w'.repeat(900), subProcessors: [host] }
    const { version } = (await subProcessors.read.run(on(), { id: host })).record
    const fields = { name: `Host ${'long '.repeat(38)}`, publicNote: 'n '.repeat(4_000) }
    await subProcessors.change.run(on(), { id: host, version, changes: { fields } })
    const draft = await createChange.run(on(), { ...given, effectiveOn: '2026-06-01' })
    await announceChange.run(on(), { id: draft.id, version: draft.version })
    const [mail] = await mails('2026-03-01T15:01:00.000Z')
    expect(mail?.subject).toHaveLength(200)
    expect(mail?.subject).not.toMatch(/[\r\n]/)
  })

  it('writes to 3,000 subscribers once each, also after a crash and from two instances', async () => {
    await subscribers(3_000)
    const { id } = await announce()
    const { subscribers: before } = await readChange.run(on(), { id })
    expect(before).toMatchObject({ recipients: 0, isQueueing: true })
    const due = '2026-03-01T16:00:00.000Z'
    let left = 4
    const writing: Database['writing'] = (run) => {
      left -= 1
      if (left < 0) throw new Error('killed')
      return database.writing(run)
    }
    const dying = { ...job(due), database: { ...database, writing } }
    await expect(sendNotices(dying)).rejects.toThrow('killed')
    expect((await readChange.run(on(), { id })).subscribers).toMatchObject({ isQueueing: true })
    await Promise.all([sendNotices(job(due)), sendNotices(job(due))])
    const { subscribers: after } = await readChange.run(on(), { id })
    expect(after).toMatchObject({ recipients: 3_000, waiting: 3_000, isQueueing: false })
    const told = await ledger()
    expect(new Set(told.map(({ recipient }) => recipient)).size).toBe(3_000)
    expect(told).toHaveLength(3_000)
    expect(told[0]).toMatchObject({ changeId: id, step: null, outcome: 'waiting', address: '' })
  }, 120_000)
})
