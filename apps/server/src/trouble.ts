import { Refusal, type RefusalCode } from '@ropewalk/domain/refusal.ts'
import { both, type Text, type Values } from '@ropewalk/domain/words.ts'

/** What an answer says when something was thrown. `bug`: nobody's fault but ours, to be logged. */
export type Trouble = {
  status: number
  code: RefusalCode | 'INTERNAL'
  text: Text
  values: Values
  field?: string | undefined
  details?: unknown
  bug: boolean
}

/** The status of each refusal. */
export const statusOf = {
  INVALID: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  STEP_UP: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  TOO_MANY: 429,
  UNAVAILABLE: 503,
  NO_ROOM: 507,
} as const satisfies Record<RefusalCode, number>

/** Any thrown thing as what may be told of it: a refusal keeps its sentence, a bug gets a neutral one. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refusal) {
    const { code, text, values, field, details } = error
    return { status: statusOf[code], code, text, values, field, details, bug: false }
  }
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  const known = ofFastify[String(code)]
  if (known) return { ...known, values: {}, bug: false }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return { status: statusCode, code: 'INVALID', text: notUnderstood, values: {}, bug: false }
  return { status: 500, code: 'INTERNAL', text: ourFault, values: {}, bug: true }
}

/** A refusal whose status is finer than its code's: 415, 421. */
export const troubleWith = (status: number, code: RefusalCode, text: Text): Trouble => ({
  status,
  code,
  text,
  values: {},
  bug: false,
})

export const nothingHere = both(
  'There is nothing at this address.',
  'Il n’y a rien à cette adresse.',
)
export const wrongType = both(
  'What was sent is not of a kind that this address takes.',
  'Ce qui a été envoyé n’est pas d’un type que cette adresse accepte.',
)
const ourFault = both(
  'Something went wrong on our side. What was saved before is safe; try again, and if it stays, tell your administrator the reference.',
  'Une erreur s’est produite de notre côté. Ce qui était enregistré reste intact ; réessayez et, si elle persiste, indiquez la référence à votre administrateur.',
)
const notUnderstood = both(
  'The request could not be understood.',
  'La demande n’a pas pu être comprise.',
)
const notJson = both(
  'What was sent is not readable JSON.',
  'Ce qui a été envoyé n’est pas du JSON lisible.',
)

type Known = Pick<Trouble, 'status' | 'code' | 'text'>

const ofFastify: Record<string, Known> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'TOO_LARGE',
    text: both('What was sent is too large.', 'Ce qui a été envoyé est trop volumineux.'),
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'INVALID', text: wrongType },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'INVALID', text: notJson },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'INVALID', text: notJson },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, code: 'INVALID', text: notUnderstood },
  FST_ERR_BAD_URL: {
    status: 400,
    code: 'INVALID',
    text: both('The address is malformed.', 'L’adresse est mal formée.'),
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 414,
    code: 'TOO_LARGE',
    text: both('The address is too long.', 'L’adresse est trop longue.'),
  },
}
