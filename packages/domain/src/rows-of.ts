import type { CellFields, Fields, NounKey } from './field.ts'
import { nouns } from './nouns.ts'
import { questionFields, sourceFields } from './record.ts'

/** The lists of a record: its own, and those that every record has. */
export function rowsOf(noun: NounKey): Readonly<Record<string, CellFields>> {
  const fields: Fields = nouns[noun].fields
  const own = Object.entries(fields).flatMap(([key, field]) =>
    field.kind === 'rows' ? [[key, field.fields] as const] : [],
  )
  return { ...Object.fromEntries(own), sources: sourceFields, openQuestions: questionFields }
}
