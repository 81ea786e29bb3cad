import type { Database } from '@ropewalk/db/database.ts'
import { tables } from '@ropewalk/db/tables/tables.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { contextAt } from '../log/context-at.ts'
import { forgetEarlierDays } from '../log/register-at.ts'
import { verifyLive } from '../log/verify-live.ts'
import { lastLine, linesIn, system } from '../people/test-people.ts'
import { contextOf, person } from '../test-contexts.ts'
import { writing } from '../verb.ts'
import { claimMails, lease } from './claim-mails.ts'
import { listMails } from './list-mails.ts'
import { markMailBounced } from './mark-bounced.ts'
import { purgeMails } from './purge-mails.ts'
import { type NewMail, queueMail } from './queue-mail.ts'
import { recordAttempt } from './record-attempt.ts'
import { waits } from './retries.ts'
import { sendMailAgain } from './send-again.ts'

const start = '2026-11-24T15:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString()
const notice: NewMail = {
  to: 'Anna@example.com',
  language: 'en',
  subject: 'A change',
  text: 'Read https://register.example/x?a=1&b=2.\n\nHunter2 & <b>.',
  about: { kind: 'notice', record: 'SP-0001', recipient: 'PT-0001' },
}
const secretive: NewMail = { ...notice, about: { kind: 'invitation', record: 'US-0001' } }

const queue = (database: Database, mail: NewMail, at = start) =>
  writing({ verb: 'tests.queue', permission: 'register:write' }, z.undefined(), async (work) => ({
    change: [],
    result: await queueMail(work, mail),
  })).run(contextOf(database, person('dpo'), at), undefined)

onBothEngines('the outbox', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  const at = (time: string) => ({ ...contextOf(database, system, time), door: 'job' as const })
  const admin = (time = start) => contextOf(database, person('admin'), time)
  const claim = (time: string, by = 'one', most = 100) => claimMails(at(time), { by, most })
  const settle = (time: string, id: string, outcome: string, more: object = {}) =>
    recordAttempt.run(at(time), { id, by: 'one', attempt: 1, outcome, detail: '', ...more })
  const listed = async (state: string, id: string) =>
    (await listMails.run(admin(), { state })).mails.find((mail) => mail.id === id)
  const rowOf = (id: string) =>
    database.reading(async (db) =>
      (await db.select().from(database.tables.mails)).find((row) => row.id === id),
    )

  it('keeps a mail sealed until it is sent, then only what it was', async () => {
    const { id } = await queue(database, secretive)
    const row = await rowOf(id)
    expect(JSON.stringify(row)).not.toContain('Hunter2')
    expect(row?.messageId).toBe(`<${id}@register.example>`)
    const [claimed] = await claim(start)
    if (!claimed || !('mail' in claimed)) throw new Error('nothing was claimed')
    expect(claimed.mail.text).toBe(secretive.text)
    expect(claimed.mail.html).toContain('<a href="https://register.example/x?a=1&amp;b=2">')
    expect(claimed.mail.html).toContain('Hunter2 &amp; &lt;b&gt;.')
    const lines = (await linesIn(database)).length
    await settle(start, id, 'sent', { detail: '250 taken\r\nfor anna@EXAMPLE.com' })
    expect(await rowOf(id)).toMatchObject({ state: 'sent', body: null, claimedBy: null })
    expect(await listed('sent', id)).toMatchObject({ attempts: 1, detail: '250 taken for …' })
    expect((await linesIn(database)).length).toBe(lines)
  })

  it('tells each step of a mail that records name a recipient of, without the address', async () => {
    const { id, textSha256 } = await queue(database, notice)
    expect(await lastLine(database)).toMatchObject({
      verb: 'mails.queue',
      recordId: 'SP-0001',
      record: `mail ${id}`,
      after: { recipient: 'PT-0001', state: 'waiting', textSha256, attempts: 0 },
    })
    await claim(start)
    await settle(start, id, 'failed', { detail: '450 later' })
    expect((await lastLine(database))?.verb).toBe('mails.queue')
    await claim(later(2))
    await settle(later(2), id, 'sent', { attempt: 2 })
    expect(await lastLine(database)).toMatchObject({
      verb: 'mails.deliver',
      door: 'job',
      after: { state: 'sent', attempts: 2, firstAttemptAt: start, deliveredAt: later(2) },
    })
    await markMailBounced.run(admin(later(3)), { id, text: 'No such person: Anna@example.com' })
    expect(await lastLine(database)).toMatchObject({
      verb: 'mails.markBounced',
      before: { state: 'sent' },
      after: { state: 'bounced', detail: 'No such person: …', deliveredAt: later(2) },
    })
    expect(JSON.stringify(await linesIn(database)).toLowerCase()).not.toContain('anna@')
    await expect(markMailBounced.run(admin(), { id, text: 'x' })).rejects.toThrow('Only a mail')
    const { faults } = await verifyLive(database, [])
    expect(faults).toEqual([])
  })

  it('is as it was on an earlier day', async () => {
    const earlier = await open()
    const { id } = await queue(earlier, notice)
    const job = (minutes: number) => ({ ...at(later(minutes)), database: earlier })
    await claimMails(job(10), { by: 'one', most: 1 })
    const given = { id, by: 'one', attempt: 1, outcome: 'sent', detail: '' } as const
    await recordAttempt.run(job(10), given)
    const stateAt = async (minutes: number) => {
      const then = await contextAt(job(60), later(minutes))
      const { mails } = tables.sqlite
      const rows = await then.asOf?.database.reading((db) => db.select().from(mails))
      return rows?.map(({ id: mail, state, address }) => [mail, state, address])
    }
    expect(await stateAt(5)).toEqual([[id, 'waiting', '']])
    expect(await stateAt(15)).toEqual([[id, 'sent', '']])
    await forgetEarlierDays(earlier)
  })

  it('tries again ever more seldom, then gives up, and goes on when told to', async () => {
    const { id } = await queue(database, secretive)
    let time = 0
    const attempts: number[] = []
    for (const wait of [...waits, 0]) {
      expect(await claim(later(time), 'one')).toHaveLength(1)
      attempts.push(time)
      await settle(later(time), id, 'failed', { attempt: attempts.length, detail: '421 busy' })
      if (wait > 0) expect(await claim(later(time + wait - 0.1))).toEqual([])
      time += wait
    }
    expect(attempts).toEqual([0, 1, 6, 21, 81, 261, 621, 1_341, 2_781])
    expect(await listed('dead', id)).toMatchObject({
      attempts: 9,
      detail: '421 busy',
      canSend: true,
    })
    await sendMailAgain.run(admin(later(3_000)), { id })
    expect(await lastLine(database)).toMatchObject({
      verb: 'mails.sendAgain',
      recordId: 'US-0001',
      actorName: 'admin',
    })
    expect(await claim(later(3_000))).toHaveLength(1)
    await settle(later(3_000), id, 'failed', { attempt: 10, detail: '421 busy' })
    expect(await listed('waiting', id)).toMatchObject({ nextAttemptAt: later(3_001) })
    await expect(sendMailAgain.run(admin(), { id })).rejects.toThrow('Only a mail')
    await claim(later(3_001))
    await settle(later(3_001), id, 'refused', { attempt: 11, detail: '550 nobody' })
    expect(await listed('dead', id)).toMatchObject({ detail: '550 nobody' })
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('gives up what is past, and what another secret sealed', async () => {
    const past = await queue(database, { ...secretive, until: later(3) })
    await claim(start)
    await settle(start, past.id, 'failed')
    const [claimed] = await claim(later(4))
    expect(claimed).toMatchObject({ id: past.id, unsendable: expect.stringContaining('past') })
    await settle(later(4), past.id, 'refused', { attempt: 2, detail: 'past' })
    await expect(sendMailAgain.run(admin(later(4)), { id: past.id })).rejects.toThrow('no longer')
    const soon = await queue(database, { ...secretive, until: later(0.5) })
    await claim(start)
    expect(await settle(start, soon.id, 'failed')).toBe('dead')
    const other = await queue(database, secretive)
    const moved = { ...at(start), secret: 'another secret of an installation' }
    const [sealed] = await claimMails(moved, { by: 'one', most: 5 })
    expect(sealed).toMatchObject({
      id: other.id,
      unsendable: expect.stringContaining('another secret'),
    })
    await settle(start, other.id, 'refused')
  })

  it('is claimed by one at a time; a claim that lapsed is another’s, and a late “sent” still counts', async () => {
    const { id } = await queue(database, notice)
    const both = await Promise.all([claim(start, 'one'), claim(start, 'two')])
    expect(both.flat()).toHaveLength(1)
    const by = both[0]?.length ? 'one' : 'two'
    const other = by === 'one' ? 'two' : 'one'
    const lapsed = new Date(Date.parse(start) + lease).toISOString()
    expect(await claim(lapsed, other)).toMatchObject([{ id, attempt: 2 }])
    expect(await settle(lapsed, id, 'failed', { by, detail: 'late' })).toBe('waiting')
    expect(await rowOf(id)).toMatchObject({ claimedBy: other, detail: '' })
    expect(await settle(lapsed, id, 'sent', { by })).toBe('sent')
    expect(await settle(lapsed, id, 'failed', { by: other, attempt: 2 })).toBe('sent')
  })

  it('forgets whom it was to 30 days after it was settled, and keeps what the log tells', async () => {
    const told = await queue(database, notice)
    const untold = await queue(database, secretive)
    await claim(start)
    for (const { id } of [told, untold]) await settle(start, id, 'refused')
    await purgeMails(at(later(30 * 1_440)))
    expect(await rowOf(untold.id)).toMatchObject({ address: 'Anna@example.com' })
    await purgeMails(at(later(30 * 1_440 + 1)))
    expect(await rowOf(untold.id)).toBeUndefined()
    expect(await rowOf(told.id)).toMatchObject({ address: '', subject: '', body: null })
    expect((await rowOf(told.id))?.addressHash).toMatch(/^[0-9a-f]{64}$/)
    expect((await verifyLive(database, [])).faults).toEqual([])
    await expect(sendMailAgain.run(admin(), { id: told.id })).rejects.toThrow('no longer')
  })

  it.each([
    [{ subject: 'Hello\r\nBcc: eve@example.com' }],
    [{ subject: 'Hello\0' }],
    [{ subject: 'x'.repeat(901) }],
    [{ to: 'anna@example.com\nBcc: eve@example.com' }],
    [{ to: 'anna@example.com, eve@example.com' }],
    [{ to: 'Anna <anna@example.com>' }],
    [{ to: '' }],
    [{ headers: { 'X-A': 'b\r\nBcc: eve@example.com' } }],
    [{ headers: { 'X-A\r\nBcc': 'eve@example.com' } }],
    [{ headers: { Bcc: 'eve@example.com' } }],
    [{ text: 'x'.repeat(200_001) }],
  ])('refuses %j and writes nothing', async (forged) => {
    const count = () => database.reading((db) => db.$count(database.tables.mails))
    const before = await count()
    await expect(queue(database, { ...notice, ...forged })).rejects.toHaveProperty('code')
    expect(await count()).toBe(before)
  })
})
