import type { NounKey } from '@ropewalk/domain/field.ts'

/** What a file of the whole register says of itself. */
export type RegisterFacts = {
  /** A UUID made once for each register: the same in all of its files. */
  readonly registerId: string
  /** `YYYY-MM-DD` when the file shows an earlier state; null: as it stood when it was made. */
  readonly asOf: string | null
  /** ISO 8601 UTC. */
  readonly generatedAt: string
  /** A UUID of this file alone. */
  readonly exportId: string
  /** The signed checkpoint of the log, as text; null while there is none. */
  readonly head: string | null
  readonly signature: string | null
  /** The id that the next record of each noun will get. */
  readonly nextIds: Readonly<Record<NounKey, string>>
}
