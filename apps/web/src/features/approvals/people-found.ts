import { folded } from '@ropewalk/domain/foreign-text.ts'

export type PersonItem = { id: string; label: string }

/** The people whose names hold what was typed. */
export const peopleFound = (
  people: readonly { id: string; name: string }[],
  query: string,
): PersonItem[] =>
  people
    .filter(({ name }) => folded(name).includes(folded(query)))
    .map(({ id, name }) => ({ id, label: name }))
