import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { personFields } from './fields.ts'
import { proofs, proved } from './proof.ts'
import { proofKey } from './sessions.ts'

/** A fresh proof in this session, by the password or a code: what asks for one is open for 10 minutes. */
export const prove = proved(
  { verb: 'people.prove', permission: 'own-account:change', fields: personFields },
  z.strictObject({ code: proofs.code, password: proofs.password }),
  {
    takes: (by) => by === 'code' || by === 'password',
    async run({ db, tables, actor, session = '', now }, _, by) {
      const { sessions } = tables
      await db.update(sessions).set({ provedAt: now }).where(eq(sessions.id, session))
      const record = proofKey(actor.id)
      return { change: { of: actor.id, record, before: null, after: { session, by } }, result: {} }
    },
  },
)
