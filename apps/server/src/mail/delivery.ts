import type { Outgoing } from '@ropewalk/services/mails/claim-mails.ts'
import type { SendMailOptions } from 'nodemailer'
import { keepMail } from '../kept-mails.ts'
import type { Settings } from '../settings.ts'
import { postEvent } from '../webhooks/post-event.ts'
import { type Delivery, delivered, failed } from './outcome.ts'

export type Deliverer = {
  /** Hands a mail to the mail server, or keeps it in the data folder; posts what is for a program. What goes wrong is an outcome, not thrown. */
  deliver: (mail: Outgoing) => Promise<Delivery>
  close: () => void
}

export function deliverer({
  smtpUrl,
  mailFrom,
  data,
  webhooksTo,
}: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'data' | 'webhooksTo'>): Deliverer {
  let opened: Promise<Transport> | undefined
  const transport = () => {
    opened ??= smtpUrl === undefined ? composer() : throughServer(smtpUrl)
    return opened
  }
  return {
    async deliver(mail) {
      const { signedWith } = mail
      try {
        if (signedWith !== undefined)
          return await postEvent({ ...mail, signedWith }, { own: webhooksTo })
        const sent = await (await transport()).sendMail(messageOf(mail, mailFrom))
        if (!Buffer.isBuffer(sent.message)) return delivered('sent', sent.response)
        return delivered('kept', await keepMail(data, mail, sent.message))
      } catch (error) {
        return failed(error)
      }
    },
    close: () => void opened?.then((transport) => transport.close()),
  }
}

type Transport = {
  sendMail: (
    message: SendMailOptions,
  ) => Promise<{ message?: unknown; response?: string | undefined }>
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

/** How many mails are sent at a time. */
export const abreast = 5
/** Milliseconds from the first word to the last. */
const longest = 90_000

// Sending again is for the outbox alone, which knows what was said: the library must not do it by itself.
const throughServer = async (url: string): Promise<Transport> =>
  (await nodemailer()).createTransport({
    url,
    pool: true,
    maxConnections: abreast,
    maxRequeues: 0,
    idleTimeout: 5_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    ...closed,
  })

function messageOf(mail: Outgoing, from: string): SendMailOptions {
  const { address, subject, text, html, headers, messageId, queuedAt } = mail
  return {
    from: senderOf(from),
    to: { name: '', address },
    subject,
    text,
    html,
    messageId,
    date: new Date(queuedAt),
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    signal: AbortSignal.timeout(longest),
  }
}

/** The name and the address of MAIL_FROM. */
export function senderOf(from: string): { name: string; address: string } {
  const [, name = '', bare = from] = /^(.*?)\s*<(.+)>$/.exec(from) ?? []
  return { name, address: bare }
}
