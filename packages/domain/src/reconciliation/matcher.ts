import type { Entry } from './entries.ts'
import { compact, type LikeWhy, likeness, shortestSpelling, spellingTolerance } from './likeness.ts'
import { type Normalised, normalised } from './normalised.ts'

/** A record that lists are compared with, by any of its names; a text not stated is empty. */
export type Comparable = { id: string; name: string; legalEntity: string; service: string }

export type SameWhy = 'sameName' | 'sameEntity' | 'sameService' | 'confirmed'
/** A record that may be meant: how alike from 50 to 99, and why. */
export type Candidate = { id: string; score: number; why: LikeWhy | 'sharedService' }
/** What the register has for an entry: records that bear its name, else candidates (the likeliest three), else nothing. */
export type Match =
  | { ids: readonly string[]; why: SameWhy }
  | { candidates: readonly Candidate[] }
  | undefined

const most = 3

/**
 * Matches entries with records. The same name or legal entity is a match; the same service is one when a single record
 * has it. Everything else is a candidate at most.
 */
export function matcherFor(records: readonly Comparable[]): (entry: Entry) => Match {
  const names = records.flatMap((record) => namesOf(record))
  const exact = Map.groupBy(names, ({ normal }) => normal.key)
  const byWord = indexed(names, ({ normal }) => normal.words)
  const byStart = indexed(names, ({ normal }) => [startOf(normal)])
  const byPair = indexed(names, ({ normal }) => pairsOf(compact(normal)))

  return ({ name, key }) => {
    const same = exact.get(key) ?? []
    for (const whys of [['sameName', 'sameEntity'], ['sameService']] as const) {
      const bearers = same.filter(({ why }) => (whys as readonly string[]).includes(why))
      const ids = unique(bearers.map(({ id }) => id))
      const [first] = bearers
      if (first && (first.why !== 'sameService' || ids.length === 1)) return { ids, why: first.why }
    }
    const normal = normalised(name)
    const near = new Set([
      ...sharingWords(normal, byWord),
      ...(byStart.get(startOf(normal)) ?? []),
      ...spelledLike(normal, byPair),
    ])
    const found = [...near].flatMap((each): Candidate[] => {
      if (each.normal.key === key) return [{ id: each.id, score: 90, why: 'sharedService' }]
      const like = likeness(normal, each.normal)
      return like ? [{ id: each.id, ...like }] : []
    })
    const candidates = bestOfEach(found).slice(0, most)
    return candidates.length > 0 ? { candidates } : undefined
  }
}

type Name = { id: string; why: Exclude<SameWhy, 'confirmed'>; normal: Normalised }

const namesOf = ({ id, name, legalEntity, service }: Comparable): Name[] =>
  (
    [
      ['sameName', name],
      ['sameEntity', legalEntity],
      ['sameService', service],
    ] as const
  )
    .map(([why, text]) => ({ id, why, normal: normalised(text) }))
    .filter(({ normal }) => normal.key !== '')

function indexed(names: readonly Name[], parts: (name: Name) => Iterable<string>) {
  const index = new Map<string, Name[]>()
  for (const name of names)
    for (const part of new Set(parts(name))) {
      const known = index.get(part)
      if (known) known.push(name)
      else index.set(part, [name])
    }
  return index
}
type Index = ReadonlyMap<string, readonly Name[]>

const sharingWords = ({ words }: Normalised, index: Index) =>
  words.flatMap((word) => index.get(word) ?? [])

const startOf = (normal: Normalised) => compact(normal).slice(0, shortestSpelling)

/** Names of which enough pairs of letters are the same: one change of a letter undoes three pairs at most. */
function spelledLike(normal: Normalised, index: Index): Name[] {
  const text = compact(normal)
  const pairs = new Set(pairsOf(text))
  const shared = new Map<Name, number>()
  for (const pair of pairs)
    for (const name of index.get(pair) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1)
  return [...shared].flatMap(([name, count]) => {
    const theirs = compact(name.normal).length
    const length = Math.max(text.length, theirs)
    const changes = Math.floor(length * spellingTolerance)
    if (length < shortestSpelling || Math.abs(text.length - theirs) > changes) return []
    return count >= Math.min(pairs.size, length + 1) - 3 * changes ? [name] : []
  })
}

function pairsOf(text: string): string[] {
  const padded = ` ${text} `
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2))
}

const bestOfEach = (found: readonly Candidate[]): Candidate[] => {
  const inOrder = found.toSorted(
    (one, other) => other.score - one.score || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  )
  return [...Map.groupBy(inOrder, ({ id }) => id).values()].flatMap(([first]) => first ?? [])
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
