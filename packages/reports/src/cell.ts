import { answerWords, joined, yesNoWords } from '@ropewalk/domain/values.ts'
import type { Language, Text } from '@ropewalk/domain/words.ts'

/** A choice: programs read its key, people its label. */
export type Word = { readonly key: string; readonly label: Text }

/** One value; `null` is not stated. */
export type Item = string | number | Word | null
/** One fact of a row. An empty text is an event that has not come about yet. */
export type Cell = Item | boolean | readonly Item[]
export type Row = Cell[]

/** How people read a cell: several values are joined, nothing stated reads `not stated`. */
export function cellText(cell: Cell, language: Language): string {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return yesNoWords[cell ? 'yes' : 'no'][language]
  return isList(cell)
    ? joined(cell.map((item) => itemText(item, language)))
    : itemText(cell, language)
}

/** How programs read a cell: numbers, lists and keys of choices; `null` where nothing is stated. */
export function cellJson(cell: Cell): unknown {
  if (isList(cell)) return cell.map(itemJson)
  return typeof cell === 'boolean' ? cell : itemJson(cell)
}

/** The same, each value of a list by itself. */
export const cellParts = (cell: Cell, language: Language): string[] =>
  isList(cell) ? cell.map((item) => itemText(item, language)) : [cellText(cell, language)]

function itemText(item: Item, language: Language): string {
  if (typeof item === 'string') return item
  if (item === null) return answerWords.notStated[language]
  return typeof item === 'number' ? String(item) : item.label[language]
}

function itemJson(item: Item): string | number | null {
  if (item === null || item === '') return null
  return typeof item === 'object' ? item.key : item
}

const isList = (cell: Cell): cell is readonly Item[] => Array.isArray(cell)
