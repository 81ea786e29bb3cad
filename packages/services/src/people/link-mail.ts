import { both, say, withFirst } from '@ropewalk/domain/words.ts'
import { queueMail } from '../mails/queue-mail.ts'
import type { Work } from '../verb.ts'
import type { LinkToMail } from './link-to-mail.ts'

/** Writes the mail with a link in the language of its reader. False where no mail server takes it: it must be handed over. */
export async function mailLink(work: Work, link: LinkToMail): Promise<boolean> {
  if (!work.mailing) return false
  const { language, kind, expiresAt: until } = link
  const { base } = work.mailing
  const { subject, text } = kind === 'reset' ? words.reset : words.invitation
  const written = new Intl.DateTimeFormat(locales[language], format).format(new Date(until))
  const values = { name: link.name, address: `${base}${link.path}`, house: base }
  await queueMail(work, {
    to: link.email,
    language,
    subject: say(subject, language),
    text: say(text, language, { ...values, until: withFirst(written, language) }),
    about: { kind, record: link.id },
    until,
  })
  return work.mailing.hasServer
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
