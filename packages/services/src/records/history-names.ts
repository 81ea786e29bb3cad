import { nouns } from '@ropewalk/domain/nouns.ts'

const prefixes = Object.values(nouns).map((noun) => noun.prefix)
const anyId = new RegExp(`"((?:${prefixes.join('|')})-\\d{4,12})"`, 'g')

/** Every record id that stands as a value in the states of history lines. */
export const idsIn = (states: readonly (string | null)[]): Set<string> =>
  new Set(states.flatMap((state) => [...(state ?? '').matchAll(anyId)].map(([, id]) => id ?? '')))
