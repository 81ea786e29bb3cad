import { isEmpty } from './empty.ts'
import type { Cell, CellFields, Field, Person, Reference } from './field.ts'
import { type Language, say, type Text } from './words.ts'

/** How ids become names: of linked records and of people of the house. */
export type Names = (id: string) => string | undefined

export const answerWords: Record<'none' | 'notApplicable' | 'notStated', Text> = {
  none: { en: 'none', fr: 'aucun' },
  notApplicable: { en: 'not applicable', fr: 'sans objet' },
  notStated: { en: 'not stated', fr: 'non indiqué' },
}
export const yesNoWords = { yes: { en: 'yes', fr: 'oui' }, no: { en: 'no', fr: 'non' } } as const

export const several = ' | '
/**
 * Several values in one text. Inside a value `|` is written `\|`, so that `a | b` reads `a \| b`, and a backslash that
 * stands before it is doubled: every `|` without one is a joint.
 */
export const joined = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll(/(\\*)\|/g, '$1$1\\|')).join(several)

type Reader = { language: Language; names: Names }

/** The parts of a value as people read them: one text, or several; none when nothing is stated. */
export function partsOf(field: Field, value: unknown, reader: Reader): string[] {
  if (isEmpty(value)) return []
  switch (field.kind) {
    case 'rows':
      return (value as readonly Record<string, unknown>[]).map((row) =>
        rowText(field.fields, row, reader),
      )
    case 'choices':
      return (value as string[]).map((key) => optionText(field.options[key], key, reader.language))
    case 'links':
      return (value as string[]).map((id) => reader.names(id) ?? id)
    case 'texts':
      return value as string[]
    case 'countries':
      return (value as string[]).map((code) => countryName(code, reader.language))
    default:
      return [cellText(field, value, reader)]
  }
}

/** Cell, PDF line, search text, difference: how people read a value. Empty when nothing is stated. */
export const formatValue = (field: Field, value: unknown, reader: Reader): string =>
  joined(partsOf(field, value, reader))

function cellText(field: Cell, value: unknown, { language, names }: Reader): string {
  switch (field.kind) {
    case 'choice':
      return optionText(field.options[String(value)], String(value), language)
    case 'yesNo':
      return say(value ? yesNoWords.yes : yesNoWords.no, language)
    case 'country':
      return countryName(String(value), language)
    case 'link':
      return names(String(value)) ?? String(value)
    case 'person':
      return personText(value as Person, names)
    case 'reference':
      return referenceText(value as Reference, names)
    default:
      return String(value)
  }
}

export const personText = (person: Person, names: Names): string =>
  'person' in person ? (names(person.person) ?? person.person) : person.text

export function referenceText(reference: Reference, names: Names): string {
  if ('document' in reference) return names(reference.document) ?? reference.document
  return 'url' in reference ? reference.url : reference.text
}

const optionText = (option: Text | undefined, key: string, language: Language) =>
  option ? say(option, language) : key

const rowText = (fields: CellFields, row: Record<string, unknown>, reader: Reader) =>
  Object.entries(fields)
    .map(([key, field]) => partsOf(field, row[key], reader).join(', '))
    .filter((part) => part !== '')
    .join('; ')

const countryNames = new Map<Language, Intl.DisplayNames>()
/** A country's name in the reader's language, from CLDR. */
export function countryName(code: string, language: Language): string {
  const known =
    countryNames.get(language) ??
    new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
  countryNames.set(language, known)
  return known.of(code) ?? code
}
