import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { personFields } from './fields.ts'
import { proofs, proved, provedNow } from './proof.ts'

/** A fresh proof in this session, by the password or a code: what asks for one is open for 10 minutes. */
export const prove = proved(
  { verb: 'people.prove', permission: 'own-account:change', fields: personFields },
  z.strictObject({ code: proofs.code, password: proofs.password }),
  {
    takes: (by) => by === 'code' || by === 'password',
    async run(work, _, by) {
      const { db, tables, session = '', now } = work
      const { sessions } = tables
      await db.update(sessions).set({ provedAt: now }).where(eq(sessions.id, session))
      return { change: provedNow(work, by), result: {} }
    },
  },
)
