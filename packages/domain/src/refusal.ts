import { type Language, say, type Text, type Values } from './words.ts'

export type RefusalCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'STEP_UP'
  | 'UNAUTHORIZED'
  | 'CONFLICT'
  | 'INVALID'
  | 'TOO_LARGE'
  | 'TOO_MANY'
  | 'NO_ROOM'
  | 'UNAVAILABLE'

type Particulars = {
  values?: Values
  /** The field or address in the input that is wrong, such as `purposes.2.legalBasis`. */
  field?: string
  /** What the caller needs to go on: both versions of a record, the permission missing. */
  details?: unknown
}

/** A refusal the caller can act on, with a sentence fit for a person. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly text: Text
  readonly values: Values
  readonly field: string | undefined
  readonly details: unknown

  constructor(code: RefusalCode, text: Text, particulars: Particulars = {}) {
    super(say(text, 'en', particulars.values))
    this.name = 'Refusal'
    this.code = code
    this.text = text
    this.values = particulars.values ?? {}
    this.field = particulars.field
    this.details = particulars.details
  }

  sentence(language: Language): string {
    return say(this.text, language, this.values)
  }
}
