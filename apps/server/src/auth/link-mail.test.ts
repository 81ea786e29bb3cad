import type { LinkToMail } from '@ropewalk/services/people/link-to-mail.ts'
import { expect, it } from 'vitest'
import { keptMail, keptMails } from '../kept-mails.ts'
import { mailerFor } from '../mail.ts'
import { freshFolder, keptLog } from '../parts-for-tests.ts'
import { linkMail, linkMailer } from './link-mail.ts'

const link: LinkToMail = {
  kind: 'invitation',
  path: '/invitation/hunter2',
  expiresAt: '2026-11-25T15:00:00.000Z',
  id: 'US-0002',
  name: 'Zoé',
  email: 'zoe@example.com',
  language: 'fr',
}

it('writes in the language of its reader', () => {
  const mail = linkMail(link, 'https://register.example')
  expect(mail.to).toBe('zoe@example.com')
  expect(mail.subject).toBe('Votre accès à Ropewalk')
  expect(mail.text).toContain('\nhttps://register.example/invitation/hunter2\n')
  expect(mail.text).toContain('25 novembre 2026')
  const reset = linkMail({ ...link, kind: 'reset', language: 'en' }, 'https://register.example')
  expect(reset.subject).toBe('A new password for Ropewalk')
  expect(reset.text).toContain('25 November 2026')
})

it('keeps the mail in the data folder without a mail server, and says that it was not mailed', async () => {
  const settings = { smtpUrl: undefined, mailFrom: 'Ropewalk <a@b.example>', data: freshFolder() }
  const mailer = mailerFor(settings)
  const { log } = keptLog()
  const mailLink = linkMailer({ mailer, settings, base: () => 'https://register.example', log })
  expect(await mailLink(link)).toBe(false)
  const [kept] = await keptMails(settings.data)
  expect(kept?.to).toBe('zoe@example.com')
  expect((await keptMail(settings.data, kept?.file ?? '')).length).toBeGreaterThan(200)
})

it('tells the log, not the visitor, when the mail server does not answer', async () => {
  const { log, text } = keptLog()
  const mailer = { send: () => Promise.reject(new Error('no route to mail')) }
  const settings = { smtpUrl: 'smtp://127.0.0.1:1' }
  const mailLink = linkMailer({ mailer, settings, base: () => 'https://register.example', log })
  expect(await mailLink(link)).toBe(false)
  expect(text()).toContain('no route to mail')
  expect(text()).not.toContain('hunter2')
})
