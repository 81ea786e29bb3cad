import { type Answer, type Field, isOpen } from '@ropewalk/domain/field.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'

/** The declared answers that a field takes on this record. */
export const answersOf = (field: Field, record: AnyRecord): Answer[] =>
  (['none', 'notApplicable'] as const).filter((answer) =>
    isOpen(field.takes?.[answer], record.role),
  )
