import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, say, type Text } from '@ropewalk/domain/words.ts'
import * as z from 'zod'
import { isLoopback } from './loopback.ts'

export type Settings = Readonly<z.output<typeof environment>>
export type Environment = Readonly<Record<string, string | undefined>>

/** The settings of the environment. Refuses the first wrong one with a sentence naming its variable. */
export function settingsFrom(variables: Environment, folder = process.cwd()): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()))
  const read = environment.safeParse({ ...given, folder })
  if (read.success) return read.data
  const variable = String(read.error.issues[0]?.path[0])
  const value = given[variable]
  const shown = value === undefined || confidential.has(variable) ? noValue : withValue
  const text = (language: 'en' | 'fr') =>
    say(shown, language, {
      variable,
      must: say(musts[variable] ?? musts.otherwise, language),
      value: JSON.stringify(value?.slice(0, 80)),
    })
  throw new Refusal('INVALID', both(text('en'), text('fr')), { field: variable })
}

const noValue = both('{variable} {must}.', '{variable} {must}.')
const withValue = both('{variable} {must}, not {value}.', '{variable} {must}, et non {value}.')
const confidential = new Set(['DATABASE_URL', 'ROPEWALK_SECRET', 'SMTP_URL'])
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const ranges = both(
  'must list IP addresses or ranges separated by commas, such as 10.0.0.0/8',
  'doit énumérer des adresses ou des plages IP séparées par des virgules, comme 10.0.0.0/8',
)
const musts: { otherwise: Text; [variable: string]: Text } = {
  otherwise: both('is not understood', 'n’est pas compris'),
  PORT: both(
    'must be a whole number from 0 to 65535',
    'doit être un nombre entier compris entre 0 et 65535',
  ),
  HOST: both('must be a host name or an IP address', 'doit être un nom d’hôte ou une adresse IP'),
  ROPEWALK_URL: both(
    'must be the public address, such as https://register.example, with no path behind it, and is required when HOST is not loopback',
    'doit être l’adresse publique, comme https://registre.example, sans chemin à la suite ; elle est obligatoire quand HOST n’est pas la boucle locale',
  ),
  DATABASE_URL: both(
    'must begin with postgres:// or postgresql://, or be absent for SQLite',
    'doit commencer par postgres:// ou postgresql://, ou être absent pour SQLite',
  ),
  ROPEWALK_STARTER: both('must be x2o or empty', 'doit valoir x2o ou empty'),
  ROPEWALK_SECRET: both('must have at least 32 characters', 'doit compter au moins 32 caractères'),
  SMTP_URL: both(
    'must begin with smtp:// or smtps://, or be absent to keep mails in the data folder',
    'doit commencer par smtp:// ou smtps://, ou être absent pour garder les courriels dans le dossier de données',
  ),
  MAIL_FROM: both(
    'must be one address, such as Ropewalk <register@example.com>',
    'doit être une seule adresse, comme Ropewalk <registre@example.com>',
  ),
  LOG_LEVEL: both(
    `must be one of ${levels.join(', ')}`,
    `doit être l’une de ces valeurs : ${levels.join(', ')}`,
  ),
  ROPEWALK_TRUST_PROXY: ranges,
  ROPEWALK_WEBHOOKS_TO: ranges,
}

const urlOf = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    abort: true,
  })

const isOrigin = (text: string) => {
  const { username, password, pathname, search, hash } = new URL(text)
  return pathname === '/' && !username && !password && !search && !hash
}

const isRange = (text: string) => {
  const [address = '', bits] = text.split('/')
  const most = isIP(address) === 4 ? 32 : 128
  return isIP(address) > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= most))
}

const listOfRanges = z
  .string()
  .transform((list) => list.split(',').map((range) => range.trim()))
  .refine((ranges) => ranges.every(isRange))
  .default([])

const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i
const mailbox = /^(?:[^<>@,;"\p{Cc}]* <)?[^\s<>@,;"\p{Cc}]+@[^\s<>@,;"\p{Cc}]+>?$/u

const environment = z
  .object({
    folder: z.string(),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65535)
      .default(3000),
    HOST: z
      .string()
      .refine((host) => isIP(host) > 0 || hostName.test(host))
      .default('127.0.0.1'),
    ROPEWALK_DATA: z.string().default('./data'),
    ROPEWALK_URL: urlOf('http:', 'https:').refine(isOrigin).optional(),
    DATABASE_URL: urlOf('postgres:', 'postgresql:').optional(),
    ROPEWALK_STARTER: z.enum(['x2o', 'empty']).default('x2o'),
    ROPEWALK_SECRET: z.string().min(32).optional(),
    SMTP_URL: urlOf('smtp:', 'smtps:').optional(),
    MAIL_FROM: z
      .string()
      .refine((from) => mailbox.test(from) && from.includes('<') === from.endsWith('>'))
      .optional(),
    LOG_LEVEL: z.enum(levels).default('info'),
    ROPEWALK_TRUST_PROXY: listOfRanges,
    ROPEWALK_WEBHOOKS_TO: listOfRanges,
  })
  .refine(({ HOST, ROPEWALK_URL }) => ROPEWALK_URL !== undefined || isLoopback(HOST), {
    path: ['ROPEWALK_URL'],
  })
  .transform((env) => {
    const url = env.ROPEWALK_URL === undefined ? undefined : new URL(env.ROPEWALK_URL)
    return {
      /** 0 asks the system for a free one. */
      port: env.PORT,
      host: env.HOST,
      /** The data folder, absolute. */
      data: resolve(env.folder, env.ROPEWALK_DATA),
      /** The public origin, without a slash at its end; undefined on loopback by default. */
      url: url?.origin,
      /** Undefined: SQLite in the data folder. */
      databaseUrl: env.DATABASE_URL,
      starter: env.ROPEWALK_STARTER,
      /** Undefined: kept in the data folder, see `secretOf`. */
      secret: env.ROPEWALK_SECRET,
      /** Undefined: mails are kept in the data folder. */
      smtpUrl: env.SMTP_URL,
      mailFrom: env.MAIL_FROM ?? `Ropewalk <ropewalk@${url?.hostname ?? 'localhost'}>`,
      logLevel: env.LOG_LEVEL,
      /** Whose word on the caller's address is taken. */
      trustProxy: env.ROPEWALK_TRUST_PROXY,
      /** What of the office's own network webhooks may reach, beside the public internet. */
      webhooksTo: env.ROPEWALK_WEBHOOKS_TO,
    }
  })
