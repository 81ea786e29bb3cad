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

type Values = Readonly<Record<string, unknown>>
function searchedIn(fields: Fields, values: Values): string[] {
  const parts: string[] = []
  for (const [key, cells] of searchedKeys(fields)) {
    const value = values[key]
    if (cells) for (const row of value as readonly Values[]) parts.push(...searchedIn(cells, row))
    else if (Array.isArray(value)) parts.push(...(value as string[]))
    else parts.push(String(value ?? ''))
  }
  return parts
}

type Searched = readonly (readonly [key: string, cells: Fields | undefined])[]
const known = new WeakMap<Fields, Searched>()

function searchedKeys(fields: Fields): Searched {
  const made =
    known.get(fields) ??
    Object.entries(fields).flatMap(([key, field]): Searched => {
      if (field.kind !== 'rows') return field.searched ? [[key, undefined]] : []
      return searchedKeys(field.fields).length === 0 ? [] : [[key, field.fields]]
    })
  known.set(fields, made)
  return made
}
