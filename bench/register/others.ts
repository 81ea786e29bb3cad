import type { NounKey } from '@ropewalk/domain/field.ts'
import { idOf } from '@ropewalk/domain/nouns.ts'
import type { Plain, PlainRow } from '@ropewalk/services/starter/plain.ts'
import type { Random } from './random.ts'
import * as words from './words.ts'

export const row = (cells: PlainRow['cells'], spoken: Omit<PlainRow, 'cells'> = {}): PlainRow => ({
  cells,
  ...spoken,
})

/** `count` records of a noun, numbered from 1, each made from its number. */
export const many = (
  noun: NounKey,
  count: number,
  make: (number: number) => Omit<Plain, 'id' | 'lines'>,
): Plain[] =>
  Array.from({ length: count }, (_, index) => ({
    id: idOf(noun, index + 1),
    lines: `L${(index % 400) + 1}`,
    ...make(index + 1),
  }))

export const policy = (): Plain[] =>
  many('document', 1, () => ({
    fields: {
      name: 'Privacy policy',
      edition: '4',
      effectiveOn: '2026-01-01',
      text: Array.from({ length: 400 }, (_, line) => `Line ${line + 1} of the policy.`).join('\n'),
    },
  }))

export const organisation = (): Plain[] =>
  many('organisation', 1, () => ({
    fields: {
      name: 'Longshore Systems Inc.',
      address: '1 Quay Street, Montréal',
      country: 'CA',
      email: 'privacy@longshore.example',
      timeZone: 'America/Toronto',
      dpo: 'Office of the DPO',
      representative: 'Longshore Europe B.V.',
    },
  }))

export const parties = (random: Random, count: number): Plain[] =>
  many('party', count, (number) => ({
    fields: {
      name: `${random.one(words.companies)} ${random.one(words.places)} ${number}`,
      kind: random.one(['customer', 'partner', 'affiliate', 'authority', 'independentController']),
      aClass: number % 9 === 0,
      contact: `Privacy office, ${random.one(words.places)}`,
      contactEmail: `privacy@party-${number}.example`,
      country: random.one([...words.countriesNear, ...words.countriesFar]),
    },
  }))

export const measures = (random: Random, count: number): Plain[] =>
  many('measure', count, (number) => ({
    fields: {
      name: `Control ${number}: ${random.one(['encryption', 'access review', 'restore test', 'training'])}`,
      kind: random.one(['technical', 'organisational']),
      letter: random.one(['a', 'b', 'c', 'd']),
      description: 'Reviewed once a year by the security team.',
    },
  }))

export const products = (random: Random, count: number): Plain[] =>
  many('product', count, (number) => ({
    fields: {
      name: `${random.one(words.companies)} Suite ${number}`,
      deployment: random.one(['cloud', 'onPremises', 'website', 'service']),
      inScope: true,
      role: random.one(['controller', 'processor']),
    },
  }))

export const dataCategories = (random: Random, count: number): Plain[] =>
  many('dataCategory', count, (number) => ({
    fields: {
      name: `${random.one(words.data)} ${number}`,
      group: random.one(['account', 'usage', 'device', 'content', 'billing', 'staff']),
      description: `What is kept about ${random.one(words.people).toLowerCase()}.`,
      elements: random.some(words.elements, 3),
      specialKinds: number % 40 === 0 ? ['health'] : [],
      criminal: number % 90 === 0,
    },
  }))

export const dataSubjects = (random: Random, count: number): Plain[] =>
  many('dataSubject', count, (number) => ({
    fields: {
      name: `${random.one(words.people)} ${number}`,
      vulnerable: number % 12 === 0,
      children: false,
    },
  }))

export const subProcessors = (random: Random, count: number): Plain[] =>
  many('subProcessor', count, (number) => {
    const near = random.chance(60)
    const company = `${random.one(words.companies)} ${random.one(words.services)} ${number}`
    return {
      certainty: random.chance(85) ? 'stated' : 'inferred',
      fields: {
        name: company,
        service: random.one(words.services),
        function: `${company} ${random.one(words.tasks)}`,
        kind: random.one(['infrastructure', 'crm', 'support', 'analytics', 'payments']),
        legalEntity: `${company} Ltd`,
        address: `${number} Mill Road, ${random.one(words.places)}`,
        seatCountry: random.one(near ? words.countriesNear : words.countriesFar),
        contactName: 'Data protection office',
        contactEmail: `privacy@supplier-${number}.example`,
        contractStatus: random.one(['signed', 'signed', 'signed', 'draft']),
        contractSignedOn: '2025-03-01',
        stipulations: ['instructions', 'confidentiality', 'security', 'deletion'],
        tier: random.one(['critical', 'high', 'medium', 'low']),
        nextReviewOn: `2027-0${random.below(9) + 1}-15`,
        status: 'active',
        effectiveOn: '2025-04-01',
      },
      rows: {
        locations: Array.from({ length: random.below(2) + 1 }, () =>
          row({
            country: random.one(near ? words.countriesNear : words.countriesFar),
            uses: random.some(['hosting', 'support', 'backup'], 2),
            mechanism: near || random.chance(20) ? null : 'standardClauses',
          }),
        ),
        assurance: random.chance(50)
          ? [row({ type: 'soc2', periodStart: '2025-01-01', periodEnd: '2025-12-31' })]
          : [],
      },
    }
  })
