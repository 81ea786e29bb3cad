import { oneLine } from '@ropewalk/domain/changes/notice-text.ts'
import { objectionFields as fields } from '@ropewalk/domain/changes/objection.ts'
import { changeTitle } from '@ropewalk/domain/changes/public-change.ts'
import { recordId } from '@ropewalk/domain/schema.ts'
import { languages, say } from '@ropewalk/domain/words.ts'
import { and, eq, gt } from 'drizzle-orm'
import * as z from 'zod'
import { later } from '../clock.ts'
import { queueMail } from '../mails/queue-mail.ts'
import { personEmail } from '../people/fields.ts'
import { sealingKey } from '../people/sealed-secret.ts'
import { addressHash } from '../people/secrets.ts'
import { reading, writing } from '../verb.ts'
import { objectLink } from './claim.ts'
import { objectionable } from './objectionable.ts'
import { objectionMailWords as words } from './words.ts'

/** Hours that such a link works; mails with one that an address gets within 24 hours, for one change and for all, at most. */
export const linkWorks = 48
export const linksADay = 3
export const linksOfAllADay = 10
const kind = 'objection link'
const about = { permission: 'public:object', fields } as const

/** The announced change that somebody wants to object to. */
export const readObjectionable = reading(
  about,
  z.strictObject({ change: recordId }),
  async (work, { change }) => (await objectionable(work, change)).notice,
)

/**
 * Mails a link that lets its reader object. The answer is the same whoever asks, and however often: no address is kept
 * but in that mail.
 */
export const askToObject = writing(
  { verb: 'objections.ask', ...about },
  z.strictObject({ change: recordId, email: personEmail, language: z.enum(languages) }),
  async (work, { change, email: address, language }) => {
    const { db, tables, now, secret, mailing } = work
    if (secret === undefined || !mailing) throw new Error('This context cannot write mails.')
    const { notice } = await objectionable(work, change)
    const { mails } = tables
    const hash = addressHash(secret, address, 'mail')
    const yesterday = later(now, -24 * 3_600_000)
    const asked = and(
      eq(mails.addressHash, hash),
      eq(mails.kind, kind),
      gt(mails.queuedAt, yesterday),
    )
    const ofAll = await db.$count(mails, asked)
    const ofThis = await db.$count(mails, and(asked, eq(mails.about, change)))
    if (ofThis >= linksADay || ofAll >= linksOfAllADay) return { change: [], result: {} }
    const until = later(now, linkWorks * 3_600_000)
    const { base } = mailing
    const title = changeTitle(notice, language)
    const claim = { change, from: 'public', party: null, address, until } as const
    const link = objectLink({ key: sealingKey(secret, 'mail'), base }, claim, language)
    await queueMail(work, {
      to: address,
      language,
      subject: oneLine(say(words.ask.subject, language, { title }), 200),
      text: say(words.ask.text, language, { house: base, title, link }),
      about: { kind, record: change },
      until,
    })
    return { change: [], result: {} }
  },
)
