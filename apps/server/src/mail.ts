import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { SendMailOptions } from 'nodemailer'
import { keepMail } from './kept-mails.ts'
import type { Settings } from './settings.ts'

/** One message to one person. `to` is a bare address. Header names as they are sent. */
export type Mail = {
  to: string
  subject: string
  text: string
  html?: string
  headers?: Readonly<Record<string, string>>
}

export type Mailer = {
  /** Hands it to the mail server, or keeps it in the data folder. Refuses what would forge a header. */
  send: (mail: Mail) => Promise<void>
  close: () => void
}

export function mailerFor({
  smtpUrl,
  mailFrom,
  data,
}: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'data'>): Mailer {
  let opened: Promise<Transport> | undefined
  return {
    async send(mail) {
      const message = messageOf(mail, mailFrom)
      opened ??= smtpUrl === undefined ? composer() : throughServer(smtpUrl)
      const sent = await (await opened).sendMail(message)
      if (Buffer.isBuffer(sent.message)) await keepMail(data, sent.message)
    },
    close: () => void opened?.then((transport) => transport.close()),
  }
}

type Transport = {
  sendMail: (message: SendMailOptions) => Promise<{ message?: unknown }>
  close: () => void
}

// The library costs 6 MB and 60 ms, and most processes never send a mail.
const nodemailer = () => import('nodemailer')

const closed = { disableFileAccess: true, disableUrlAccess: true }

const composer = async (): Promise<Transport> =>
  (await nodemailer()).createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...closed,
  })

const throughServer = async (url: string): Promise<Transport> =>
  (await nodemailer()).createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    ...closed,
  })

function messageOf({ to, subject, text, html, headers = {} }: Mail, from: string): SendMailOptions {
  const values = [to, subject, from, ...Object.entries(headers).flat()]
  if (values.some((value) => /[\r\n\0]/.test(value))) throw new Refusal('INVALID', brokenHeader)
  if (!address.test(to)) throw new Refusal('INVALID', notAnAddress, { field: 'to' })
  return {
    from: senderOf(from),
    to: { name: '', address: to },
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
  }
}

function senderOf(from: string): { name: string; address: string } {
  const [, name = '', bare = from] = /^(.*?)\s*<(.+)>$/.exec(from) ?? []
  return { name, address: bare }
}

const address = /^[^\s<>@,;:"()[\]\\\p{Cc}]+@[^\s<>@,;:"()[\]\\\p{Cc}]+$/u

const brokenHeader = both(
  'A mail’s addresses, subject and headers cannot hold line breaks.',
  'Les adresses, l’objet et les en-têtes d’un courriel ne peuvent pas contenir de retour à la ligne.',
)
const notAnAddress = both(
  'This is not one e-mail address.',
  'Ce n’est pas une adresse électronique unique.',
)
