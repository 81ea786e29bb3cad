import { setImmediate } from 'node:timers/promises'
import type { Database } from '@ropewalk/db/database.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { toBase64 } from '@ropewalk/log/bytes.ts'
import { checkpointOf, signedCheckpoint } from '@ropewalk/log/checkpoint.ts'
import { leafHashOf } from '@ropewalk/log/entry.ts'
import { publicKeyOf, type SigningKey } from '@ropewalk/log/keys.ts'
import { isSignedBy } from '@ropewalk/log/note.ts'
import { append, emptyFrontier, type Frontier, rootOf } from '@ropewalk/log/tree.ts'
import type { Head } from '@ropewalk/log/verifier.ts'
import { asc, gt } from 'drizzle-orm'
import { sha256 } from './hash.ts'

/** The key that signs heads and the list of those signed so far: both outside the database. */
export type HeadKeeper = {
  key: SigningKey
  /** The signed note made last; undefined when none was made yet. */
  last(): Promise<string | undefined>
  /** Durable when it answers. */
  keep(note: string): Promise<void>
}

export type Heads = {
  /** The signed note of the log as it stands now; a new one only when entries were added. */
  make(): Promise<string>
}

const broken = both(
  'The log does not agree with the head that was signed last, of {size} entries: something was changed behind the product’s back. Nothing is signed until that is cleared; `pnpm ropewalk verify --live` names what.',
  'Le journal ne correspond pas à la dernière tête signée, de {size} entrées : quelque chose a été modifié à l’insu du produit. Rien n’est signé avant que cela soit éclairci ; `pnpm ropewalk verify --live` dit quoi.',
)
const foreign = both(
  'The last head of the log was not signed by this key: the key or the list of heads was replaced.',
  'La dernière tête du journal n’a pas été signée par cette clé : la clé ou la liste des têtes a été remplacée.',
)

/** Signs heads of a log, one at a time: each is first held against the last one, from the stored leaves. */
export function headsOf(database: Database, keeper: HeadKeeper, now: () => Date): Heads {
  let seen: Frontier = emptyFrontier
  let last: Promise<unknown> = Promise.resolve()

  async function make(): Promise<string> {
    const note = await keeper.last()
    const before = note === undefined ? undefined : ownHeadIn(note, keeper.key)
    const wanted = before?.size ?? 0
    if (seen.size > wanted) seen = emptyFrontier
    const atLast = await grown(database, seen, wanted)
    if (before && (atLast.size !== wanted || !isAt(atLast, before.root))) {
      seen = emptyFrontier
      throw new Refusal('UNAVAILABLE', broken, { values: { size: wanted } })
    }
    const newest = await grown(database, atLast)
    if (note !== undefined && newest.size === wanted) return note
    const { key } = keeper
    const root = rootOf(newest, sha256)
    const time = `${now().toISOString().slice(0, 19)}Z`
    const made = signedCheckpoint({ origin: key.name, size: newest.size, root, time }, key)
    await keeper.keep(made)
    seen = newest
    return made
  }
  return {
    make() {
      const made = last.then(make)
      last = made.catch(() => undefined)
      return made
    },
  }
}

function ownHeadIn(note: string, key: SigningKey) {
  if (!isSignedBy(note, publicKeyOf(key))) throw new Refusal('UNAVAILABLE', foreign)
  return checkpointOf(note)
}

const isAt = (frontier: Frontier, root: Uint8Array) =>
  toBase64(rootOf(frontier, sha256)) === toBase64(root)

const batch = 2_000

/** The tree with the leaves that follow, up to a size or to the last; others are answered meanwhile. */
async function grown(
  { reading, tables }: Database,
  from: Frontier,
  to = Number.POSITIVE_INFINITY,
): Promise<Frontier> {
  const { entries } = tables
  let frontier = from
  while (frontier.size < to) {
    const limit = Math.min(batch, to - frontier.size)
    const rows = await reading((db) =>
      db
        .select({ leaf: entries.leaf })
        .from(entries)
        .where(gt(entries.seq, frontier.size))
        .orderBy(asc(entries.seq))
        .limit(limit),
    )
    for (const { leaf } of rows) frontier = append(frontier, leafHashOf(leaf, sha256), sha256)
    if (rows.length < limit) break
    await setImmediate()
  }
  return frontier
}

/** A signed note in one line, as in the header `Ropewalk-Log-Head` and in `heads.log`. */
export const headLine = (note: string): string => Buffer.from(note).toString('base64')
export const noteOfLine = (line: string): string => Buffer.from(line, 'base64').toString('utf8')

/** What a signed note says of the log, to hold the log against; `from` says where it was kept. */
export function headIn(note: string, from: string): Head {
  const { size, root } = checkpointOf(note)
  return { size, root, from }
}
