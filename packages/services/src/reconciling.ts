import { setImmediate } from 'node:timers/promises'
import { limits } from '@ropewalk/domain/limits.ts'
import { entriesOf } from '@ropewalk/domain/reconciliation/entries.ts'
import { type Comparable, type Match, matcherFor } from '@ropewalk/domain/reconciliation/matcher.ts'
import { decided, type Reconciled, reconciled } from '@ropewalk/domain/reconciliation/reconciled.ts'
import { isNull } from 'drizzle-orm'
import * as z from 'zod'
import { accepted, type Context, permit, reading, type Work } from './verb.ts'

const lines = z.array(z.strictObject({ line: z.int().min(1), text: z.string().max(limits.cell) }))
const decision = z.strictObject({
  key: z.string().max(limits.cell),
  id: z.string().max(limits.text),
  same: z.boolean(),
})

const reconciling = z.strictObject({
  lines: lines.max(limits.lines),
  /** Whether parties are compared beside sub-processors. */
  parties: z.boolean().optional(),
  decisions: z.array(decision).max(limits.lines).optional(),
})

/** A list of names beside the live sub-processors, and parties when asked. Writes nothing. */
export async function reconcile(context: Context, raw: unknown): Promise<Reconciled> {
  const { parties = false, decisions = [], ...input } = askedOf(context, raw)
  const records = await listComparable.run(context, { parties })
  const { entries, nameless } = entriesOf(input.lines)
  const match = matcherFor(records)
  const matches: Match[] = []
  // Other requests are answered in between: a long list takes seconds.
  for (const [at, entry] of entries.entries()) {
    if (at % 100 === 99) await setImmediate()
    matches.push(match(entry))
  }
  return decided(reconciled({ entries, nameless, matches, records }), decisions)
}

function askedOf({ actor }: Context, raw: unknown): z.output<typeof reconciling> {
  permit(actor, 'register:export')
  return accepted(reconciling, raw)
}

const listComparable = reading(
  { permission: 'register:export' },
  z.strictObject({ parties: z.boolean() }),
  async (work, { parties }): Promise<Comparable[]> => [
    ...(await suppliers(work)),
    ...(parties ? await otherParties(work) : []),
  ],
)

async function suppliers({ db, tables }: Work): Promise<Comparable[]> {
  const { id, number, name, legalEntity, service, archivedAt } = tables.nouns.subProcessor
  const rows = await db
    .select({ id, name, legalEntity, service })
    .from(tables.nouns.subProcessor)
    .where(isNull(archivedAt))
    .orderBy(number)
  return rows.map(comparable)
}

async function otherParties({ db, tables }: Work): Promise<Comparable[]> {
  const { id, number, name, archivedAt } = tables.nouns.party
  const rows = await db
    .select({ id, name })
    .from(tables.nouns.party)
    .where(isNull(archivedAt))
    .orderBy(number)
  return rows.map(comparable)
}

type Read = {
  id: string
  name: string | null
  legalEntity?: string | null
  service?: string | null
}
const comparable = ({ id, name, legalEntity, service }: Read): Comparable => ({
  id,
  name: name ?? '',
  legalEntity: legalEntity ?? '',
  service: service ?? '',
})
