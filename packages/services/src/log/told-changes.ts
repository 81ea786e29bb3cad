import { differencesBetween } from '@ropewalk/domain/differences.ts'
import { emptyRecord } from '@ropewalk/domain/empty.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import { canonicalText } from '@ropewalk/log/canonical.ts'

/** One changed field, as text on both sides; an empty side was not stated. */
export type FieldChange = { field: string; before: string; after: string }
export type Reader = { language: Language; names: (id: string) => string | undefined }
type State = Readonly<Record<string, unknown>> | null | undefined

/** What differs between two states of anything that the log keeps, field by field. */
export function fieldChanges(
  record: string,
  { before, after }: { before: State; after: State },
  reader: Reader,
): FieldChange[] {
  const noun = nounOf(record)
  return noun ? recordChanges(noun, { before, after }, reader) : plainChanges(before, after)
}

function recordChanges(
  noun: NounKey,
  { before, after }: { before: State; after: State },
  reader: Reader,
): FieldChange[] {
  const states = { before: wholeOf(noun, before), after: wholeOf(noun, after) }
  const facts = differencesBetween(noun, states, reader).map(({ label, ...sides }) => ({
    field: label,
    before: sides.before,
    after: sides.after,
  }))
  const { archivedAt: was } = states.before
  const { archivedAt: is } = states.after
  return was === is
    ? facts
    : [...facts, { field: 'archived_at', before: was ?? '', after: is ?? '' }]
}

const wholeOf = (noun: NounKey, state: State): AnyRecord =>
  ({ ...emptyOf(noun), ...state }) as unknown as AnyRecord

const empties = new Map<NounKey, Readonly<Record<string, unknown>>>()
/** What a record has before anything is said of it. */
function emptyOf(noun: NounKey) {
  const known = empties.get(noun)
  if (known) return known
  const lists = { declared: {}, sources: [], openQuestions: [], archivedAt: null }
  const empty = { ...lists, ...emptyRecord(nouns[noun].fields) }
  empties.set(noun, empty)
  return empty
}

function plainChanges(before: State, after: State): FieldChange[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort()
  return keys.flatMap((field) => {
    const sides = [before?.[field], after?.[field]].map(plain)
    const [was = '', is = ''] = sides
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : canonicalText(value)
}
