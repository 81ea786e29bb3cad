import type { Look } from '@ropewalk/domain/look.ts'
import type { Organisation } from '@ropewalk/domain/organisation.ts'
import type { Names } from '@ropewalk/domain/values.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import type { Exported } from '../scene.ts'

/** Everything a report is drawn from, so that an earlier state of the register can be given as well as the present one. */
export type ReportSource = {
  /** Records of every noun in id order, each with its findings. */
  readonly records: readonly Exported[]
  readonly look: Look
  /** Whose register it is. */
  readonly organisation: Organisation | undefined
  /** Names of people of the house, by id. */
  readonly people: Names
  readonly language: Language
  /** `YYYY-MM-DD`. */
  readonly asOf: string
  /** ISO 8601 UTC. */
  readonly generatedAt: string
  /** The head of the log that this state stands under. */
  readonly head: string | undefined
}

/** The two records of Art. 30 GDPR: of a controller, Art. 30(1), and of a processor, Art. 30(2). */
export type RecordKind = 'controller' | 'processor'
