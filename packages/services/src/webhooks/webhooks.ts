import { randomBytes } from 'node:crypto'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { and, desc, eq, isNull } from 'drizzle-orm'
import * as z from 'zod'
import { nextId } from '../counters.ts'
import { giveUpMails } from '../mails/end-mails.ts'
import { byWhom } from '../people/person.ts'
import { sealed, sealingKey } from '../people/sealed-secret.ts'
import { reading, type Work, writing } from '../verb.ts'
import { webhookFields, webhookId, webhookLabel, webhookUrl } from './fields.ts'
import { tell } from './tell-webhooks.ts'
import { toldWebhook, type Webhook, webhookRecipient } from './webhook.ts'

/** Webhooks at a time. */
export const mostWebhooks = 20
const refusals = {
  gone: both('There is no such webhook.', 'Ce webhook n’existe pas.'),
  many: both(
    'There are {most} webhooks already: end one first.',
    'Il y a déjà {most} webhooks : mettez fin à l’un d’eux d’abord.',
  ),
}
const about = { permission: 'webhooks:manage', fields: webhookFields } as const

/** Every webhook, the newest first, and what became of what it was last told; what signs is nowhere. */
export const listWebhooks = reading(about, z.unknown(), async ({ db, tables }) => {
  const { webhooks, mails } = tables
  const { state, queuedAt, attempts, nextAttemptAt, settledAt, detail } = mails
  const found = await db
    .select()
    .from(webhooks)
    .orderBy(desc(webhooks.createdAt), desc(webhooks.id))
  return Promise.all(
    found.map(async ({ secret: _, ...webhook }) => {
      const [last = null] = await db
        .select({ state, queuedAt, attempts, nextAttemptAt, settledAt, detail })
        .from(mails)
        .where(eq(mails.recipient, webhookRecipient(webhook.id)))
        .orderBy(desc(mails.queuedAt), desc(mails.id))
        .limit(1)
      return { ...webhook, last }
    }),
  )
})

/** A webhook, told at once that it is one. What it signs with is shown once. */
export const createWebhook = writing(
  { fresh: true, verb: 'webhooks.create', ...about },
  z.strictObject({ label: webhookLabel, url: webhookUrl }),
  async (work, { label, url }) => {
    const { db, tables, now, actor, secret } = work
    const { webhooks } = tables
    if ((await db.$count(webhooks, isNull(webhooks.endedAt))) >= mostWebhooks)
      throw new Refusal('INVALID', refusals.many, { values: { most: mostWebhooks } })
    const id = await nextId(work, 'WH')
    const signing = `whsec_${randomBytes(32).toString('base64')}`
    const row: Webhook = {
      id,
      label,
      url,
      secret: sealed(sealingKey(secret, 'mail'), signing, id),
      createdAt: now,
      createdBy: byWhom(actor),
      endedAt: null,
    }
    await db.insert(webhooks).values(row)
    return {
      change: { of: id, before: null, after: toldWebhook(row) },
      result: { id, secret: signing },
      afterwards: () => tell(work, [row], testOf(row)),
    }
  },
)

/** Tells a webhook something that is nothing else than a try. */
export const testWebhook = writing(
  { verb: 'webhooks.test', ...about },
  z.strictObject({ id: webhookId }),
  async (work, { id }) => {
    const row = await openWebhook(work, id)
    return { change: [], result: { id }, afterwards: () => tell(work, [row], testOf(row)) }
  },
)

const testOf = ({ id, label }: Webhook) =>
  ({ type: 'webhook.test', about: id, data: { webhook: id, label } }) as const

/** From now on it is told nothing more; what still waits for it is given up. */
export const endWebhook = writing(
  { verb: 'webhooks.end', ...about },
  z.strictObject({ id: webhookId }),
  async (work, { id }) => {
    const { webhooks } = work.tables
    const row = await openWebhook(work, id)
    await work.db.update(webhooks).set({ endedAt: work.now }).where(eq(webhooks.id, id))
    const left = await giveUpMails(work, webhookRecipient(id), 'the webhook was ended')
    return {
      change: [{ of: id, before: toldWebhook(row), after: null }, ...left],
      result: { id },
    }
  },
)

async function openWebhook({ db, tables: { webhooks } }: Work, id: string): Promise<Webhook> {
  const [found] = await db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, id), isNull(webhooks.endedAt)))
  if (!found) throw new Refusal('NOT_FOUND', refusals.gone, { field: 'id' })
  return found
}
