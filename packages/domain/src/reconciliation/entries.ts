import { normalised } from './normalised.ts'

/** One line of a list that is compared: its number in the file, from 1, and the name in it. */
export type Listed = { line: number; text: string }

/** The lines of a list that name the same; `name` is the spelling most of them have. */
export type Entry = { key: string; name: string; lines: readonly Listed[] }

/** The lines of a list by name, in the order of names, and those without one. The order of lines does not matter. */
export function entriesOf(lines: readonly Listed[]): {
  entries: readonly Entry[]
  nameless: readonly Listed[]
} {
  const inOrder = lines.toSorted((one, other) => one.line - other.line)
  const groups = Map.groupBy(inOrder, ({ text }) => normalised(text).key)
  const nameless = groups.get('') ?? []
  groups.delete('')
  const entries = [...groups].map(([key, group]) => ({
    key,
    name: mostUsed(group.map(({ text }) => text.trim())),
    lines: group,
  }))
  return { entries: entries.toSorted(byName), nameless }
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
const byName = (one: Entry, other: Entry) => compare(one.key, other.key)

function mostUsed(spellings: readonly string[]): string {
  const counts = [...Map.groupBy(spellings, (spelling) => spelling)]
  const [first] = counts.toSorted(
    ([one, ones], [other, others]) => others.length - ones.length || compare(one, other),
  )
  return first?.[0] ?? ''
}
