import type { Database } from '@ropewalk/db/database.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { toBase64 } from '@ropewalk/log/bytes.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { type EntryProof, provedEntry } from '@ropewalk/log/entry-proof.ts'
import { publicKeyOf } from '@ropewalk/log/keys.ts'
import { consistencyRanges, inclusionRanges, type Range } from '@ropewalk/log/ranges.ts'
import { and, eq, isNotNull } from 'drizzle-orm'
import * as z from 'zod'
import { type Context, permit, reading } from '../verb.ts'
import { sha256 } from './hash.ts'
import type { HeadKeeper, Heads } from './heads.ts'
import { toldTo } from './told-to.ts'
import { treeHashesOf } from './tree-hashes.ts'

const refusals = {
  number: both(
    '{field} is a whole number from 1 to {most}.',
    '{field} est un nombre entier de 1 à {most}.',
  ),
  order: both('from is larger than to.', 'from est plus grand que to.'),
  beyond: both(
    'to is {to}, and the newest signed head of the log is of {size} entries.',
    'to vaut {to}, et la dernière tête signée du journal compte {size} entrées.',
  ),
  noEntry: both('The log has no entry {seq}.', 'Le journal n’a pas d’entrée {seq}.'),
  broken: both(
    'The log does not agree with its newest signed head: something was changed behind the product’s back. `pnpm ropewalk verify --live` names what.',
    'Le journal ne correspond pas à sa dernière tête signée : quelque chose a été modifié à l’insu du produit. `pnpm ropewalk verify --live` dit quoi.',
  ),
}
const most = limits.sequence

/** That the log of `to` entries begins with that of `from`. Roots and hashes in base64 (RFC 6962, 2.1.2). */
export type ConsistencyShown = {
  origin: string
  from: number
  to: number
  fromRoot: string
  toRoot: string
  proof: readonly string[]
}

export type Proofs = {
  /** For everyone. `to`: the newest signed head where it is not given; refused beyond it. */
  consistency(asked: { from: unknown; to?: unknown }): Promise<ConsistencyShown>
  /** One entry with its state, to whom the log tells it. One that is newer than the last head gets a new one. */
  entry(context: Context, seq: unknown): Promise<EntryProof>
}

export function proofsOf(database: Database, keeper: HeadKeeper, heads: Heads): Proofs {
  const tree = treeHashesOf(database)
  const rootsOf = async (ranges: readonly Range[]) => {
    const roots: string[] = []
    for (const range of ranges) roots.push(toBase64(await tree.rootOf(range)))
    return roots
  }
  const newest = async () => (await keeper.last()) ?? (await heads.make())

  return {
    async consistency(asked) {
      const { origin, size, root } = checkpointOf(await newest())
      const from = numberIn(asked.from, 'from')
      const to = asked.to === undefined ? size : numberIn(asked.to, 'to')
      if (to > size)
        throw new Refusal('INVALID', refusals.beyond, { field: 'to', values: { to, size } })
      if (from > to) throw new Refusal('INVALID', refusals.order, { field: 'from' })
      const [fromRoot = '', toRoot = ''] = await rootsOf([
        { from: 0, to: from },
        { from: 0, to },
      ])
      if (to === size && toRoot !== toBase64(root))
        throw new Refusal('UNAVAILABLE', refusals.broken)
      const proof = await rootsOf(consistencyRanges(from, to))
      return { origin, from, to, fromRoot, toRoot, proof }
    },
    async entry(context, asked) {
      const seq = numberIn(asked, 'seq')
      const kept = await readEntry.run(context, { seq })
      const last = await newest()
      const checkpoint = checkpointOf(last).size < seq ? await heads.make() : last
      const { size } = checkpointOf(checkpoint)
      const index = seq - 1
      const hashes = await rootsOf(inclusionRanges(index, size))
      const shown = { seq, ...kept, proof: { index, size, hashes }, checkpoint }
      try {
        provedEntry(shown, publicKeyOf(keeper.key), sha256)
      } catch (cause) {
        throw new Refusal('UNAVAILABLE', refusals.broken, { details: { cause: String(cause) } })
      }
      return shown
    },
  }
}

function numberIn(given: unknown, field: string): number {
  const number = typeof given === 'string' && /^[1-9]\d{0,9}$/.test(given) ? Number(given) : 0
  if (number >= 1 && number <= most) return number
  throw new Refusal('INVALID', refusals.number, { field, values: { field, most } })
}

/** The stored texts of one entry. Refuses who is not told of it as the lists of the log do not tell it either. */
const readEntry = reading(
  { permission: 'history:read' },
  z.strictObject({ seq: z.int() }),
  async (work, { seq }) => {
    const { entries, states } = work.log.tables
    const textsWhere = (told: ReturnType<typeof toldTo>) =>
      work.log.db
        .select({ leaf: entries.leaf, state: states.value })
        .from(entries)
        .innerJoin(states, and(eq(states.seq, entries.seq), isNotNull(states.value)))
        .where(and(eq(entries.seq, seq), told))
    const [told] = await textsWhere(toldTo(work))
    if (told) return { leaf: told.leaf, state: told.state ?? '' }
    const [kept] = await textsWhere(undefined)
    if (kept) permit(work.actor, 'access:read')
    throw new Refusal('NOT_FOUND', refusals.noEntry, { field: 'seq', values: { seq } })
  },
)
