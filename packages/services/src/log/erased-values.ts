import { emptyValue } from '@ropewalk/domain/empty.ts'
import type { CellFields, Field, Fields } from '@ropewalk/domain/field.ts'
import { nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import { questionFields, sourceFields } from '@ropewalk/domain/record.ts'
import type { State } from '@ropewalk/log/state.ts'

const texts = new Set<Field['kind']>(['text', 'prose', 'wording', 'email', 'url'])
/** What stands where a value was erased. */
const erasedWords = (day: string): string => `erased on ${day}`

type Values = Record<string, unknown>

/** A state whose erased values read `erased on <day>`; those that are no text are empty. Null where it is gone. */
export function withErasures(
  record: string,
  { after, erased }: State,
  when: ReadonlyMap<number, string>,
): NonNullable<State['after']> | null {
  if (!after || erased.length === 0) return after
  const noun = nounOf(record)
  const fields: Fields = noun ? nouns[noun].fields : {}
  const whole: Values = structuredClone(after)
  for (const { path, by } of erased) {
    const [root, key = '', rowId, cell = ''] = path
    if (root !== 'after') continue
    const words = erasedWords(when.get(by) ?? '')
    if (rowId === undefined) whole[key] = standIn(fields[key], words)
    else {
      const row = (whole[key] as (Values & { rowId: string })[]).find(
        (each) => each.rowId === rowId,
      )
      if (row) row[cell] = standIn(cellsOf(fields, key)[cell], words)
    }
  }
  return whole
}

// What no catalogue names (the name of a person, a label) is text.
const standIn = (field: Field | undefined, words: string): unknown =>
  field === undefined || texts.has(field.kind) ? words : emptyValue(field)

function cellsOf(fields: Fields, key: string): CellFields {
  if (key === 'sources') return sourceFields
  if (key === 'openQuestions') return questionFields
  const field = fields[key]
  return field?.kind === 'rows' ? field.fields : {}
}

/** Who, why and what, as people read them: what was erased says so. */
export type Shown = { who: string; reason: string; after: State['after'] }

export function shownState(record: string, state: State, when: ReadonlyMap<number, string>): Shown {
  const { who, reason, erased } = state
  const gone = (cell: string) => {
    const found = erased.find(({ path }) => path[0] === cell)
    return found && erasedWords(when.get(found.by) ?? '')
  }
  return {
    who: gone('who') ?? who,
    reason: gone('reason') ?? reason,
    after: withErasures(record, state, when),
  }
}
