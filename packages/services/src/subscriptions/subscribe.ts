import { randomUUID } from 'node:crypto'
import { email } from '@ropewalk/domain/field.ts'
import { both, languages, say } from '@ropewalk/domain/words.ts'
import { and, eq, gt, lt } from 'drizzle-orm'
import * as z from 'zod'
import { later } from '../clock.ts'
import { queueMail } from '../mails/queue-mail.ts'
import { personEmail } from '../people/fields.ts'
import { sealed, sealingKey } from '../people/sealed-secret.ts'
import { addressHash, hashOf, newSecret } from '../people/secrets.ts'
import { writing } from '../verb.ts'
import { pathIn } from './subscription.ts'

const fields = {
  email: email({ label: both('E-mail', 'Adresse électronique'), chapter: 'contacts' }),
}
const ids = (pattern: RegExp) => z.array(z.string().regex(pattern)).max(100)
const Subscribing = z.strictObject({
  email: personEmail,
  language: z.enum(languages),
  topics: z.strictObject({
    products: ids(/^PR-\d{4,12}$/),
    categories: ids(/^DC-\d{4,12}$/),
    countries: ids(/^[A-Z]{2}$/),
    outsideEea: z.boolean(),
    additionsOnly: z.boolean(),
  }),
})

/** Hours that a link to confirm works, and mails to confirm that one address gets within 24 hours at most. */
export const confirmWithin = 48
export const asksADay = 3

/**
 * Writes a mail that asks to confirm. The answer is the same whether or not the address is subscribed, or was asked too
 * often. Until it is confirmed nothing is told: it is forgotten after 48 hours.
 */
export const subscribe = writing(
  { verb: 'subscriptions.subscribe', permission: 'public:subscribe', fields },
  Subscribing,
  async (work, { email: address, language, topics }) => {
    const { db, tables, now, secret, mailing } = work
    if (secret === undefined || !mailing) throw new Error('This context cannot write mails.')
    const { subscriptions } = tables
    const hash = addressHash(secret, address, 'mail')
    const hoursAgo = (hours: number) => later(now, -hours * 3_600_000)
    const pending = eq(subscriptions.state, 'pending')
    await db
      .delete(subscriptions)
      .where(and(pending, lt(subscriptions.createdAt, hoursAgo(confirmWithin))))
    const asked = and(
      eq(subscriptions.addressHash, hash),
      pending,
      gt(subscriptions.createdAt, hoursAgo(24)),
    )
    if ((await db.$count(subscriptions, asked)) >= asksADay) return { change: [], result: {} }
    const id = randomUUID()
    const token = newSecret()
    await db.insert(subscriptions).values({
      id,
      state: 'pending',
      addressHash: hash,
      address: sealed(sealingKey(secret, 'mail'), address, id),
      language,
      topics,
      tokenHash: hashOf(token),
      createdAt: now,
    })
    const link = `${mailing.base}${pathIn(language, `confirm/${token}`)}`
    await queueMail(work, {
      to: address,
      language,
      subject: say(words.subject, language),
      text: say(words.text, language, { house: mailing.base, link }),
      about: { kind: 'confirmation', record: `subscription ${id}` },
      until: later(now, confirmWithin * 3_600_000),
    })
    return { change: [], result: {} }
  },
)

const words = {
  subject: both('Confirm your subscription', 'Confirmez votre abonnement'),
  text: both(
    'Somebody, probably you, asked to hear of changes of sub-processors at {house}. Confirm it here within 48 hours:\n\n{link}\n\nIf it was not you, do nothing: this address is forgotten then.\n',
    'Quelqu’un, sans doute vous, a demandé à être averti des changements de sous-traitants ultérieurs à l’adresse {house}. Confirmez ici sous 48 heures :\n\n{link}\n\nSi ce n’est pas vous, ne faites rien : cette adresse sera oubliée.\n',
  ),
}
