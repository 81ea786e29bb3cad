import { statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keptMail, keptMails } from './kept-mails.ts'
import { mailerFor } from './mail.ts'
import { headersIn } from './mail-headers.ts'
import { freshFolder } from './parts-for-tests.ts'

const mailFrom = 'Registre privé <register@example.com>'
const keeping = () => {
  const data = freshFolder()
  return { data, mailer: mailerFor({ data, mailFrom, smtpUrl: undefined }) }
}
const invitation = { to: 'anna@example.com', subject: 'Invitation', text: 'Open the link.' }

it('keeps a mail that no server is there to send', async () => {
  const { data, mailer } = keeping()
  const subject =
    'Vous êtes invitée : registre des activités de traitement, avec une longue suite é'
  await mailer.send({ ...invitation, subject, html: '<p>Open the link.</p>' })
  await mailer.send({ ...invitation, subject: 'Later' })
  const kept = await keptMails(data)
  expect(kept.map((mail) => mail.subject).sort()).toEqual(['Later', subject])
  expect(new Set(kept.map((mail) => mail.to))).toEqual(new Set(['anna@example.com']))
  expect(Date.now() - Date.parse(kept[0]?.at ?? '')).toBeLessThan(60_000)
  const file = kept.find((mail) => mail.subject === subject)?.file ?? ''
  expect(statSync(join(data, 'mail', file)).mode & 0o777).toBe(0o600)
  expect(statSync(join(data, 'mail')).mode & 0o777).toBe(0o700)
  const whole = (await keptMail(data, file)).toString()
  expect(headersIn(whole)).toMatchObject({
    from: 'Registre privé <register@example.com>',
    to: 'anna@example.com',
    'auto-submitted': 'auto-generated',
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

it.each([
  [{ subject: 'Hello\r\nBcc: eve@example.com' }],
  [{ subject: 'Hello\0' }],
  [{ to: 'anna@example.com\nBcc: eve@example.com' }],
  [{ to: 'anna@example.com, eve@example.com' }],
  [{ to: 'Anna <anna@example.com>' }],
  [{ to: 'anna' }],
  [{ to: '' }],
  [{ headers: { 'X-A': 'b\r\nBcc: eve@example.com' } }],
  [{ headers: { 'X-A\r\nBcc': 'eve@example.com' } }],
])('refuses %j and keeps nothing', async (forged) => {
  const { data, mailer } = keeping()
  await expect(mailer.send({ ...invitation, ...forged })).rejects.toMatchObject({ code: 'INVALID' })
  expect(await keptMails(data)).toEqual([])
})

it('hands a mail to the server of SMTP_URL, for one recipient', async () => {
  const said: string[] = []
  const server = createServer((socket) => {
    let inMessage = false
    socket.write('220 here\r\n')
    socket.on('data', (bytes) => {
      said.push(bytes.toString())
      if (inMessage) {
        if (!bytes.toString().endsWith('\r\n.\r\n')) return
        inMessage = false
        socket.write('250 taken\r\n')
      } else if (bytes.toString().startsWith('DATA')) {
        inMessage = true
        socket.write('354 go on\r\n')
      } else if (bytes.toString().startsWith('QUIT')) socket.end('221 bye\r\n')
      else socket.write('250 fine\r\n')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const data = freshFolder()
  const mailer = mailerFor({ data, mailFrom, smtpUrl: `smtp://127.0.0.1:${port}` })
  await mailer.send(invitation)
  mailer.close()
  server.close()
  const talk = said.join('')
  expect(talk.match(/^RCPT TO:.*$/gm)).toEqual(['RCPT TO:<anna@example.com>'])
  expect(talk).toContain('MAIL FROM:<register@example.com>')
  expect(talk).toContain('Subject: Invitation')
  expect(await keptMails(data)).toEqual([])
})
