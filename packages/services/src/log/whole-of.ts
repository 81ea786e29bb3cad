import { emptyRecord } from '@ropewalk/domain/empty.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'

/** A record as the log has it, with what a state older than a field lacks: it was not stated then. */
export const wholeOf = (
  noun: NounKey,
  state: Readonly<Record<string, unknown>> | null | undefined,
): AnyRecord =>
  ({
    declared: {},
    sources: [],
    openQuestions: [],
    archivedAt: null,
    ...emptyRecord(nouns[noun].fields),
    ...state,
  }) as unknown as AnyRecord
