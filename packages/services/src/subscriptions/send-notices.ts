import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Tables } from '@ropewalk/db/tables/tables.ts'
import { oneLine } from '@ropewalk/domain/changes/notice-text.ts'
import { concerns, everything } from '@ropewalk/domain/topics.ts'
import { both, type Language, say } from '@ropewalk/domain/words.ts'
import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import { type NewMail, queueMails } from '../mails/queue-mail.ts'
import { objectLink } from '../objections/claim.ts'
import { openable, type SealingKey, sealingKey } from '../people/sealed-secret.ts'
import { type Context, type Work, workIn } from '../verb.ts'
import { leaveToken, pathIn, type Subscription, subscriptionKey } from './subscription.ts'
import { textOfNotices } from './text-of-notices.ts'

type Notice = Tables['notices']['$inferSelect']
const together = 3_600_000
const page = 100

/**
 * Writes the mails of notices whose hour is over, some subscribers at a time, each lot with its place kept in the same
 * transaction: killed in between, it goes on where it was, and of several instances each lot is written by one.
 */
export async function sendNotices(context: Context): Promise<void> {
  while (await hasDue(context)) {
    await context.database.writing(async (db) => sendPage(await workIn(context, db)))
    await setImmediate()
  }
}

async function hasDue({ database, now }: Context): Promise<boolean> {
  const { tables } = database
  return database.reading(async (db) => {
    const [first] = await openNotices({ db, tables })
    return first !== undefined && isDue(first, now().toISOString())
  })
}

const isDue = ({ batch, noticedAt }: Notice, now: string) =>
  batch !== null || Date.parse(noticedAt) + together <= Date.parse(now)

/** Those that are not told yet, one batch that has begun before the rest. */
async function openNotices({ db, tables: { notices } }: Pick<Work, 'db' | 'tables'>) {
  const open = isNull(notices.doneAt)
  const begun = await db
    .select()
    .from(notices)
    .where(and(open, isNotNull(notices.batch)))
    .orderBy(asc(notices.noticedAt))
  const [{ batch } = { batch: null }] = begun
  if (batch !== null) return begun.filter((each) => each.batch === batch)
  return db.select().from(notices).where(open).orderBy(asc(notices.noticedAt), asc(notices.id))
}

async function sendPage(work: Work): Promise<void> {
  const { db, tables, now } = work
  const { notices, subscriptions } = tables
  const batch = await openNotices(work)
  const [first] = batch
  if (!first || !isDue(first, now)) return
  const readers = await db
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.state, 'confirmed'), gt(subscriptions.id, first.reached)))
    .orderBy(asc(subscriptions.id))
    .limit(page)
  const open = await openTo(work, batch)
  const key = sealingKey(work.secret, 'mail')
  await queueMails(
    work,
    readers.flatMap((reader) => mailTo(work, reader, { batch, open, key })),
  )
  const reached = {
    batch: first.batch ?? randomUUID(),
    reached: readers.at(-1)?.id ?? first.reached,
    doneAt: readers.length < page ? now : null,
  }
  const these = batch.map(({ id }) => id)
  await db.update(notices).set(reached).where(inArray(notices.id, these))
}

/** The changes among them that one may object to. */
async function openTo(
  { db, tables }: Work,
  batch: readonly Notice[],
): Promise<ReadonlySet<string>> {
  const { supplierChanges } = tables
  const ids = batch.map(({ about }) => about)
  const found = await db
    .select({ id: supplierChanges.id })
    .from(supplierChanges)
    .where(
      and(
        inArray(supplierChanges.id, ids),
        inArray(supplierChanges.state, ['announced', 'effective']),
      ),
    )
  return new Set(found.map(({ id }) => id))
}

type Told = { batch: readonly Notice[]; open: ReadonlySet<string>; key: SealingKey }

/** None to whom nothing concerns, nor to whom an earlier secret of the installation sealed: counted as unreadable. */
function mailTo(work: Work, reader: Subscription, { batch, open, key }: Told): NewMail[] {
  const { secret, mailing } = work
  if (secret === undefined || !mailing) throw new Error('This context cannot write mails.')
  const { id, topics, address } = reader
  const told = batch.filter(({ facts }) => concerns(topics ?? everything, facts))
  const [first] = told
  const to = address === null ? undefined : openable(key, address, id)
  if (!first || to === undefined) return []
  const { base } = mailing
  const language: Language = reader.language ?? 'en'
  const leave = `${base}${pathIn(language, `unsubscribe/${leaveToken(secret, id)}`)}`
  const title = oneLine(say(first.title, language), 200)
  const objectAt = (change: string) =>
    open.has(change)
      ? objectLink(
          { key, base },
          { change, from: 'subscriber', party: null, address: to, until: null },
          language,
        )
      : undefined
  return [
    {
      to,
      language,
      subject: told.length === 1 ? title : say(words.several, language, { n: told.length }),
      text: `${textOfNotices(told, { language, base, objectAt })}\n\n${say(words.leave, language, { leave })}\n`,
      headers: {
        'List-Unsubscribe': `<${leave}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      about: {
        kind: 'notice',
        record: [...new Set(told.map(({ about }) => about))].join(', '),
        recipient: subscriptionKey(id),
      },
    },
  ]
}

const words = {
  several: both(
    '{n, plural, one {# change} other {# changes}} of sub-processors',
    '{n, plural, one {# changement} other {# changements}} de sous-traitants ultérieurs',
  ),
  leave: both(
    'You hear of this because you asked for it. To stop:\n{leave}',
    'Vous recevez ce courriel parce que vous l’avez demandé. Pour ne plus en recevoir :\n{leave}',
  ),
}
