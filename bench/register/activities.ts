import { idOf } from '@ropewalk/domain/nouns.ts'
import type { Plain, PlainRow } from '@ropewalk/services/starter/plain.ts'
import { many, row } from './others.ts'
import type { Random } from './random.ts'
import type { Sizes } from './register.ts'
import * as words from './words.ts'

/** Activities whose rows to suppliers and to data categories are `sizes.links` in all. */
export const activities = (random: Random, sizes: Sizes): Plain[] =>
  many('activity', sizes.activities, (number) => {
    const linked = linksOf(number, sizes)
    const suppliers = Math.min(number % 4, linked, sizes.subProcessors)
    const categories = random.some(idsOf('dataCategory', sizes.dataCategories), linked - suppliers)
    const role = random.one(['controller', 'controller', 'controller', 'processor', 'toConfirm'])
    return {
      certainty: random.chance(80) ? 'stated' : 'inferred',
      fields: factsOf(random, { number, role }),
      rows: {
        products: linkRows(random, {
          key: 'product',
          of: 'product',
          among: sizes.products,
          most: 1,
        }),
        controllersServed: role === 'processor' ? servedRows(random, sizes.parties) : [],
        purposes: purposeRows(random),
        dataSubjects: linkRows(random, {
          key: 'dataSubject',
          of: 'dataSubject',
          among: sizes.dataSubjects,
          most: 2,
        }),
        data: categories.map((id) => dataRow(random, id)),
        recipients: recipientRows(random, sizes.parties),
        subProcessors: random
          .some(idsOf('subProcessor', sizes.subProcessors), suppliers)
          .map((id) =>
            row(
              {
                subProcessor: id,
                functionHere: random.one(words.tasks),
                dataCategories: categories.slice(0, 2),
              },
              random.chance(25) ? { certainty: 'inferred' } : {},
            ),
          ),
        measures: linkRows(random, {
          key: 'measure',
          of: 'measure',
          among: sizes.measures,
          most: 2,
        }),
      },
      questions: random.chance(10)
        ? [{ question: 'Who decides how long this is kept?', provision: 'Art. 30(1)(f)' }]
        : [],
    }
  })

/** How many of all links fall to one activity: as evenly as they go. */
const linksOf = (number: number, { activities: all, links }: Sizes) =>
  Math.floor((number * links) / all) - Math.floor(((number - 1) * links) / all)

const known = new Map<string, readonly string[]>()
function idsOf(noun: 'dataCategory' | 'subProcessor', count: number): readonly string[] {
  const key = `${noun} ${count}`
  const ids = known.get(key) ?? Array.from({ length: count }, (_, index) => idOf(noun, index + 1))
  known.set(key, ids)
  return ids
}

const factsOf = (random: Random, { number, role }: { number: number; role: string }) => ({
  name: `${random.one(words.doings)} ${random.one(words.places)} ${number}`,
  description: `${random.one(words.purposes)}. Kept by the team in ${random.one(words.places)}.`,
  businessFunction: random.one(words.functions),
  owner: { text: `Head of ${random.one(words.functions).toLowerCase()}` },
  role,
  organisation: 'ORG-0001',
  operations: random.some(['collect', 'record', 'store', 'use', 'transmit', 'erase'], 3),
  lifecycle: random.one(['ongoing', 'ongoing', 'planned', 'stopped']),
  dataSources: random.some(['person', 'employer', 'automatic', 'device'], 2),
  systems: [`System ${random.below(60) + 1}`],
  storageCountries: random.some(words.countriesNear, 2),
  automatedDecisions: random.chance(90) ? 'none' : 'profiling',
  dpiaNeed: random.one(['notRequired', 'undecided', null]),
  nextReviewOn: random.chance(70) ? `2027-0${random.below(9) + 1}-01` : null,
  reviewEveryMonths: 12,
})

const purposeRows = (random: Random): PlainRow[] =>
  random.some(words.purposes, random.below(2) + 1).map((purpose) => {
    const legalBasis = random.one([
      'contract',
      'legitimateInterests',
      'consent',
      'legalObligation',
      null,
    ])
    const legitimateInterest =
      legalBasis === 'legitimateInterests' && random.chance(70)
        ? 'A service that goes on working'
        : ''
    return row({ purpose, legalBasis, legitimateInterest })
  })

const dataRow = (random: Random, dataCategory: string) =>
  row({
    dataCategory,
    elements: random.some(words.elements, 2),
    ...(random.chance(75)
      ? { period: random.below(60) + 1, unit: 'months', trigger: random.one(words.triggers) }
      : {}),
  })

const recipientRows = (random: Random, among: number): PlainRow[] =>
  random.chance(60) && among > 0
    ? [row({ party: idOf('party', random.below(among) + 1), whatFor: 'Asked for by the customer' })]
    : []

const servedRows = (random: Random, among: number): PlainRow[] =>
  among > 0
    ? [
        row({
          party: idOf('party', random.below(among) + 1),
          processingCategories: ['store', 'transmit'],
        }),
      ]
    : []

type Linking = {
  key: string
  of: 'product' | 'dataSubject' | 'measure'
  among: number
  most: number
}
const linkRows = (random: Random, { key, of, among, most }: Linking): PlainRow[] =>
  random
    .some(
      Array.from({ length: among }, (_, index) => idOf(of, index + 1)),
      random.below(most) + 1,
    )
    .map((id) => row({ [key]: id }))
