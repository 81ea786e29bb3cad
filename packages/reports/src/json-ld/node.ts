import type { Fields, NounKey, Reference } from '@ropewalk/domain/field.ts'
import { isDeclared } from '@ropewalk/domain/findings/declared.ts'
import { nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import type { Exported, JudgedFinding } from '../scene.ts'

export type Iri = `${string}:${string}`
export type Node = { readonly '@id': Iri; readonly [property: string]: unknown }
export type Ref = { readonly '@id': Iri }

export const ref = (iri: Iri): Ref => ({ '@id': iri })
export const refs = (iris: readonly Iri[]): Ref[] => iris.map(ref)

/** `reg:activities/PA-0001`, and what is part of it: `reg:activities/PA-0001/PA-0001.3/legalBasis`. */
export const iriOf = (id: string, ...parts: string[]): Iri =>
  `reg:${[nouns[nounOf(id) as NounKey].path, id, ...parts].join('/')}`
export const linkTo = (id: string | null): Ref[] => (id === null ? [] : [ref(iriOf(id))])

export const typed = (value: string, type: Iri) => ({ '@value': value, '@type': type })
export const day = (value: string | null) => (value === null ? undefined : typed(value, 'xsd:date'))
/** What is known of a date, as the XML type of its length. */
export const partialDay = (value: string | null) =>
  value === null
    ? undefined
    : typed(
        value,
        value.length === 4 ? 'xsd:gYear' : value.length === 7 ? 'xsd:gYearMonth' : 'xsd:date',
      )
export const address = (value: string) => (value === '' ? undefined : typed(value, 'xsd:anyURI'))
export const words = (value: string) => (value === '' ? undefined : value)
export const place = (code: string | null): Ref | undefined =>
  code === null ? undefined : ref(`loc:${code}`)
export const when = <T>(holds: boolean, make: () => T): T[] => (holds ? [make()] : [])

/** Where a document, a web address or a text stands for something: an own instance of what it stands for. */
export function referenced(iri: Iri, types: Iri | Iri[], reference: Reference): Node {
  const about =
    'document' in reference
      ? { 'dct:source': ref(iriOf(reference.document)) }
      : 'url' in reference
        ? { 'dct:source': address(reference.url) }
        : { 'dct:description': words(reference.text) }
  return { '@id': iri, '@type': types, ...about }
}
export const referencedOr = (iri: Iri, types: Iri | Iri[], reference: Reference | null): Node[] =>
  reference === null ? [] : [referenced(iri, types, reference)]

/** What stands where nothing does, as an own instance that says why. */
export type Applicability = 'dpv:NotAvailable' | 'dpv:NotApplicable' | 'dpv:UnknownApplicability'

export type Gaps = {
  /** Whether the law asks for this and nothing answers; `row` narrows it to one row. */
  isOpen(rule: string, row?: string): boolean
}
export const gapsOf = ({ findings = [] }: Exported): Gaps => {
  const key = (rule: string, row: string | null) => `${rule} ${row ?? ''}`
  const open = new Set(findings.map(({ rule, row }: JudgedFinding) => key(rule, row)))
  return { isOpen: (rule, row) => open.has(key(rule, row ?? null)) }
}

type Missing = { iri: Iri; types: Iri | Iri[]; broader?: Iri; why: Applicability; reason?: string }
export const missing = ({ iri, types, broader, why, reason }: Missing): Node => ({
  '@id': iri,
  '@type': types,
  'skos:broader': broader && ref(broader),
  'dpv:hasApplicability': ref(why),
  'rdfs:comment': reason || undefined,
})

type Asked = {
  types: Iri | Iri[]
  broader?: Iri
  /** The rule that finds it missing. */
  rule?: string
  /** Whether a value stands there already. */
  isStated: boolean
  /** A profile demands a value where the law leaves it open. */
  isDemanded?: boolean
}

/** The instance in the place of an unanswered field, if one belongs there. */
export function missingField(
  record: AnyRecord,
  gaps: Gaps,
  key: string,
  { types, broader, rule, isStated, isDemanded = false }: Asked,
): Node[] {
  const fields: Fields = nouns[nounOf(record.id) as NounKey].fields
  const at = { iri: iriOf(record.id, key), types, ...(broader ? { broader } : {}) }
  if (rule !== undefined && gaps.isOpen(rule)) return [missing({ ...at, why: 'dpv:NotAvailable' })]
  if (isStated) return []
  if (isDeclared(fields, record, key))
    return [
      missing({ ...at, why: 'dpv:NotApplicable', reason: record.declared[key]?.reason ?? '' }),
    ]
  return isDemanded ? [missing({ ...at, why: 'dpv:UnknownApplicability' })] : []
}
