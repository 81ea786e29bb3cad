import { emptyRecord } from '@ropewalk/domain/empty.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'

type Plain = Readonly<Record<string, unknown>>

const empties = new Map<NounKey, Plain>()

/** A record as the log has it, with what a state older than a field lacks: it was not stated then. */
export const wholeOf = (noun: NounKey, state: Plain | null | undefined): AnyRecord =>
  ({ ...emptyOf(noun), ...state }) as unknown as AnyRecord

/** What a record has before anything is said of it. */
function emptyOf(noun: NounKey): Plain {
  const known = empties.get(noun)
  if (known) return known
  const lists = { declared: {}, sources: [], openQuestions: [], archivedAt: null }
  const empty = { ...lists, ...emptyRecord(nouns[noun].fields) }
  empties.set(noun, empty)
  return empty
}
