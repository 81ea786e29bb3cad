import { publicRoot } from '@ropewalk/domain/public-root.ts'
import type { Language } from '@ropewalk/domain/words.ts'

export type Format = 'html' | 'csv' | 'json'

const extensions: Record<Format, string> = { html: '', csv: '.csv', json: '.json' }

export const formats = Object.keys(extensions) as readonly Format[]

/** `/subprocessors`, `/fr/subprocessors.csv`: the language stands in the address. */
export const publicPath = (language: Language, format: Format = 'html'): string =>
  `${publicRoot(language)}${extensions[format]}`

export const schemaPath = '/schemas/subprocessors.json'

/** An address below the public base address, whether or not that ends in a slash. */
export const absolute = (base: string, path: string): string => `${base.replace(/\/+$/, '')}${path}`

/** The address when it is a web address, else nothing: a link never runs anything. */
export const webAddress = (address: string): string | undefined =>
  /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined

export const mailAddress = (email: string): string =>
  `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`

/** A page below the list: `/fr/subprocessors/changes/CH-0001`. */
export const pathBelow = (language: Language, ...steps: readonly string[]): string =>
  [publicPath(language), ...steps.map(encodeURIComponent)].join('/')

export const feedPaths = {
  atom: (language: Language): string => `${publicPath(language)}.atom`,
  json: (language: Language): string => pathBelow(language, 'feed.json'),
  calendar: (language: Language): string => pathBelow(language, 'calendar.ics'),
} as const
