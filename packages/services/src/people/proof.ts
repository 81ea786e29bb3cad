import { invalidField } from '@ropewalk/domain/invalid.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import {
  type About,
  accepted,
  type Context,
  permit,
  type Told,
  type Verb,
  type Work,
  writing,
} from '../verb.ts'
import { codeTries, wrongCode } from './code-tries.ts'
import { countTry, delayFromNow, forgetTries } from './delays.ts'
import { personFields, typedCode, typedPassword } from './fields.ts'
import { hashOfPassword, notYours, ownPassword, passwordTries } from './own-password.ts'
import { isPassword } from './password.ts'
import { type SealingKey, sealingKey } from './sealed-secret.ts'
import { confirmedFactor, takeCode, takeRecoveryCode } from './second-factor.ts'
import { proofKey } from './sessions.ts'

const oneProof = both(
  'Give one proof: a code of your app, or your password.',
  'Donnez une preuve : un code de votre application ou votre mot de passe.',
)

/** What a person may give to show that it is he or she. */
export const proofs = {
  code: typedCode.optional(),
  password: typedPassword.optional(),
  recoveryCode: typedCode.optional(),
}
type Proof = { [kind in keyof typeof proofs]?: string | undefined }
/** What a proof was: for the line of history. */
export type ProvedBy = 'code' | 'password' | 'password and recovery code'

type Proved<Given, Output> = {
  run: (work: Work, given: Given, by: ProvedBy) => Promise<Told<Output>>
  /** Whether one may prove oneself by what is given. */
  takes: (by: ProvedBy) => boolean
}

/**
 * A write of one's own account that a proof must open: a code, the password, or the password with a recovery code.
 * A wrong one is counted and delayed as at sign-in, and told; nothing else of it is done.
 */
export function proved<Input extends z.ZodType<Proof>, Output>(
  about: About & { verb: string },
  input: Input,
  { run, takes }: Proved<z.output<Input>, Output>,
): Verb<Input, Output> {
  type Ready = { given: z.output<Input>; by: ProvedBy; hash: string | undefined; key: SealingKey }
  const write = writing(about, z.custom<Ready>(), async (work, { given, by, hash, key }) => {
    const tries = triesOf(work.actor.id, by)
    if (!(await stands(work, { given, by, hash, key }))) {
      await delayFromNow(work, tries)
      return { change: refused(work, about.verb), result: undefined }
    }
    await forgetTries(work, tries)
    const told = await run(work, given, by)
    return { change: told.change, result: { output: told.result } }
  })
  return {
    input,
    permission: about.permission,
    async run(context, raw) {
      permit(context.actor, about.permission)
      const given = accepted(input, raw, about.fields)
      const by = kindOf(given)
      if (!takes(by)) throw new Refusal('INVALID', oneProof, { field: 'code' })
      await countTry(
        context,
        triesOf(context.actor.id, by),
        by === 'password' ? 'password' : 'code',
      )
      const hash = by === 'code' ? undefined : await rightPassword(context, given, about.verb)
      const ready = { given, by, hash, key: sealingKey(context.secret) }
      const done = await write.run(context, ready)
      if (!done) throw wrongCode(by === 'code' ? 'code' : 'recoveryCode')
      return done.output
    },
  }
}

function kindOf({ code, password, recoveryCode }: Proof): ProvedBy {
  const isOne = (code !== undefined) !== (password !== undefined)
  if (!isOne || (code !== undefined && recoveryCode !== undefined))
    throw new Refusal('INVALID', oneProof, { field: 'code' })
  if (code !== undefined) return 'code'
  return recoveryCode === undefined ? 'password' : 'password and recovery code'
}

const triesOf = (id: string, by: ProvedBy) => (by === 'code' ? codeTries(id) : passwordTries(id))

async function rightPassword(context: Context, { password = '' }: Proof, verb: string) {
  const { hash } = await ownPassword(context)
  if (await isPassword(password, hash)) return hash
  await passwordRefused.run(context, verb)
  throw invalidField('password', personFields.password.label, notYours)
}

type Standing = { given: Proof; by: ProvedBy; hash: string | undefined; key: SealingKey }

// Looking at a password takes its time: meanwhile it may have been changed.
async function stands(work: Work, { given, by, hash, key }: Standing): Promise<boolean> {
  const userId = work.actor.id
  if (by === 'code') {
    if (!(await confirmedFactor(work, userId))) return false
    return takeCode(work, { userId, typed: given.code ?? '', key })
  }
  if (hash === undefined || (await hashOfPassword(work, userId)) !== hash) return false
  return by === 'password' || takeRecoveryCode(work, { userId, typed: given.recoveryCode ?? '' })
}

/** How the log tells what somebody proved to be who he or she is by. */
export const provedNow = ({ actor, session = '' }: Work, by: ProvedBy) => ({
  of: actor.id,
  record: proofKey(actor.id),
  verb: 'people.prove',
  before: null,
  after: { session, by },
})

const refused = ({ actor }: Work, at: string) => ({
  of: actor.id,
  record: proofKey(actor.id),
  verb: 'people.codeRefused',
  before: null,
  after: { at },
})

const passwordRefused = writing(
  { verb: 'people.passwordRefused', permission: 'own-account:change' },
  z.custom<string>(),
  async (work, at) => {
    const { id } = work.actor
    await delayFromNow(work, passwordTries(id))
    return { change: { of: id, record: proofKey(id), before: null, after: { at } }, result: null }
  },
)
