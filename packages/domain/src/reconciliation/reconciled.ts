import type { Entry, Listed } from './entries.ts'
import type { Candidate, Comparable, Match, SameWhy } from './matcher.ts'

export type Named = Pick<Comparable, 'id' | 'name'>
/** An entry of the list that the register has. */
export type Pair = { entry: Entry; ids: readonly string[]; why: SameWhy }
/** An entry of which only a person can say whether it is one of the candidates. */
export type Doubt = { entry: Entry; candidates: readonly Candidate[] }

/** A list beside the register: every line is in one group, every record that no line names is only here. */
export type Reconciled = {
  inBoth: readonly Pair[]
  candidates: readonly Doubt[]
  onlyThere: readonly Entry[]
  nameless: readonly Listed[]
  onlyHere: readonly Named[]
  /** The records that pairs and candidates speak of. */
  records: readonly Named[]
}

export type Compared = {
  entries: readonly Entry[]
  nameless: readonly Listed[]
  matches: readonly Match[]
  records: readonly Comparable[]
}

export function reconciled({ entries, nameless, matches, records }: Compared): Reconciled {
  const matched = entries.map((entry, at) => ({ entry, match: matches[at] }))
  const inBoth = matched.flatMap(({ entry, match }) =>
    match && 'ids' in match ? [{ entry, ...match }] : [],
  )
  const candidates = matched.flatMap(({ entry, match }) =>
    match && 'candidates' in match ? [{ entry, ...match }] : [],
  )
  const named = new Set(inBoth.flatMap(({ ids }) => ids))
  const spokenOf = new Set(candidates.flatMap((doubt) => doubt.candidates.map(({ id }) => id)))
  const names = records.map(({ id, name }) => ({ id, name }))
  return {
    inBoth,
    candidates,
    onlyThere: matched.flatMap(({ entry, match }) => (match ? [] : [entry])),
    nameless,
    onlyHere: names.filter(({ id }) => !named.has(id)),
    records: names.filter(({ id }) => named.has(id) || spokenOf.has(id)),
  }
}

/** What a person said of a candidate: the entry `key` is the record `id`, or is not. */
export type Decision = { key: string; id: string; same: boolean }

/** The groups once what a person said counts; a candidate nobody spoke of stays one. */
export function decided(result: Reconciled, decisions: readonly Decision[]): Reconciled {
  const said = new Map(decisions.map(({ key, id, same }) => [`${id} ${key}`, same]))
  const judged = result.candidates.map(({ entry, candidates }) => {
    const about = ({ id }: Candidate) => said.get(`${id} ${entry.key}`)
    return {
      entry,
      ids: candidates.filter((each) => about(each) === true).map(({ id }) => id),
      candidates: candidates.filter((each) => about(each) === undefined),
    }
  })
  const confirmed = judged.filter(({ ids }) => ids.length > 0)
  const open = judged.filter(({ ids }) => ids.length === 0)
  const named = new Set(confirmed.flatMap(({ ids }) => ids))
  return {
    ...result,
    inBoth: [
      ...result.inBoth,
      ...confirmed.map(({ entry, ids }) => ({ entry, ids, why: 'confirmed' as const })),
    ],
    candidates: open
      .filter(({ candidates }) => candidates.length > 0)
      .map(({ entry, candidates }) => ({ entry, candidates })),
    onlyThere: [
      ...result.onlyThere,
      ...open.filter(({ candidates }) => candidates.length === 0).map(({ entry }) => entry),
    ],
    onlyHere: result.onlyHere.filter(({ id }) => !named.has(id)),
  }
}

/** How many lines are in each group, and how many records are only here. */
export function countsOf({ inBoth, candidates, onlyThere, nameless, onlyHere }: Reconciled) {
  const linesIn = (entries: readonly Entry[]) =>
    entries.reduce((sum, { lines }) => sum + lines.length, 0)
  const counts = {
    inBoth: linesIn(inBoth.map(({ entry }) => entry)),
    onlyThere: linesIn(onlyThere),
    candidates: linesIn(candidates.map(({ entry }) => entry)),
    nameless: nameless.length,
  }
  const lines = counts.inBoth + counts.onlyThere + counts.candidates + counts.nameless
  return { lines, ...counts, onlyHere: onlyHere.length }
}
