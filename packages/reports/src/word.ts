import type { Answer, Options } from '@ropewalk/domain/field.ts'
import { countryText } from '@ropewalk/domain/reference/countries.ts'
import { answerWords } from '@ropewalk/domain/values.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Word } from './cell.ts'

/** The answers that a person gives where no value stands, as JSON and people read them. */
export const answers: Readonly<Record<Answer, Word>> = {
  none: { key: 'none', label: answerWords.none },
  notApplicable: { key: 'not applicable', label: answerWords.notApplicable },
}

const known = new WeakMap<Options, Map<string, Word>>()

/** The word of a choice; `null` where nothing is chosen. */
export function wordOf(options: Options, key: string | null): Word | null {
  if (key === null) return null
  const words = known.get(options) ?? new Map<string, Word>()
  known.set(options, words)
  const word = words.get(key) ?? { key, label: options[key] ?? both(key, key) }
  words.set(key, word)
  return word
}

export const wordsOf = (options: Options, keys: readonly string[]): Word[] =>
  keys.flatMap((key) => wordOf(options, key) ?? [])

const countries = new Map<string, Word>()
/** A country: programs read its code of ISO 3166-1, people its name. */
export function countryWord(code: string | null): Word | null {
  if (code === null) return null
  const word = countries.get(code) ?? { key: code, label: countryText(code) }
  countries.set(code, word)
  return word
}

/** Each word once, in the order of first mention; `null` stays as one hole. */
export const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)]
