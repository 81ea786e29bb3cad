import type { Text } from './words.ts'

/** An answer a person gives where no value stands: empty alone means *not stated*. */
export const answers = ['none', 'notApplicable'] as const
export type Answer = (typeof answers)[number]
/** When an answer may be given: always, or only by the organisation's role in the activity. */
export type When = 'always' | 'asProcessor' | 'asController'

/** Whether an answer is open on a record of this role; a role to confirm takes only what is always open. */
export const isOpen = (when: When | undefined, role: unknown): boolean =>
  when === 'always' ||
  (when === 'asProcessor' && role === 'processor') ||
  (when === 'asController' && (role === 'controller' || role === 'jointController'))

/** What every field says about itself, whatever its kind. A closed list: a new property needs a decision page. */
export type About = {
  label: Text
  chapter: Chapter
  /** The provisions that ask for it, as printed in the margin of the record. */
  askedBy?: readonly string[]
  /** Its term in the exported JSON-LD. */
  term?: `${string}:${string}`
  hint?: Text
  /** Other headings an imported sheet may use for it. */
  alsoCalled?: readonly string[]
  searched?: true
  /** May leave the house: a published snapshot may hold it. */
  public?: true
  /** The declared answers it takes. */
  takes?: Partial<Record<Answer, When>>
}

export type Chapter =
  | 'what'
  | 'onBehalfOf'
  | 'why'
  | 'who'
  | 'whatData'
  | 'source'
  | 'recipients'
  | 'suppliers'
  | 'transfers'
  | 'where'
  | 'security'
  | 'automated'
  | 'dpia'
  | 'rights'
  | 'review'
  | 'company'
  | 'contract'
  | 'assurance'
  | 'status'
  | 'contacts'
  | 'text'

export type Options = Readonly<Record<string, Text>>
export type NounKey =
  | 'activity'
  | 'subProcessor'
  | 'dataCategory'
  | 'dataSubject'
  | 'party'
  | 'measure'
  | 'organisation'
  | 'product'
  | 'document'

/** A person of the house by id, or a name as text. */
export type Person = { person: string } | { text: string }
/** A document of the register, a web address, or text. */
export type Reference = { document: string } | { url: string } | { text: string }

/** At most 200 characters, one line. */
export const text = (about: About) => ({ ...about, kind: 'text' as const })
/** At most 10,000 characters, several lines. */
export const prose = (about: About) => ({ ...about, kind: 'prose' as const })
/** The wording of a whole document: at most 80,000 characters, so that it fits a request in any script. */
export const wording = (about: About) => ({ ...about, kind: 'wording' as const })
export const email = (about: About) => ({ ...about, kind: 'email' as const })
/** An http or https address of at most 2,000 characters. */
export const url = (about: About) => ({ ...about, kind: 'url' as const })
/** At most 100 texts of at most 200 characters. */
export const texts = (about: About) => ({ ...about, kind: 'texts' as const })
export const choice = <const O extends Options>(options: O, about: About) => ({
  ...about,
  kind: 'choice' as const,
  options,
})
export const choices = <const O extends Options>(options: O, about: About) => ({
  ...about,
  kind: 'choices' as const,
  options,
})
export const yesNo = (about: About) => ({ ...about, kind: 'yesNo' as const })
/** A whole number from 0 to 1,000,000. */
export const count = (about: About) => ({ ...about, kind: 'count' as const })
/** `YYYY-MM-DD`. */
export const day = (about: About) => ({ ...about, kind: 'day' as const })
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: what is known of a date. */
export const partialDay = (about: About) => ({ ...about, kind: 'partialDay' as const })
/** ISO 3166-1 alpha-2. */
export const country = (about: About) => ({ ...about, kind: 'country' as const })
export const countries = (about: About) => ({ ...about, kind: 'countries' as const })
/** ISO 3166-2, such as `CA-QC`. */
export const subdivision = (about: About) => ({ ...about, kind: 'subdivision' as const })
/** An IANA time zone. */
export const timeZone = (about: About) => ({ ...about, kind: 'timeZone' as const })
/** Hexadecimal SHA-256, 64 characters. */
export const sha256 = (about: About) => ({ ...about, kind: 'sha256' as const })
export const person = (about: About) => ({ ...about, kind: 'person' as const })
export const reference = (about: About) => ({ ...about, kind: 'reference' as const })
/** The id of one record of another noun. */
export const link = <const N extends NounKey>(to: N, about: About) => ({
  ...about,
  kind: 'link' as const,
  to,
})
/** Ids of records of another noun, at most 100. */
export const links = <const N extends NounKey>(to: N, about: About) => ({
  ...about,
  kind: 'links' as const,
  to,
})
/** A list of rows with a catalogue of their own and permanent row ids; at most 500. */
export const rows = <const Fs extends CellFields>(fields: Fs, about: About) => ({
  ...about,
  kind: 'rows' as const,
  fields,
})

export type Cell =
  | ReturnType<typeof text>
  | ReturnType<typeof prose>
  | ReturnType<typeof wording>
  | ReturnType<typeof email>
  | ReturnType<typeof url>
  | ReturnType<typeof texts>
  | ReturnType<typeof choice<Options>>
  | ReturnType<typeof choices<Options>>
  | ReturnType<typeof yesNo>
  | ReturnType<typeof count>
  | ReturnType<typeof day>
  | ReturnType<typeof partialDay>
  | ReturnType<typeof country>
  | ReturnType<typeof countries>
  | ReturnType<typeof subdivision>
  | ReturnType<typeof timeZone>
  | ReturnType<typeof sha256>
  | ReturnType<typeof person>
  | ReturnType<typeof reference>
  | ReturnType<typeof link<NounKey>>
  | ReturnType<typeof links<NounKey>>
export type CellFields = Readonly<Record<string, Cell>>
export type RowsField = About & { kind: 'rows'; fields: CellFields }
export type Field = Cell | RowsField
export type Fields = Readonly<Record<string, Field>>
export type CellKind = Cell['kind']
export type Kind = Field['kind']

type PlainValues = {
  text: string
  prose: string
  wording: string
  email: string
  url: string
  texts: readonly string[]
  yesNo: boolean | null
  count: number | null
  day: string | null
  partialDay: string | null
  country: string | null
  countries: readonly string[]
  subdivision: string | null
  timeZone: string | null
  sha256: string | null
  person: Person | null
  reference: Reference | null
  link: string | null
  links: readonly string[]
}
export type ValueOf<F extends Field> = F extends { kind: 'choice'; options: infer O }
  ? (keyof O & string) | null
  : F extends { kind: 'choices'; options: infer O }
    ? readonly (keyof O & string)[]
    : F extends { kind: 'rows'; fields: infer Fs extends CellFields }
      ? readonly RowOf<Fs>[]
      : F extends { kind: infer K extends keyof PlainValues }
        ? PlainValues[K]
        : never

/** `none` or `not applicable` by field, with an optional reason. */
export type Declared = Readonly<Record<string, { answer: Answer; reason: string }>>
export type ValuesOf<Fs extends Fields> = { readonly [Key in keyof Fs]: ValueOf<Fs[Key]> }
export type RowOf<Fs extends CellFields> = {
  readonly rowId: string
  readonly declared: Declared
} & ValuesOf<Fs>
