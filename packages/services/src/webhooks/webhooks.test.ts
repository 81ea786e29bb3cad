import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { beforeEach, expect, it } from 'vitest'
import * as z from 'zod'
import { verifyLive } from '../log/verify-live.ts'
import { claimMails } from '../mails/claim-mails.ts'
import { recordAttempt } from '../mails/record-attempt.ts'
import { linesIn, system } from '../people/test-people.ts'
import { contextOf, person } from '../test-contexts.ts'
import { writing } from '../verb.ts'
import { longestAddress } from './fields.ts'
import { tellWebhooks } from './tell-webhooks.ts'
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
  const announce = () =>
    writing(
      { verb: 'tests.announce', permission: 'register:write' },
      z.undefined(),
      async (work) => {
        await tellWebhooks(work, {
          type: 'change.announced',
          about: 'SP-0001',
          data: { id: 'SP-0001' },
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
