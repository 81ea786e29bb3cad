import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'

/** What is searched of a record: its id, its searched fields and cells, its questions, the lines it rests on. */
export function searchText(noun: NounKey, record: AnyRecord): string {
  const questions = record.openQuestions.map((row) => row.question)
  const lines = record.sources.map((source) => source.lines)
  const parts = [record.id, ...searchedIn(nouns[noun].fields, record), ...questions, ...lines]
  return parts.filter((part) => part !== '').join('\n')
}

function searchedIn(fields: Fields, values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields).flatMap(([key, field]): string[] => {
    const value = values[key]
    if (field.kind === 'rows')
      return (value as readonly Record<string, unknown>[]).flatMap((row) =>
        searchedIn(field.fields, row),
      )
    if (!field.searched) return []
    return Array.isArray(value) ? (value as string[]) : [String(value ?? '')]
  })
}
