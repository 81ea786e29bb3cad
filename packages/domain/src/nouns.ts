import { activityFields } from './activity/activity.ts'
import { dataCategoryFields } from './data-category.ts'
import { dataSubjectFields } from './data-subject.ts'
import { documentFields } from './document.ts'
import type { Fields, NounKey } from './field.ts'
import { measureFields } from './measure.ts'
import { organisationFields } from './organisation.ts'
import { partyFields } from './party.ts'
import { productFields } from './product.ts'
import type { RecordOf } from './record.ts'
import { subProcessorFields } from './sub-processor/sub-processor.ts'
import { both, type Text } from './words.ts'

type Noun = { prefix: string; path: string; fields: Fields; one: Text; many: Text }

/** Every noun of the register: its id prefix, its address in the web app, its catalogue, its names. */
export const nouns = {
  activity: {
    prefix: 'PA',
    path: 'activities',
    fields: activityFields,
    one: both('activity', 'activité'),
    many: both('Activities', 'Activités'),
  },
  subProcessor: {
    prefix: 'SP',
    path: 'sub-processors',
    fields: subProcessorFields,
    one: both('sub-processor', 'sous-traitant'),
    many: both('Sub-processors', 'Sous-traitants'),
  },
  dataCategory: {
    prefix: 'DC',
    path: 'data-categories',
    fields: dataCategoryFields,
    one: both('data category', 'catégorie de données'),
    many: both('Data categories', 'Catégories de données'),
  },
  dataSubject: {
    prefix: 'DS',
    path: 'data-subjects',
    fields: dataSubjectFields,
    one: both('data subject', 'personne concernée'),
    many: both('Data subjects', 'Personnes concernées'),
  },
  party: {
    prefix: 'PT',
    path: 'parties',
    fields: partyFields,
    one: both('party', 'partie'),
    many: both('Parties', 'Parties'),
  },
  measure: {
    prefix: 'SM',
    path: 'measures',
    fields: measureFields,
    one: both('measure', 'mesure'),
    many: both('Measures', 'Mesures'),
  },
  organisation: {
    prefix: 'ORG',
    path: 'organisations',
    fields: organisationFields,
    one: both('organisation', 'organisation'),
    many: both('Organisations', 'Organisations'),
  },
  product: {
    prefix: 'PR',
    path: 'products',
    fields: productFields,
    one: both('product', 'produit'),
    many: both('Products', 'Produits'),
  },
  document: {
    prefix: 'DOC',
    path: 'documents',
    fields: documentFields,
    one: both('document', 'document'),
    many: both('Documents', 'Documents'),
  },
} as const satisfies Record<NounKey, Noun>

export const nounKeys = Object.keys(nouns) as NounKey[]
export type RecordOfNoun<N extends NounKey> = RecordOf<(typeof nouns)[N]['fields']>

/** The noun that an id belongs to, by its prefix. */
export const nounOf = (id: string): NounKey | undefined =>
  nounKeys.find((key) => id.startsWith(`${nouns[key].prefix}-`))

/** `PA-0001` and 1: the number that sorts. */
export const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1))
export const idOf = (noun: NounKey, number: number): string =>
  `${nouns[noun].prefix}-${String(number).padStart(4, '0')}`

/** Keys that no longer exist, kept so that history still knows their labels. */
export const retiredFields: Partial<Record<NounKey, Readonly<Record<string, Text>>>> = {}
