import { can } from '@ropewalk/domain/permissions.ts'
import type { Context } from '../verb.ts'
import { momentOf } from './moment.ts'
import { registerAt } from './register-at.ts'

/** The same asker with the register as of a day or an instant. Refuses a malformed or a future one. */
export async function contextAt<C extends Context>(
  context: C,
  asOf: string | undefined,
): Promise<C> {
  if (asOf === undefined || !can(context.actor, 'register:read')) return context
  const { database, now } = context
  const moment = await momentOf(database, asOf, now())
  return { ...context, asOf: { moment, database: await registerAt(database, moment.seq) } }
}
