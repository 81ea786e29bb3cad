import { choice, choices, day, email, text } from '@ropewalk/domain/field.ts'
import { type Role, roleNames, roles } from '@ropewalk/domain/permissions.ts'
import { schemaOf } from '@ropewalk/domain/schema.ts'
import { both, languages, type Text } from '@ropewalk/domain/words.ts'
import * as z from 'zod'

export const languageNames = {
  en: both('English', 'English'),
  fr: both('français', 'français'),
} as const

const chapter = 'contacts' as const
/** The fields of a person and of a token, as refusals and forms name them. */
export const personFields = {
  id: text({ label: both('Person', 'Personne'), chapter }),
  name: text({ label: both('Name', 'Nom'), chapter }),
  email: email({ label: both('E-mail', 'Adresse électronique'), chapter }),
  roles: choices(roleNames, { label: both('Roles', 'Rôles'), chapter }),
  language: choice(languageNames, { label: both('Language', 'Langue'), chapter }),
  expiresOn: day({
    label: both('Last day of the account', 'Dernier jour du compte'),
    chapter,
  }),
  password: text({ label: both('Password', 'Mot de passe'), chapter }),
  current: text({ label: both('Current password', 'Mot de passe actuel'), chapter }),
  next: text({ label: both('New password', 'Nouveau mot de passe'), chapter }),
  code: text({ label: both('Code', 'Code'), chapter }),
  recoveryCode: text({ label: both('Recovery code', 'Code de récupération'), chapter }),
} as const

export const tokenFields = {
  person: personFields.id,
  label: text({ label: both('What it is for', 'À quoi il sert'), chapter }),
  expiresOn: day({ label: both('Last day', 'Dernier jour'), chapter }),
} as const

const numbered = (prefix: 'US' | 'TK', text: Text) =>
  z.string().refine((id) => new RegExp(`^${prefix}-\\d{4,12}$`).test(id), { params: { text } })
export const personId = numbered(
  'US',
  both(
    'a person is named by a number, such as US-0001',
    'une personne est désignée par un numéro, par exemple US-0001',
  ),
)
export const tokenId = numbered(
  'TK',
  both(
    'a token is named by its number, such as TK-0001',
    'un jeton est désigné par son numéro, par exemple TK-0001',
  ),
)
export const personName = schemaOf(personFields.name).pipe(z.string().min(1))
export const tokenLabel = schemaOf(tokenFields.label).pipe(z.string().min(1))
/** An e-mail address in lower case: who types capitals is the same person. */
export const personEmail = schemaOf(personFields.email)
  .pipe(z.string().min(1))
  .transform((value) => value.toLowerCase())
export const personRoles = z
  .array(z.enum(roles as [Role, ...Role[]]))
  .min(1)
  .max(roles.length)
  .transform((given) => roles.filter((role) => given.includes(role)))
export const personLanguage = z.enum(languages)
export const lastDay = schemaOf(personFields.expiresOn).pipe(z.string().nullable())
/** A code of an app or a recovery code, as typed. */
export const typedCode = z.string().max(100)
/** What a form may hold where a password is asked: what it must be like is told by `refuseWeak`. */
export const typedPassword = z.string().max(1_000)
