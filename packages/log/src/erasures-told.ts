import { mayLack } from './kept.ts'
import { stateOf } from './state.ts'
import type { Fault } from './verifier.ts'

/** What an entry of the verb `history.erase` keeps: which values of which entries went. */
type Told = { cells?: readonly (readonly [seq: number, path: readonly string[]])[] }

/** What some entries tell of erasures. Plain data. */
export type ErasuresSeen = {
  told: readonly string[]
  gone: readonly { seq: number; by: number; key: string }[]
}

/** Which values each erasure says it took, held against those that are gone: nothing else may be missing. */
export function erasuresTold() {
  const told = new Set<string>()
  const gone: ErasuresSeen['gone'][number][] = []
  const keyOf = (by: number, seq: number, path: unknown) => `${by} ${seq} ${JSON.stringify(path)}`
  return {
    see({ seq, verb, state }: { seq: number; verb: string; state: string | null }) {
      if (verb !== 'history.erase' && (state === null || !mayLack(state))) return
      try {
        const { after, erased } = stateOf(state ?? '')
        const cells = verb === 'history.erase' ? ((after as Told | null)?.cells ?? []) : []
        for (const [at, path] of cells) told.add(keyOf(seq, at, path))
        for (const { by, path } of erased) gone.push({ seq, by, key: keyOf(by, seq, path) })
      } catch {
        // A state that cannot be read is named as altered already.
      }
    },
    /** All that was seen, for another who gathers it. */
    seen: (): ErasuresSeen => ({ told: [...told], gone }),
    take(seen: ErasuresSeen) {
      for (const key of seen.told) told.add(key)
      for (const each of seen.gone) gone.push(each)
    },
    faults: (): Fault[] =>
      gone
        .filter(({ key }) => !told.has(key))
        .map(({ seq, by }) => ({ seq, what: 'erasure-unknown', detail: String(by) })),
  }
}
