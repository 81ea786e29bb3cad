import type { CellFields, Fields, NounKey } from './field.ts'
import { nouns } from './nouns.ts'
import { questionFields, sourceFields } from './record.ts'

type Lists = Readonly<Record<string, CellFields>>

/** The lists of a record: its own, and those that every record has. */
export const rowsOf = (noun: NounKey): Lists => ({
  ...ownRowsOf(noun),
  sources: sourceFields,
  openQuestions: questionFields,
})

/** The lists that stand in its catalogue. */
export function ownRowsOf(noun: NounKey): Lists {
  const fields: Fields = nouns[noun].fields
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) =>
      field.kind === 'rows' ? [[key, field.fields] as const] : [],
    ),
  )
}
