import { toBase64 } from './bytes.ts'
import { canonicalText } from './canonical.ts'
import { type Erased, keptOf, mayLack } from './kept.ts'
import type { Said } from './places.ts'

/** What was said, without the values that were erased since, and by which entries those were. */
export type State = Said & { readonly erased: readonly Erased[] }

/**
 * The text kept beside an entry, canonical JSON (RFC 8785): `{after, reason, seed, who}`. The seed (32 random bytes)
 * gives each value its salt; values without a JSON form are left out.
 */
export function stateText({ seed, who, reason, after }: Said & { seed: Uint8Array }): string {
  if (seed.length !== 32) throw new Error('The seed of a state has 32 bytes.')
  return canonicalText({ after, reason, seed: toBase64(seed), who })
}

/** A kept text as it was written; one of which values were erased lacks them. Throws on anything else, naming what. */
export function stateOf(text: string): State {
  const { who, reason, after, erased } = keptOf(text)
  return { who, reason, after, erased: erased.map(({ path, by }) => ({ path, by })) }
}

/** The same of a text that the product keeps itself, without asking anew whether it is written as it should be. */
export function keptStateOf(text: string): State {
  if (mayLack(text)) return stateOf(text)
  const { who, reason, after }: Said = JSON.parse(text)
  return { who, reason, after, erased: [] }
}
