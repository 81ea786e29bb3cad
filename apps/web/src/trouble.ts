import { both, type Text } from '@ropewalk/domain/words.ts'
import { TRPCClientError } from '@trpc/client'
import type { Say } from './language.ts'

/** Why the server did not do a thing: its sentence, and the field it is about. */
export type Trouble = {
  code: string
  message: string
  field?: string | undefined
  details?: unknown
}

/** The refusal in an error, or one neutral sentence when there is none. */
export function troubleIn(error: unknown, say: Say): Trouble {
  if (isTrouble(error)) return error
  if (error instanceof TRPCClientError) {
    const refused: Refused | null | undefined = error.data?.refused
    if (refused) return { ...refused, message: say(refused.text) }
    if (!error.data) return { code: 'GONE', message: say(words.gone) }
    return { code: String(error.data.code), message: say(words.bug) }
  }
  if (error instanceof TypeError) return { code: 'GONE', message: say(words.gone) }
  return { code: 'BUG', message: say(words.bug) }
}
type Refused = { code: string; text: Text; field: string | undefined; details: unknown }

/** What the addresses outside tRPC answer when they refuse. */
export const isTrouble = (value: unknown): value is Trouble =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Error) &&
  'code' in value &&
  typeof value.code === 'string' &&
  'message' in value &&
  typeof value.message === 'string'

const words = {
  gone: both(
    'The server does not answer. What you typed is kept here; try again in a moment.',
    'Le serveur ne répond pas. Votre saisie est conservée ici ; réessayez dans un instant.',
  ),
  bug: both(
    'Something went wrong on our side. Nothing was changed; it has been logged.',
    'Un problème est survenu de notre côté. Rien n’a été modifié ; il a été consigné.',
  ),
}
