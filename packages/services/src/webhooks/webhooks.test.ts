import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { beforeEach, expect, it } from 'vitest'
import * as z from 'zod'
import { verifyLive } from '../log/verify-live.ts'
import { claimMails } from '../mails/claim-mails.ts'
import { listMails } from '../mails/list-mails.ts'
import { longestMail } from '../mails/queue-mail.ts'
import { recordAttempt } from '../mails/record-attempt.ts'
import { linesIn, system } from '../people/test-people.ts'
import { contextOf, person } from '../test-contexts.ts'
import { writing } from '../verb.ts'
import { longestAddress } from './fields.ts'
import { tellWebhooks, type WebhookEvent } from './tell-webhooks.ts'
import { createWebhook, endWebhook, listWebhooks, mostWebhooks, testWebhook } from './webhooks.ts'

onBothEngines('webhooks', ({ open }) => {
  let database: Awaited<ReturnType<typeof open>>
  beforeEach(async () => {
    database = await open()
  })
  const admin = () => contextOf(database, person('admin'))
  const create = (url = 'https://hooks.example/x?key=1', label = 'Our chat') =>
    createWebhook.run(admin(), { label, url })
  const minuteLater = '2026-11-24T15:01:00.000Z'
  const claimed = () =>
    claimMails(contextOf(database, system, minuteLater), { by: 'test', most: 100 })
  const announce = (event: Pick<WebhookEvent, 'data' | 'short'> = { data: { id: 'SP-0001' } }) =>
    writing(
      { verb: 'tests.announce', permission: 'register:write' },
      z.undefined(),
      async (work) => {
        await tellWebhooks(work, {
          type: 'change.announced',
          about: 'SP-0001',
          ...event,
        })
        return { change: [], result: {} }
      },
    ).run(contextOf(database, person('dpo'), minuteLater), undefined)

  it('are told at once that they are, with what signs shown once and kept sealed', async () => {
    const { id, secret } = await create()
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
    const [post] = await claimed()
    expect(post).toMatchObject({
      mail: {
        address: 'https://hooks.example/x?key=1',
        subject: 'webhook.test',
        signedWith: secret,
      },
    })
    expect(
      'mail' in (post ?? {}) && JSON.parse(post && 'mail' in post ? post.mail.text : ''),
    ).toEqual({
      type: 'webhook.test',
      timestamp: '2026-11-24T15:00:00.000Z',
      data: { webhook: id, label: 'Our chat' },
    })
    const kept = await database.reading(async (db) => [
      await db.select().from(database.tables.webhooks),
      await db.select().from(database.tables.mails),
      await db.select().from(database.tables.states),
    ])
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(JSON.stringify(await listWebhooks.run(admin(), undefined))).not.toContain('whsec')
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('are each told a change, what became of it being told and shown', async () => {
    const [one, two] = [await create(), await create('https://two.example/', 'Another')]
    await claimed()
    await announce()
    const posts = await claimed()
    const toTwo = posts.find((post) => 'mail' in post && post.mail.signedWith === two.secret)
    expect(posts.map((post) => 'mail' in post && post.mail.signedWith).toSorted()).toEqual(
      [one.secret, two.secret].toSorted(),
    )
    await recordAttempt.run(contextOf(database, system, minuteLater), {
      id: toTwo?.id,
      by: 'test',
      attempt: 1,
      outcome: 'refused',
      detail: '410 Gone at https://two.example/',
    })
    const listed = await listWebhooks.run(admin(), undefined)
    expect(listed.map(({ label, last }) => [label, last?.state, last?.detail])).toEqual([
      ['Another', 'dead', '410 Gone at …'],
      ['Our chat', 'waiting', ''],
    ])
    const lines = await linesIn(database)
    expect(
      lines.filter(({ verb }) => verb === 'mails.giveUp').map((line) => line.recordId),
    ).toEqual(['SP-0001'])
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('are told nothing once they are ended, nor what was waiting', async () => {
    const { id } = await create()
    await testWebhook.run(admin(), { id })
    await endWebhook.run(admin(), { id })
    await announce()
    expect(await claimed()).toEqual([])
    const [listed] = await listWebhooks.run(admin(), undefined)
    expect(listed).toMatchObject({ endedAt: '2026-11-24T15:00:00.000Z', last: { state: 'dead' } })
    const { mails } = await listMails.run(admin(), { state: 'dead' })
    expect(mails.map(({ detail, canSend }) => [detail, canSend])).toEqual(
      Array(2).fill(['the webhook was ended', false]),
    )
    for (const verb of [testWebhook, endWebhook])
      await expect(verb.run(admin(), { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await linesIn(database)).map(({ verb, recordId }) => `${verb} ${recordId}`)).toEqual([
      `webhooks.create ${id}`,
      `mails.queue ${id}`,
      `mails.queue ${id}`,
      `webhooks.end ${id}`,
      `mails.giveUp ${id}`,
      `mails.giveUp ${id}`,
    ])
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('hold nothing up when a secret was sealed by another: that one is given up, and seen', async () => {
    const { webhooks } = database.tables
    const lost = await createWebhook.run(
      { ...admin(), secret: 'an earlier secret of the installation' },
      { label: 'Old', url: 'https://old.example/' },
    )
    await create()
    await claimed()
    await announce()
    expect(await claimed()).toMatchObject([{ mail: { address: 'https://hooks.example/x?key=1' } }])
    await testWebhook.run(admin(), { id: lost.id })
    const { mails } = await listMails.run(admin(), { state: 'dead' })
    const why = 'its signing secret cannot be opened: it was sealed by another secret'
    expect(mails.filter(({ detail }) => detail === why)).toMatchObject([
      { about: 'SP-0001', recipient: `webhook ${lost.id}`, canSend: false, attempts: 0 },
      { about: lost.id, canSend: false, settledAt: '2026-11-24T15:00:00.000Z' },
    ])
    const listed = await listWebhooks.run(admin(), undefined)
    expect(listed.find(({ id }) => id === lost.id)?.last).toMatchObject({ state: 'dead' })
    expect((await linesIn(database)).map(({ verb, recordId }) => `${verb} ${recordId}`)).toContain(
      'mails.giveUp SP-0001',
    )
    expect(await database.reading((db) => db.$count(webhooks))).toBe(2)
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it.each([
    [longestMail, true],
    [longestMail + 1, false],
  ])('are told %i characters whole: %s', async (length, isWhole) => {
    await create()
    await claimed()
    const frame = { type: 'change.announced', timestamp: minuteLater, data: { words: '' } }
    const words = 'x'.repeat(length - JSON.stringify(frame).length - 1)
    await announce({ data: { words }, short: { id: 'SP-0001', whole: false } })
    const [post] = await claimed()
    const body = JSON.parse(post && 'mail' in post ? post.mail.text : '')
    expect(body.data).toEqual(isWhole ? { words } : { id: 'SP-0001', whole: false })
  })

  it('are found when their address is changed behind the log', async () => {
    const { id } = await create()
    const { webhooks } = database.tables
    await database.writing((db) => db.update(webhooks).set({ url: 'https://evil.example/' }))
    const { faults } = await verifyLive(database, [])
    expect(JSON.stringify(faults)).toContain(id)
  })

  it('have an address of the web, of at most 2,000 characters', async () => {
    const start = 'https://a.example/'
    await create(start.padEnd(longestAddress, 'a'))
    for (const url of [
      start.padEnd(longestAddress + 1, 'a'),
      'ftp://a.example/',
      'javascript:alert(1)',
      'https://user:word@a.example/',
      'https://a.example/#part',
      'https://',
      'a.example',
      '',
    ])
      await expect(create(url)).rejects.toMatchObject({ code: 'INVALID', field: 'url' })
  })

  it('are twenty at most', async () => {
    let last = { id: '' }
    for (let count = 0; count < mostWebhooks; count += 1) last = await create()
    await expect(create()).rejects.toThrow('There are 20 webhooks already: end one first.')
    await endWebhook.run(admin(), { id: last.id })
    await create()
  })
})
