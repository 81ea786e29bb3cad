import type { Database } from '@ropewalk/db/database.ts'
import type { Register } from '@ropewalk/db/records.ts'
import type { Fields } from '@ropewalk/domain/field.ts'
import { invalid } from '@ropewalk/domain/invalid.ts'
import {
  type Actor,
  can,
  isEnrolling,
  type Permission,
  permissionNames,
} from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type * as z from 'zod'
import type { BackupRunner } from './backups/ask-backup.ts'
import { clockOf } from './clock.ts'
import { type Change, writeHistory } from './history.ts'
import type { Moment } from './log/moment.ts'
import type { Mailing } from './mails/mailing.ts'
import type { KeptMail } from './people/kept-mails.ts'
import { refuseStale } from './people/step-up.ts'

/** The way a verb was reached, as history tells it. */
export type Door = 'web' | 'download' | 'command' | 'start' | 'job' | 'public'
export type Context = {
  database: Database
  /** Where the register is read as it stood earlier: that register, and the clock of the question. */
  asOf?: AsOf | undefined
  actor: Actor
  door: Door
  now: () => Date
  /** The session that a person asks from. */
  session?: string | undefined
  /** When the person last gave a password or a code in that session. */
  provedAt?: string | undefined
  /** The secret of the installation, which the keys of what is kept encrypted come from. */
  secret?: string | undefined
  /** What mails are written with; without it nothing can be mailed. */
  mailing?: Mailing | undefined
  /** What the server does with backups; absent elsewhere. */
  backups?: BackupRunner | undefined
  /** The mails of the data folder, where no mail server takes them. */
  keptMails?: (() => Promise<readonly KeptMail[]>) | undefined
}

export type AsOf = { database: Database; moment: Moment }

/** What a verb works with: one consistent state of the register, who asks, and the clock of the question. */
export type Work = Register & {
  actor: Actor
  door: Door
  now: string
  today: string
  session: string | undefined
  secret?: string | undefined
  mailing?: Mailing | undefined
  /** The log of the register, up to the entry that it is read as of. */
  log: Register & { upTo?: number | undefined }
}
/** A verb: every door parses and calls it the same way. */
export type Verb<Input extends z.ZodType, Output> = {
  input: Input
  permission: Permission
  run(context: Context, raw: unknown): Promise<Output>
}

const missing = {
  signedOut: both('Sign in first.', 'Connectez-vous d’abord.'),
  past: both(
    'You are reading the register as it stood earlier: go back to today to change it.',
    'Vous lisez le registre tel qu’il était : revenez à aujourd’hui pour le modifier.',
  ),
  enrol: both(
    'Your role requires a second factor: turn it on under Your account first.',
    'Votre rôle exige un second facteur : activez-le d’abord sous Votre compte.',
  ),
  forbidden: both('You may not {permission}.', 'Vous ne pouvez pas {permission}.'),
}

/** The permission a verb asks for, and the catalogue that names the fields of its input in a refusal. */
export type About = { permission: Permission; fields?: Fields }

/** A read: permission, then the answer from one consistent state. */
export function reading<Input extends z.ZodType, Output>(
  { permission, fields }: About,
  input: Input,
  run: (work: Work, input: z.output<Input>) => Promise<Output>,
): Verb<Input, Output> {
  return {
    input,
    permission,
    async run(context, raw) {
      permit(context.actor, permission)
      const parsed = accepted(input, raw, fields)
      return readingIn(context, permission, (work) => run(work, parsed))
    },
  }
}

/** What an earlier day is asked of; people, sessions and mails are always those of now. */
const timely: ReadonlySet<Permission> = new Set<Permission>([
  'register:read',
  'register:export',
  'history:read',
  'access:read',
])

/** One consistent state of the register of now, or of the day that is asked for. */
export function readingIn<T>(
  context: Context,
  permission: Permission,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const { database, asOf } = context
  if (!asOf || !timely.has(permission))
    return database.reading(async (db) => run(await workIn(context, db)))
  const { tables, engine } = database
  const then = { ...context, database: asOf.database, now: () => new Date(asOf.moment.at) }
  return database.reading((live) =>
    asOf.database.reading(async (db) =>
      run({
        ...(await workIn(then, db)),
        log: { db: live, tables, engine, upTo: asOf.moment.seq },
      }),
    ),
  )
}

/** The register and clock that findings are judged by. */
export const judgedIn = ({ database, asOf, now }: Context) =>
  asOf ? { database: asOf.database, now: () => new Date(asOf.moment.at) } : { database, now }

/** What a write must say: what changed, told in history by the same transaction, and its answer. */
export type Told<Output> = {
  change: Change | readonly Change[]
  result: Output
  /** What follows once the change is told, in the same transaction. */
  afterwards?: () => Promise<void>
}

/**
 * A write: permission, then one transaction that holds the change and its lines of history. `fresh`: refused with
 * STEP_UP unless the person gave a password or a code within the last 10 minutes.
 */
export function writing<Input extends z.ZodType, Output>(
  { verb, permission, fields, fresh }: About & { verb: string; fresh?: boolean },
  input: Input,
  run: (work: Work, input: z.output<Input>) => Promise<Told<Output>>,
): Verb<Input, Output> {
  return {
    input,
    permission,
    async run(context, raw) {
      permit(context.actor, permission)
      if (context.asOf) throw new Refusal('INVALID', missing.past, { field: 'as-of' })
      const parsed = accepted(input, raw, fields)
      if (fresh) refuseStale(context)
      return context.database.writing(async (db) => {
        const work = await workIn(context, db)
        const { change, result, afterwards } = await run(work, parsed)
        await writeHistory(work, verb, Array.isArray(change) ? change : [change])
        await afterwards?.()
        return result
      })
    },
  }
}

export function permit(actor: Actor, permission: Permission): void {
  if (can(actor, permission)) return
  if (actor.kind === 'public') throw new Refusal('UNAUTHORIZED', missing.signedOut)
  if (isEnrolling(actor))
    throw new Refusal('FORBIDDEN', missing.enrol, { details: { permission, secondFactor: true } })
  const name = permissionNames[permission]
  throw new Refusal(
    'FORBIDDEN',
    both(
      missing.forbidden.en.replace('{permission}', name.en),
      missing.forbidden.fr.replace('{permission}', name.fr),
    ),
    { details: { permission } },
  )
}

/** The input as a verb takes it, else a refusal that names the field. */
export function accepted<Input extends z.ZodType>(
  input: Input,
  raw: unknown,
  fields: Fields = {},
): z.output<Input> {
  const parsed = input.safeParse(raw)
  if (parsed.success) return parsed.data
  throw invalid(parsed.error, fields)
}

export async function workIn(
  { database, actor, door, now, session, secret, mailing }: Context,
  db: Register['db'],
): Promise<Work> {
  const register = { db, tables: database.tables, engine: database.engine }
  const at = now()
  const asked = { actor, door, session, secret, mailing }
  return { ...register, ...asked, log: register, ...(await clockOf(register, at)) }
}
