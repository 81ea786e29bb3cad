import { editDistance } from './edit-distance.ts'
import type { Normalised } from './normalised.ts'

export type LikeWhy = 'sameWords' | 'contains' | 'spelling' | 'someWords'
/** How alike two names are that are not the same, from 50 to 99, and what makes them so. */
export type Likeness = { score: number; why: LikeWhy }

/** The share of letters by which two spellings may differ and still be close. */
export const spellingTolerance = 0.2
export const shortestSpelling = 5

/** The strongest reason why two different names may be the same, if there is one. Symmetric. */
export function likeness(one: Normalised, other: Normalised): Likeness | undefined {
  const found = [inWords(one.words, other.words), inLetters(one, other)]
  return found
    .filter((each) => each !== undefined)
    .toSorted((first, second) => second.score - first.score)[0]
}

function inWords(one: readonly string[], other: readonly string[]): Likeness | undefined {
  const mine = new Set(one)
  const theirs = new Set(other)
  const shared = [...mine].filter((word) => theirs.has(word))
  if (shared.length === 0) return undefined
  if (shared.length === mine.size && shared.length === theirs.size)
    return { score: 95, why: 'sameWords' }
  const letters = lengthOf(shared)
  if (letters < 3) return undefined
  if (shared.length === Math.min(mine.size, theirs.size)) {
    const longer = Math.max(lengthOf([...mine]), lengthOf([...theirs]))
    return { score: Math.round(60 + (30 * letters) / longer), why: 'contains' }
  }
  const dice = (2 * shared.length) / (mine.size + theirs.size)
  return dice >= 0.5 ? { score: Math.round(100 * dice), why: 'someWords' } : undefined
}

function inLetters(one: Normalised, other: Normalised): Likeness | undefined {
  const mine = compact(one)
  const theirs = compact(other)
  const length = Math.max(mine.length, theirs.length)
  const shorter = Math.min(mine.length, theirs.length)
  const begins = mine.startsWith(theirs) || theirs.startsWith(mine)
  if (begins && shorter >= shortestSpelling && shorter < length * (1 - spellingTolerance))
    return { score: Math.round(60 + (30 * shorter) / length), why: 'contains' }
  const most = Math.floor(length * spellingTolerance)
  if (length < shortestSpelling || Math.abs(mine.length - theirs.length) > most) return undefined
  const distance = editDistance(mine, theirs)
  if (distance > most) return undefined
  return { score: Math.min(99, Math.round(100 * (1 - distance / length))), why: 'spelling' }
}

/** The letters and digits of a name in one piece. */
export const compact = ({ words }: Normalised): string => words.join('')

const lengthOf = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0)
