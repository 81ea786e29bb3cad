import type { DataCategory } from '@ropewalk/domain/data-category.ts'
import type { DataSubject } from '@ropewalk/domain/data-subject.ts'
import type { Document } from '@ropewalk/domain/document.ts'
import type { Measure } from '@ropewalk/domain/measure.ts'
import type { Product } from '@ropewalk/domain/product.ts'
import {
  address,
  type Iri,
  iriOf,
  type Node,
  partialDay,
  type Ref,
  ref,
  referencedOr,
  refs,
  when,
  words,
} from './node.ts'
import { specialTerms } from './terms.ts'

/** `dpv:User`, where the register names a concept of DPV or of its list of personal data. */
const conceptIn = (term: string): Ref[] =>
  /^(dpv|pd|eu-gdpr):[A-Za-z][A-Za-z0-9-]*$/.test(term) ? [ref(term as Iri)] : []

const named = ({ id, name }: { id: string; name: string }) => ({
  '@id': iriOf(id),
  'dct:identifier': id,
  'dct:title': name || 'not stated',
})

export const dataCategoryNode = (category: DataCategory): Node => ({
  ...named(category),
  '@type': [
    'dpv:PersonalData',
    ...when(category.specialKinds.length > 0, () => 'dpv:SpecialCategoryPersonalData'),
  ],
  'dct:description': words(category.description),
  'skos:example': category.elements,
  'skos:broader': [
    ...conceptIn(category.dpvTerm),
    ...refs(category.specialKinds.map((kind) => specialTerms[kind])),
    ...when(category.criminal === true, () => ref('pd:Criminal')),
  ],
})

/** Concepts of people in DPV are no instances of dpv:DataSubject: ours are, below them. */
export const dataSubjectNode = (subject: DataSubject): Node => ({
  ...named(subject),
  '@type': [
    'dpv:DataSubject',
    ...when(subject.vulnerable === true, () => 'dpv:VulnerableDataSubject'),
    ...when(subject.children === true, () => 'dpv:Child'),
  ],
  'dct:description': words(subject.description),
  'skos:broader': conceptIn(subject.dpvTerm),
})

export const measureNode = (measure: Measure): Node => ({
  ...named(measure),
  '@type': [
    'dpv:TechnicalOrganisationalMeasure',
    ...when(measure.kind === 'technical', () => 'dpv:TechnicalMeasure'),
    ...when(measure.kind === 'organisational', () => 'dpv:OrganisationalMeasure'),
  ],
  'dct:description': words(measure.description),
  'dct:references': referencedOr(
    iriOf(measure.id, 'reference'),
    'foaf:Document',
    measure.reference,
  ),
  'skos:broader': conceptIn(measure.dpvTerm),
})

export const productNode = (product: Product): Node => ({
  ...named(product),
  '@type': 'dpv:Service',
  'dct:description': words(product.description),
})

export const documentNode = (document: Document): Node => ({
  ...named(document),
  '@type': 'foaf:Document',
  'dct:hasVersion': words(document.edition),
  'dct:valid': partialDay(document.effectiveOn),
  'dct:issued': partialDay(document.publishedOn),
  'foaf:page': address(document.url),
})
