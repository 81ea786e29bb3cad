import type { AnyRecord } from '@ropewalk/domain/record.ts'
import type { Names } from '@ropewalk/domain/values.ts'

export type PolicyLine = { number: number; words: string }

/** 1-based numbers of the lines that a citation names: `L52 L134-L139`. */
export function numbersIn(lines: string): number[] {
  return lines.split(/\s+/).flatMap((each) => {
    const [, from, to] = /^L(\d+)(?:-L?(\d+))?$/.exec(each) ?? []
    if (!from) return []
    const [first, last] = [Number(from), Number(to ?? from)]
    return Array.from(
      { length: Math.min(Math.max(last - first + 1, 1), 50) },
      (_, index) => first + index,
    )
  })
}

/** The lines of one document that a record cites, in order. */
export function citedLines(
  record: Pick<AnyRecord, 'sources'>,
  documentId: string,
  text: string,
): PolicyLine[] {
  const all = text.split('\n')
  const cited = record.sources
    .filter((source) => source.document === documentId)
    .flatMap((source) => numbersIn(source.lines))
  return [...new Set(cited)]
    .toSorted((one, other) => one - other)
    .flatMap((number) => {
      const words = all[number - 1]
      return words ? [{ number, words }] : []
    })
}

/** The texts of a record that may stand in a line of the policy: values and the names of what is linked. */
export function phrasesOf(record: AnyRecord, names: Names): string[] {
  const found = new Set<string>()
  const visit = (value: unknown) => {
    if (typeof value === 'string') {
      found.add(value)
      const name = names(value)
      if (name) found.add(name)
    } else if (Array.isArray(value)) for (const each of value) visit(each)
    else if (value && typeof value === 'object')
      for (const each of Object.values(value)) visit(each)
  }
  const { sources: _, openQuestions: __, declared: ___, ...facts } = record
  visit(Object.values(facts))
  return [...found].filter((text) => text.length >= 4)
}

export type Part = { text: string; isMarked: boolean }

/** A line in parts: those marked are runs of three words or more that also stand in a phrase, or a whole short phrase. */
export function marked(line: string, phrases: readonly string[]): Part[] {
  const words = [...line.matchAll(/[\p{L}\p{N}’'-]+/gu)].map((match) => ({
    text: plain(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const known = phrases.map((phrase) => ` ${wordsOf(phrase).join(' ')} `)
  const ranges: [number, number][] = []
  for (let index = 0; index < words.length; ) {
    const length = longestRun(
      words.map((word) => word.text),
      index,
      known,
    )
    if (length === 0) {
      index += 1
      continue
    }
    ranges.push([words[index]?.start ?? 0, words[index + length - 1]?.end ?? 0])
    index += length
  }
  return partsOf(line, ranges)
}

function longestRun(words: readonly string[], from: number, phrases: readonly string[]): number {
  let best = 0
  for (const phrase of phrases) {
    let length = 0
    while (
      from + length < words.length &&
      phrase.includes(` ${words.slice(from, from + length + 1).join(' ')} `)
    )
      length += 1
    const isWhole = phrase.trim() === words.slice(from, from + length).join(' ')
    const isLong = (words[from] ?? '').length >= 4 || length >= 2
    if (length > best && (length >= 3 || (isWhole && isLong))) best = length
  }
  return best
}

function partsOf(line: string, ranges: readonly [number, number][]): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start > at) parts.push({ text: line.slice(at, start), isMarked: false })
    parts.push({ text: line.slice(start, end), isMarked: true })
    at = end
  }
  if (at < line.length) parts.push({ text: line.slice(at), isMarked: false })
  return parts
}

const plain = (word: string) => word.toLowerCase().replaceAll('’', "'")
const wordsOf = (text: string) =>
  [...text.matchAll(/[\p{L}\p{N}’'-]+/gu)].map((match) => plain(match[0]))
