import type { Database } from '@ropewalk/db/database.ts'
import { tables } from '@ropewalk/db/tables/tables.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { everything } from '@ropewalk/domain/topics.ts'
import { both } from '@ropewalk/domain/words.ts'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import * as z from 'zod'
import { contextAt } from '../log/context-at.ts'
import { forgetEarlierDays } from '../log/register-at.ts'
import { verifyLive } from '../log/verify-live.ts'
import { claimMails } from '../mails/claim-mails.ts'
import { recordAttempt } from '../mails/record-attempt.ts'
import { sealed, sealingKey } from '../people/sealed-secret.ts'
import { linesIn, system } from '../people/test-people.ts'
import { contextOf, person } from '../test-contexts.ts'
import { type Context, writing } from '../verb.ts'
import { confirmSubscription, readConfirmation } from './confirm-subscription.ts'
import { countSubscriptions } from './count-subscriptions.ts'
import { leave, readLeaving } from './leave.ts'
import { sendNotices } from './send-notices.ts'
import { subscribe } from './subscribe.ts'
import { tellSubscribers } from './tell-subscribers.ts'

const start = '2026-11-24T15:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString()
const facts = {
  isAddition: true,
  products: ['PR-0001'],
  categories: ['DC-0001'],
  countries: ['US'],
  outsideEea: true,
}

onBothEngines('subscriptions', ({ open }) => {
  let database: Database
  beforeEach(async () => {
    database = await open()
  })
  const visitor = (minutes = 0): Context => ({
    ...contextOf(database, publicActor, later(minutes)),
    door: 'public',
  })
  const job = (minutes: number): Context => ({
    ...contextOf(database, system, later(minutes)),
    door: 'job',
  })
  const ask = (email: string, topics: object = {}, { minutes = 0, language = 'en' } = {}) =>
    subscribe.run(visitor(minutes), { email, language, topics: { ...everything, ...topics } })
  const mails = async (minutes: number) => {
    const claimed = await claimMails(job(minutes), { by: 'test', most: 1_000 })
    for (const { id, attempt } of claimed) {
      const given = { id, by: 'test', attempt, outcome: 'sent', detail: '' } as const
      await recordAttempt.run(job(minutes), given)
    }
    return claimed.flatMap((each) => ('mail' in each ? [each.mail] : []))
  }
  const tokensIn = async (minutes: number) =>
    (await mails(minutes)).flatMap(({ text }) => /confirm\/(\S+)/.exec(text)?.[1] ?? [])
  const joined = async (email: string, topics: object = {}, minutes = 0) => {
    await ask(email, topics, { minutes })
    for (const token of await tokensIn(minutes))
      await confirmSubscription.run(visitor(minutes), { token })
  }
  const counts = () => countSubscriptions.run(contextOf(database, person('dpo')), undefined)
  const rows = () => database.reading((db) => db.select().from(database.tables.subscriptions))
  const announce = (about: string, minutes: number, touched: object = {}, more = '') =>
    writing(
      { verb: 'tests.announce', permission: 'register:write' },
      z.undefined(),
      async (work) => {
        await tellSubscribers(work, {
          about,
          facts: { ...facts, ...touched },
          title: both(`About ${about}`, `Au sujet de ${about}`),
          text: both(`${about} is planned.${more}`, `${about} est prévu.`),
        })
        return { change: [], result: {} }
      },
    ).run(contextOf(database, person('dpo'), later(minutes)), undefined)

  it('begins when the mail’s link is used, and tells no address to anyone', async () => {
    await ask('Zoe@example.com', { countries: ['US'] }, { language: 'fr' })
    const [mail] = await mails(0)
    expect(mail).toMatchObject({
      address: 'zoe@example.com',
      subject: 'Confirmez votre abonnement',
    })
    const token = /fr\/subprocessors\/confirm\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
    await readConfirmation.run(visitor(), { token })
    expect(await counts()).toMatchObject({ confirmed: 0, pending: 1 })
    const lines = (await linesIn(database)).length
    await confirmSubscription.run(visitor(), { token })
    expect(await counts()).toMatchObject({ confirmed: 1, french: 1, pending: 0, left: 0 })
    await expect(confirmSubscription.run(visitor(), { token })).rejects.toThrow('does not work')
    await expect(readConfirmation.run(visitor(), { token })).rejects.toThrow('does not work')
    const told = (await linesIn(database)).slice(lines)
    expect(told).toMatchObject([{ verb: 'subscriptions.confirm', after: { state: 'confirmed' } }])
    const everywhere = JSON.stringify([await rows(), await linesIn(database)])
    expect(everywhere).not.toContain('example.com')
    expect(everywhere).not.toContain(token)
  })

  it('answers the same whoever asks, three times a day at most, and forgets who does not confirm', async () => {
    const first = await ask('a@example.com')
    for (const minutes of [1, 2, 3, 4])
      expect(await ask('a@example.com', {}, { minutes })).toEqual(first)
    expect(await mails(5)).toHaveLength(3)
    await ask('b@example.com', {}, { minutes: 10 })
    const [token = ''] = await tokensIn(10)
    await expect(confirmSubscription.run(visitor(10 + 48 * 60), { token })).rejects.toThrow(
      'does not work',
    )
    await ask('c@example.com', {}, { minutes: 49 * 60 })
    expect(await rows()).toHaveLength(1)
  })

  it.each([
    [{ email: 'nonsense' }, 'E-mail: this is not an e-mail address.'],
    [{ email: '' }, 'E-mail'],
    [{ topics: { ...everything, countries: ['United States'] } }, 'countries'],
    [{ topics: { ...everything, products: Array(101).fill('PR-0001') } }, 'products'],
    [{ language: 'de' }, 'language'],
  ])('refuses %j', async (wrong, sentence) => {
    const input = { email: 'a@example.com', language: 'en', topics: everything, ...wrong }
    await expect(subscribe.run(visitor(), input)).rejects.toThrow(sentence)
    expect(await rows()).toEqual([])
  })

  it('takes the newest choice of an address, and leaves only a keyed hash of who leaves', async () => {
    await joined('a@example.com')
    await joined('a@example.com', { countries: ['FR'] }, 5)
    expect(await counts()).toMatchObject({ confirmed: 1, left: 1 })
    await announce('CH-0001', 10)
    await sendNotices(job(70))
    expect(await mails(70)).toEqual([])
    await joined('a@example.com', {}, 80)
    await announce('CH-0002', 90)
    await sendNotices(job(150))
    const [mail] = await mails(150)
    const link = mail?.headers['List-Unsubscribe'] ?? ''
    const token = /unsubscribe\/(.+)>$/.exec(link)?.[1] ?? ''
    await readLeaving.run(visitor(151), { token })
    expect(await counts()).toMatchObject({ confirmed: 1 })
    await leave.run(visitor(152), { token })
    await leave.run(visitor(153), { token })
    expect(await counts()).toMatchObject({ confirmed: 0, left: 3 })
    for (const row of await rows())
      expect(row).toMatchObject({ address: null, topics: null, language: null, tokenHash: null })
    for (const wrong of ['', 'x', token.slice(0, -1), `${token}a`, token.replace(/^./, 'z')])
      await expect(leave.run(visitor(), { token: wrong })).rejects.toThrow('does not work')
    expect((await verifyLive(database, [])).faults).toEqual([])
    const then = await contextAt(contextOf(database, person('admin'), later(200)), later(100))
    const { subscriptions } = tables.sqlite
    const was = await then.asOf?.database.reading((db) => db.select().from(subscriptions))
    expect(was?.filter(({ state }) => state === 'confirmed')).toHaveLength(1)
    await forgetEarlierDays(database)
  })

  it('leaves nothing of who left in the outbox, and sends nothing that waits', async () => {
    await joined('a@example.com')
    await joined('b@example.com')
    await announce('CH-0001', 10)
    await sendNotices(job(70))
    const [mail] = (await mails(70)).filter(({ address }) => address === 'a@example.com')
    await announce('CH-0002', 80)
    await sendNotices(job(140))
    const token = /unsubscribe\/(.+)>$/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[1]
    await leave.run(visitor(141), { token })
    const outbox = () => database.reading((db) => db.select().from(database.tables.mails))
    expect(JSON.stringify(await outbox())).not.toContain('a@example.com')
    const of = (address: string) =>
      outbox().then((all) =>
        all
          .filter((row) => row.address === address)
          .map(({ state, detail, subject, body }) => [state, detail, subject !== '', body !== null])
          .toSorted(),
      )
    expect(await of('')).toEqual([
      ['dead', 'the subscription was ended', false, false],
      ['sent', '', false, false],
      ['sent', '', false, false],
    ])
    expect((await mails(142)).map(({ address }) => address)).toEqual(['b@example.com'])
    await announce('CH-0003', 150)
    await sendNotices(job(210))
    await ask('b@example.com', {}, { minutes: 211 })
    const confirm = (await claimMails(job(211), { by: 'test', most: 9 })).flatMap((each) =>
      'mail' in each ? [each.mail.text] : [],
    )
    const again = /confirm\/(\S+)/.exec(confirm.join())?.[1]
    await confirmSubscription.run(visitor(212), { token: again })
    expect(await of('')).toHaveLength(7)
    expect((await of('')).filter(([state]) => state === 'dead')).toHaveLength(2)
    const told = (await linesIn(database)).filter(({ verb }) => verb === 'mails.giveUp')
    expect(told.map(({ recordId }) => recordId)).toEqual(['CH-0002', 'CH-0003'])
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('tells of the changes of an hour in one mail, each reader of those that concern him', async () => {
    await joined('all@example.com')
    await joined('us@example.com', { countries: ['US'] })
    await joined('fr@example.com', { countries: ['FR'] })
    await announce('CH-0001', 0)
    await announce('CH-0002', 40, { countries: ['FR'] })
    await sendNotices(job(59))
    expect(await mails(59)).toEqual([])
    await sendNotices(job(60))
    await sendNotices(job(61))
    const sent = await mails(61)
    const by = Object.fromEntries(sent.map((mail) => [mail.address, mail]))
    expect(Object.keys(by).toSorted()).toEqual([
      'all@example.com',
      'fr@example.com',
      'us@example.com',
    ])
    expect(by['all@example.com']?.subject).toBe('2 changes of sub-processors')
    expect(by['all@example.com']?.text).toMatch(/CH-0001 is planned[\s\S]*CH-0002 is planned/)
    expect(by['us@example.com']).toMatchObject({
      subject: 'About CH-0001',
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    })
    expect(by['us@example.com']?.text).not.toContain('CH-0002')
    const told = (await linesIn(database)).filter(({ verb }) => verb === 'mails.queue')
    expect(told.map(({ recordId }) => recordId).toSorted()).toEqual([
      'CH-0001',
      'CH-0001',
      'CH-0002',
    ])
    await announce('CH-0003', 62)
    await sendNotices(job(122))
    expect(await mails(122)).toHaveLength(2)
  })

  it('holds titles and links in place of texts that are too long for one mail', async () => {
    await joined('a@example.com')
    for (const number of [1, 2, 3])
      await announce(`CH-000${number}`, number, {}, '"'.repeat(90_000))
    await sendNotices(job(63))
    const [mail] = await mails(63)
    expect(mail?.subject).toBe('3 changes of sub-processors')
    for (const number of [1, 2, 3])
      expect(mail?.text).toContain(
        `About CH-000${number}\nhttps://register.example/subprocessors/changes/CH-000${number}`,
      )
    expect(mail?.text).not.toContain('is planned')
    expect(mail?.text).toContain('/subprocessors/unsubscribe/')
  })

  it('passes over whose address an earlier secret sealed, and counts it', async () => {
    await joined('a@example.com')
    await joined('b@example.com')
    const { subscriptions } = database.tables
    const [one] = await rows()
    const address = sealed(sealingKey('an earlier secret', 'mail'), 'a@example.com', one?.id ?? '')
    await database.writing((db) =>
      db
        .update(subscriptions)
        .set({ address })
        .where(eq(subscriptions.id, one?.id ?? '')),
    )
    expect(await counts()).toMatchObject({ confirmed: 2, unreadable: 1 })
    await announce('CH-0001', 0)
    await sendNotices(job(60))
    expect(await mails(60)).toHaveLength(1)
    const done = await database.reading((db) => db.select().from(database.tables.notices))
    expect(done).toMatchObject([{ doneAt: later(60) }])
  })

  it('reaches each of many once, also from two instances at a time', async () => {
    const { subscriptions } = database.tables
    await joined('model@example.com')
    const [model] = await rows()
    if (!model) throw new Error('nobody joined')
    await database.writing(async (db) => {
      for (let number = 0; number < 450; number += 1)
        await db
          .insert(subscriptions)
          .values({ ...model, id: `${model.id}-${number}`, address: null })
    })
    await announce('CH-0001', 0)
    await Promise.all([sendNotices(job(60)), sendNotices(job(60))])
    expect(await mails(60)).toHaveLength(1)
    const done = await database.reading((db) => db.select().from(database.tables.notices))
    expect(done).toMatchObject([{ doneAt: later(60) }])
  })
})
