import { both, say, withFirst } from '@ropewalk/domain/words.ts'
import type { LinkToMail } from '@ropewalk/services/people/link-to-mail.ts'
import type { Logger } from '../logger.ts'
import type { Mail, Mailer } from '../mail.ts'
import type { Settings } from '../settings.ts'

type Parts = {
  mailer: Pick<Mailer, 'send'>
  settings: Pick<Settings, 'smtpUrl'>
  base: () => string
  log: Pick<Logger, 'error'>
}

/** Mails links as `mailLink` of a verb's context: true once a mail server took it. A failure is logged, not thrown. */
export const linkMailer =
  ({ mailer, settings, base, log }: Parts) =>
  async (link: LinkToMail): Promise<boolean> => {
    try {
      await mailer.send(linkMail(link, base()))
      return settings.smtpUrl !== undefined
    } catch (error) {
      log.error({ err: error }, 'the mail with a link could not be sent')
      return false
    }
  }

/** The mail in the language of its reader; `base` is the public address without a slash at its end. */
export function linkMail(link: LinkToMail, base: string): Mail {
  const { subject, text } = link.kind === 'reset' ? words.reset : words.invitation
  const { language } = link
  const written = new Intl.DateTimeFormat(locales[language], format)
  const until = withFirst(written.format(new Date(link.expiresAt)), language)
  const values = { name: link.name, address: `${base}${link.path}`, house: base, until }
  return {
    to: link.email,
    subject: say(subject, language),
    text: say(text, language, values),
  }
}

const locales = { en: 'en-GB', fr: 'fr-FR' } as const
const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const

const words = {
  invitation: {
    subject: both('Your access to Ropewalk', 'Votre accès à Ropewalk'),
    text: both(
      'Hello {name},\n\nyou are invited to the register of processing activities at {house}. Set your password here:\n\n{address}\n\nThe link works once, until {until} (UTC). If you did not expect this mail, ignore it.\n',
      'Bonjour {name},\n\nun accès vous est ouvert au registre des activités de traitement, à l’adresse {house}. Choisissez votre mot de passe ici :\n\n{address}\n\nLe lien fonctionne une fois, jusqu’au {until} (UTC). Si vous n’attendiez pas ce courriel, ignorez-le.\n',
    ),
  },
  reset: {
    subject: both('A new password for Ropewalk', 'Un nouveau mot de passe pour Ropewalk'),
    text: both(
      'Hello {name},\n\nset a new password for the register at {house} here:\n\n{address}\n\nThe link works once, until {until} (UTC), and ends your open sessions. If you did not ask for it, tell your administrator.\n',
      'Bonjour {name},\n\nchoisissez ici un nouveau mot de passe pour le registre, à l’adresse {house} :\n\n{address}\n\nLe lien fonctionne une fois, jusqu’au {until} (UTC), et met fin à vos sessions ouvertes. Si vous n’avez rien demandé, prévenez votre administrateur.\n',
    ),
  },
} as const
