import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { eq } from 'drizzle-orm'
import * as z from 'zod'
import { reading } from '../verb.ts'
import { codeTries, wrongCode } from './code-tries.ts'
import { countTry, forgetTries } from './delays.ts'
import { personFields, typedCode } from './fields.ts'
import { personOf } from './person.ts'
import { prepared } from './prepared.ts'
import { proofs, proved, provedNow } from './proof.ts'
import { sealed, sealingKey } from './sealed-secret.ts'
import {
  confirmedFactor,
  dropFactor,
  factorKey,
  factorOf,
  newRecoveryCodes,
  newTotpSecret,
  recoveryCodesLeft,
  takeCode,
  toldFactor,
  totpAddress,
} from './second-factor.ts'
import { endSessions } from './sessions.ts'

const refusals = {
  on: both('Your second factor is on already.', 'Votre second facteur est déjà activé.'),
  off: both('Begin anew: nothing awaits a code.', 'Recommencez : rien n’attend de code.'),
}
const about = { permission: 'own-account:change', fields: personFields } as const

/** Since when one's own second factor is on (null: off), and how many recovery codes are left. */
export const readOwnSecondFactor = reading(about, z.unknown(), async (work) => ({
  since: (await confirmedFactor(work, work.actor.id))?.confirmedAt ?? null,
  recoveryCodesLeft: await recoveryCodesLeft(work, work.actor.id),
}))

/** A new secret for an app, as text and as the address that it scans. Nothing is asked for until it is confirmed. */
export const beginSecondFactor = prepared(
  { verb: 'people.beginSecondFactor', fresh: true, ...about },
  z.unknown(),
  {
    prepare: async (context) => sealingKey(context.secret),
    async run(work, key) {
      const { id } = work.actor
      if (await confirmedFactor(work, id)) throw new Refusal('INVALID', refusals.on)
      const { email } = await personOf(work, id)
      const { secondFactors } = work.tables
      const secret = newTotpSecret()
      const set = { secret: sealed(key, secret, id), createdAt: work.now, lastStep: 0 }
      await work.db
        .insert(secondFactors)
        .values({ userId: id, ...set })
        .onConflictDoUpdate({ target: secondFactors.userId, set })
      const change = {
        of: id,
        record: factorKey(id),
        before: null,
        after: await toldFactor(work, id),
      }
      return { change, result: { secret, address: totpAddress(secret, email) } }
    },
  },
)

/** Turns the second factor on by a code of the app; gives the recovery codes, this once. Other sessions end. */
export const confirmSecondFactor = prepared(
  { verb: 'people.confirmSecondFactor', fresh: true, ...about },
  z.strictObject({ code: typedCode }),
  {
    async prepare(context, { code }) {
      await countTry(context, codeTries(context.actor.id), 'code')
      return { typed: code, key: sealingKey(context.secret) }
    },
    async run(work, { typed, key }) {
      const { id: userId } = work.actor
      const factor = await factorOf(work, userId)
      if (!factor) throw new Refusal('INVALID', refusals.off, { field: 'code' })
      if (factor.confirmedAt) throw new Refusal('INVALID', refusals.on)
      if (!(await takeCode(work, { userId, typed, key }))) throw wrongCode()
      await forgetTries(work, codeTries(userId))
      const { secondFactors } = work.tables
      await work.db
        .update(secondFactors)
        .set({ confirmedAt: work.now })
        .where(eq(secondFactors.userId, userId))
      await endSessions(work, userId, work.session)
      const recoveryCodes = await newRecoveryCodes(work, userId)
      const after = await toldFactor(work, userId)
      const change = { of: userId, record: factorKey(userId), before: null, after }
      return { change, result: { recoveryCodes } }
    },
  },
)

/** Ten new recovery codes for a code of the app; those of before no longer work. */
export const replaceRecoveryCodes = proved(
  { verb: 'people.replaceRecoveryCodes', ...about },
  z.strictObject({ code: typedCode }),
  {
    takes: (by) => by === 'code',
    async run(work, _, by) {
      const { id } = work.actor
      const recoveryCodes = await newRecoveryCodes(work, id)
      const after = await toldFactor(work, id)
      const change = { of: id, record: factorKey(id), before: null, after }
      return { change: [provedNow(work, by), change], result: { recoveryCodes } }
    },
  },
)

/** Turns one's own second factor off, for a code of the app, or the password with a recovery code. */
export const turnOffSecondFactor = proved(
  { verb: 'people.turnOffSecondFactor', ...about },
  z.strictObject(proofs),
  {
    takes: (by) => by !== 'password',
    async run(work, _, by) {
      const { id } = work.actor
      await dropFactor(work, id)
      const change = { of: id, record: factorKey(id), before: null, after: null }
      return { change: [provedNow(work, by), change], result: {} }
    },
  },
)
