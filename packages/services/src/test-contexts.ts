import type { Database } from '@ropewalk/db/database.ts'
import type { Actor, Role } from '@ropewalk/domain/permissions.ts'
import type { Context } from './verb.ts'

export const person = (...roles: Role[]): Actor => ({
  kind: 'person',
  id: `user-${roles.join('-')}`,
  name: roles.join(' and '),
  roles,
})

export const testSecret = 'a secret of the installation, for tests'

/** A context at a settable clock, as the web door makes one just after sign-in. */
export function contextOf(
  database: Database,
  actor: Actor = person('dpo'),
  at = '2026-11-24T15:00:00.000Z',
): Context {
  const mailing = { base: 'https://register.example', domain: 'register.example', hasServer: false }
  const asked = { door: 'web', provedAt: at, secret: testSecret, mailing } as const
  return { database, actor, now: () => new Date(at), ...asked }
}
