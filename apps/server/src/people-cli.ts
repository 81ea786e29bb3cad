import { userInfo } from 'node:os'
import type { Database } from '@ropewalk/db/database.ts'
import { type Actor, roleNames } from '@ropewalk/domain/permissions.ts'
import { type HeadKeeper, type Heads, headsOf } from '@ropewalk/services/log/heads.ts'
import { addPerson, replacePassword } from '@ropewalk/services/people/add.ts'
import { disablePerson } from '@ropewalk/services/people/disable.ts'
import { listPeople, type ShownPerson } from '@ropewalk/services/people/people.ts'
import { personByEmail } from '@ropewalk/services/people/person.ts'
import { resetSecondFactor } from '@ropewalk/services/people/reset-second-factor.ts'
import { createToken } from '@ropewalk/services/people/tokens.ts'
import type { Context } from '@ropewalk/services/verb.ts'

/** What a command says: `text` on standard output, or `json` with `--json`. */
export type Answer = {
  text: string
  json: unknown
  /** Where the answer itself says that something is wrong. */
  exit?: 1
}

/** The operating system's user, as history names who used the command line. */
export function systemActor(): Actor {
  return { kind: 'system', id: 'system', name: userName() }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`
  }
}

export type CommandContext = Context & {
  heads: Heads
  keeper: HeadKeeper
  /** The public address, where it is set. */
  url: string | undefined
}

/** The context of a command on the database of the server. */
export function commandContext(
  database: Database,
  keeper: HeadKeeper,
  url?: string,
): CommandContext {
  const now = () => new Date()
  const heads = headsOf(database, keeper, now)
  return { database, actor: systemActor(), door: 'command', now, heads, keeper, url }
}

/** A password from standard input: everything but one newline at its end. */
export async function passwordFrom(input: AsyncIterable<Buffer | string>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of input) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}

type NewUser = { email: string; name: string; roles: string[]; expires?: string | undefined }

export async function userAdd(
  context: Context,
  { email, name, roles, expires }: NewUser,
  password: string,
): Promise<Answer> {
  const user = await addPerson.run(context, { email, name, roles, expiresOn: expires, password })
  return { text: user.id, json: plain(user) }
}

/** One line a person: id, e-mail, name, roles, status, separated by tabs. */
export async function userList(context: Context): Promise<Answer> {
  const found = await listPeople.run(context, undefined)
  const lines = found.map(({ id, email, name, roles, status }) =>
    [id, email, name, roles.map((role) => roleNames[role].en).join(', '), status].join('\t'),
  )
  return { text: lines.join('\n'), json: found.map(plain) }
}

export async function userPassword(
  context: Context,
  { email }: { email: string },
  password: string,
): Promise<Answer> {
  const { id } = await replacePassword.run(context, { email, password })
  return { text: id, json: { id } }
}

export async function userDisable(context: Context, { email }: { email: string }): Promise<Answer> {
  const { id, version } = await known(context, email)
  const user = await disablePerson.run(context, { id, version })
  return { text: id, json: plain(user) }
}

/** For who lost the app and the recovery codes: signs in with the password alone, until a new one is turned on. */
export async function userSecondFactorReset(
  context: Context,
  { email }: { email: string },
): Promise<Answer> {
  const { id } = await known(context, email)
  await resetSecondFactor.run(context, { id })
  return { text: id, json: { id } }
}

type NewToken = { email: string; name: string; expires?: string | undefined }

/** The token alone: it is shown this once. */
export async function tokenAdd(
  context: Context,
  { email, name, expires }: NewToken,
): Promise<Answer> {
  const { id } = await known(context, email)
  const made = await createToken.run(context, { person: id, label: name, expiresOn: expires })
  return { text: made.token, json: made }
}

const known = ({ database }: Context, email: string) =>
  database.reading((db) =>
    personByEmail({ db, tables: database.tables }, email.trim().toLowerCase()),
  )

type Plain = Pick<ShownPerson, 'id' | 'email' | 'name' | 'roles' | 'disabledAt' | 'expiresOn'>
const plain = ({ id, email, name, roles, disabledAt, expiresOn }: Plain): Plain => ({
  id,
  email,
  name,
  roles,
  disabledAt,
  expiresOn,
})
