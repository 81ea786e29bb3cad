import * as z from 'zod'
import type { Cell, CellFields, Field, Fields, Options } from './field.ts'
import { faultOf, tidy } from './foreign-text.ts'
import { limits } from './limits.ts'
import { countryCodes } from './reference/countries.ts'
import type { Text } from './words.ts'

/** Zod's custom issues carry the sentence in both languages. */
export type Fault = { text: Text }

/** One line of text, tidied: no control character, no reversed direction, no half of a character pair. */
export const line = (most: number) => written(most, 'one')
/** The same over several lines. */
export const lines = (most: number) => written(most, 'several')

const written = (most: number, shape: 'one' | 'several') =>
  z
    .string()
    .transform(tidy)
    .pipe(z.string().max(most))
    .superRefine((value, context) => {
      const text = faultOf(value, shape)
      if (text) context.addIssue({ code: 'custom', params: { text } })
    })

const wrong = (text: Text) => ({ params: { text } })
const isDay = (value: string) => {
  const [year = 0, month = 0, date = 0] = value.split('-').map(Number)
  const made = new Date(Date.UTC(year, month - 1, date))
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date
}
const notADay = wrong({
  en: 'a day is written YYYY-MM-DD',
  fr: 'une date s’écrit AAAA-MM-JJ',
})
export const dayOf = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value), notADay)
const partialDayOf = z.string().refine(
  (value) =>
    /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) &&
    isDay([...value.split('-'), '01', '01'].slice(0, 3).join('-')),
  wrong({
    en: 'a date is written YYYY, YYYY-MM or YYYY-MM-DD',
    fr: 'une date s’écrit AAAA, AAAA-MM ou AAAA-MM-JJ',
  }),
)
const addressOf = z
  .string()
  .trim()
  .max(limits.url)
  .refine(
    (value) => value === '' || isWebAddress(value),
    wrong({
      en: 'a web address begins with http:// or https://',
      fr: 'une adresse web commence par http:// ou https://',
    }),
  )
function isWebAddress(value: string) {
  const address = URL.canParse(value) ? new URL(value) : undefined
  const plain = faultOf(value, 'one') === undefined && !/\s/.test(value)
  return plain && (address?.protocol === 'https:' || address?.protocol === 'http:')
}
const emailOf = z
  .string()
  .trim()
  .max(limits.email)
  .refine(
    (value) =>
      value === '' ||
      (/^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\]+$/.test(value) &&
        faultOf(value, 'one') === undefined),
    wrong({ en: 'this is not an e-mail address', fr: 'ce n’est pas une adresse électronique' }),
  )
const known = new Set(countryCodes)
const countryOf = z.string().refine(
  (value) => known.has(value),
  wrong({
    en: 'a country is a code of ISO 3166-1 in two capital letters, such as CA',
    fr: 'un pays est un code de la norme ISO 3166-1 en deux majuscules, par exemple CA',
  }),
)
const subdivisionOf = z.string().refine(
  (value) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(value),
  wrong({
    en: 'a subdivision is written as in ISO 3166-2, such as CA-QC',
    fr: 'une subdivision s’écrit selon la norme ISO 3166-2, par exemple CA-QC',
  }),
)
const timeZoneOf = z.string().refine(
  isTimeZone,
  wrong({
    en: 'a time zone is written as in the IANA list, such as America/Toronto',
    fr: 'un fuseau horaire s’écrit comme dans la liste IANA, par exemple America/Toronto',
  }),
)
// Newer names, such as Europe/Kyiv, are not listed themselves: the zone that they stand for is.
function isTimeZone(value: string) {
  if (value !== 'UTC' && !value.includes('/')) return false
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions()
    return timeZone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(timeZone)
  } catch {
    return false
  }
}
const sha256Of = z.string().refine(
  (value) => /^[0-9a-f]{64}$/.test(value),
  wrong({
    en: 'a SHA-256 is written as 64 hexadecimal digits',
    fr: 'un SHA-256 s’écrit en 64 chiffres hexadécimaux',
  }),
)
export const recordId = z
  .string()
  .max(20)
  .refine(
    (value) => /^[A-Z]{2,3}-\d{4,12}$/.test(value),
    wrong({
      en: 'a record is named by its number, such as PA-0001',
      fr: 'une fiche est désignée par son numéro, par exemple PA-0001',
    }),
  )
/** The version that was read of a record, an entry or a person. */
export const versionRead = z.int().min(1).max(limits.sequence)
const distinct = <S extends z.ZodType<string>>(each: S, most: number) =>
  z
    .array(each)
    .max(most)
    .transform((values) => [...new Set(values)])
const optionOf = (options: Options) => z.enum(Object.keys(options) as [string, ...string[]])

const cellSchemas = {
  text: () => line(limits.text),
  prose: () => lines(limits.prose),
  wording: () => lines(limits.wording),
  email: () => emailOf,
  url: () => addressOf,
  texts: () => distinct(line(limits.text).pipe(z.string().min(1)), limits.texts),
  yesNo: () => z.boolean().nullable(),
  count: () => z.int().min(0).max(limits.count).nullable(),
  day: () => dayOf.nullable(),
  partialDay: () => partialDayOf.nullable(),
  country: () => countryOf.nullable(),
  countries: () => distinct(countryOf, 250),
  subdivision: () => subdivisionOf.nullable(),
  timeZone: () => timeZoneOf.nullable(),
  sha256: () => sha256Of.nullable(),
  person: () =>
    z
      .union([
        z.strictObject({ person: line(limits.text) }),
        z.strictObject({ text: line(limits.text) }),
      ])
      .nullable(),
  reference: () =>
    z
      .union([
        z.strictObject({ document: recordId }),
        z.strictObject({ url: addressOf }),
        z.strictObject({ text: line(limits.text) }),
      ])
      .nullable(),
  link: () => recordId.nullable(),
  links: () => distinct(recordId, limits.links),
} satisfies Record<Exclude<Cell['kind'], 'choice' | 'choices'>, () => z.ZodType>

/** The Zod schema of one cell: what a door accepts. Empty is always allowed: completeness is a rule. */
export function schemaOf(field: Cell): z.ZodType {
  if (field.kind === 'choice') return optionOf(field.options).nullable()
  if (field.kind === 'choices') return distinct(optionOf(field.options), 250)
  return cellSchemas[field.kind]()
}

const isCell = (field: Field): field is Cell => field.kind !== 'rows'

/** The plain fields of a catalogue, without its rows. */
export const cellsOf = (fields: Fields): CellFields =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Cell] => isCell(entry[1])),
  )

/** Some of the cells of a catalogue; an unknown key is refused. */
export const someOf = (fields: Fields) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(cellsOf(fields)).map(([key, field]) => [key, schemaOf(field).optional()]),
    ),
  )
