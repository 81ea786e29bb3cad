import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Outgoing } from '@ropewalk/services/mails/claim-mails.ts'
import { expect, it } from 'vitest'
import { keptMail, keptMails } from '../kept-mails.ts'
import { headersIn } from '../mail-headers.ts'
import { freshFolder } from '../parts-for-tests.ts'
import { deliverer } from './delivery.ts'
import { smtpServer } from './smtp-for-tests.ts'

const mailFrom = 'Registre privé <register@example.com>'
const id = 'b7c3a0a4-4b8c-4f5e-9d43-0123456789ab'
const invitation: Outgoing = {
  id,
  address: 'anna@example.com',
  subject: 'Invitation',
  text: 'Open the link.',
  html: '<p>Open the link.</p>',
  headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  messageId: `<${id}@register.example>`,
  queuedAt: '2026-03-31T12:00:00.000Z',
}
const keeping = () => {
  const data = freshFolder()
  return { data, ...deliverer({ data, mailFrom, smtpUrl: undefined, webhooksTo: [] }) }
}
const sending = async () => {
  const server = await smtpServer()
  const data = freshFolder()
  return { server, data, ...deliverer({ data, mailFrom, smtpUrl: server.url, webhooksTo: [] }) }
}

it('keeps a mail that no server is there to send, once however often it is tried', async () => {
  const { data, deliver } = keeping()
  const subject =
    'Vous êtes invitée : registre des activités de traitement, avec une longue suite é'
  const file = '20260331T120000.000Z-0123456789ab.eml'
  for (const _ of [1, 2])
    expect(await deliver({ ...invitation, subject })).toEqual({ outcome: 'kept', detail: file })
  expect(await keptMails(data)).toEqual([
    { file, to: 'anna@example.com', subject, at: '2026-03-31T12:00:00.000Z' },
  ])
  expect(statSync(join(data, 'mail', file)).mode & 0o777).toBe(0o600)
  expect(statSync(join(data, 'mail')).mode & 0o777).toBe(0o700)
  const whole = (await keptMail(data, file)).toString()
  expect(headersIn(whole)).toMatchObject({
    from: 'Registre privé <register@example.com>',
    to: 'anna@example.com',
    'auto-submitted': 'auto-generated',
    'message-id': invitation.messageId,
    date: 'Tue, 31 Mar 2026 12:00:00 +0000',
  })
  expect(whole).toContain('Open the link.')
  expect(whole).toContain('<p>')
})

it('has none before the first', async () => {
  expect(await keptMails(freshFolder())).toEqual([])
})

it.each([['../secret'], ['20260331T120000.000Z-0123456789ab.eml'], ['/etc/passwd']])(
  'refuses %s as the name of a kept mail',
  async (file) => {
    await expect(keptMail(freshFolder(), file)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  },
)

it('hands a mail to the server of SMTP_URL, for one recipient', async () => {
  const { server, data, deliver, close } = await sending()
  expect(await deliver(invitation)).toEqual({ outcome: 'sent', detail: '250 taken' })
  close()
  await server.close()
  expect(server.received).toMatchObject([
    { to: 'anna@example.com', from: 'register@example.com', messageId: invitation.messageId },
  ])
  const { message = '' } = server.received[0] ?? {}
  expect(headersIn(message)).toMatchObject({
    subject: 'Invitation',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
  })
  expect(message).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/)
  expect(await keptMails(data)).toEqual([])
})

it.each([
  ['refuse@example.com', 'refused', '550 no refuse@example.com here'],
  ['full@example.com', 'refused', '552 mailbox full'],
  ['later@example.com', 'failed', '450 come again later'],
  ['drop@example.com', 'failed', 'Connection closed unexpectedly (ECONNECTION)'],
])('tells what became of %s: %s', async (address, outcome, detail) => {
  const { server, deliver, close } = await sending()
  expect(await deliver({ ...invitation, address })).toEqual({ outcome, detail })
  expect(await deliver(invitation)).toMatchObject({ outcome: 'sent' })
  expect(server.received.filter(({ to }) => to.startsWith('drop')).length).toBeLessThan(2)
  close()
  await server.close()
})

it('fails for now where no server answers', async () => {
  const { server, deliver, close } = await sending()
  await server.close()
  expect(await deliver(invitation)).toMatchObject({
    outcome: 'failed',
    detail: expect.stringContaining('ECONNREFUSED'),
  })
  close()
})
