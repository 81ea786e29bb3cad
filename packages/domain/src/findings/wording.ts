import type { Look } from '../look.ts'
import { nounOf } from '../nouns.ts'
import { answerWords } from '../values.ts'
import { both, type Text } from '../words.ts'

/** A name for a place in a sentence: the name, else the id, else *not stated*. */
export const called = (record: { name: string; id: string } | undefined): string | Text =>
  record ? record.name || record.id : answerWords.notStated

/** The name of any record that a look can see, by its id. */
export function nameOf(id: string | null, look: Look): string | Text {
  const noun = id === null ? undefined : nounOf(id)
  if (noun === undefined || noun === 'activity') return id ?? answerWords.notStated
  return look[noun](id)?.name || (id ?? answerWords.notStated)
}

// Half of a character that a cut would leave behind.
const loneHalf = /[\ud800-\udbff]$/
/** The start of a text that may be long, else *not stated*. */
export function excerpt(text: string, most = 100): string | Text {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim()
  if (line === '') return answerWords.notStated
  return line.length <= most ? line : `${line.slice(0, most).replace(loneHalf, '').trimEnd()}…`
}

/** Several names in one place: `a, b and c`; at most five, then how many more. */
export function listed(parts: readonly (string | Text)[]): Text {
  const texts = parts.map((part) => (typeof part === 'string' ? both(part, part) : part))
  const shown = texts.length > most ? texts.slice(0, most - 1) : texts
  const more = texts.length - shown.length
  const all = more > 0 ? [...shown, both(`${more} more`, `${more} autres`)] : shown
  return both(joint(all, 'en', ' and '), joint(all, 'fr', ' et '))
}

const most = 5
function joint(texts: readonly Text[], language: 'en' | 'fr', last: string): string {
  const words = texts.map((text) => text[language])
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')}${last}${words.at(-1)}`
}
