import { faultOf } from '@ropewalk/domain/foreign-text.ts'
import type { Snapshot } from '@ropewalk/domain/published.ts'
import { expect, test } from 'vitest'
import { noFilters } from './filters.ts'
import { fullList } from './fixtures/full-list.ts'
import naughtyStrings from './fixtures/naughty-strings.json' with { type: 'json' }
import { nothingStated, x2o } from './fixtures/policy-five.ts'
import { subProcessorsJson } from './json.ts'
import { subProcessorsPage } from './page.ts'
import type { PublicOrganisation } from './public-organisation.ts'

const more = [
  '=HYPERLINK("http://x","y")',
  '<img src=x onerror=alert(1)>',
  "O'Brien; DROP TABLE",
  '</script><script>alert(1)</script>',
  '</bdi></th></table><h1>',
  '{name} {n, plural, one {#} other {#}} $& $1',
  `e${'\u0301'.repeat(200)}`,
  'العربية and Latin',
]
const naughty = [...naughtyStrings, ...more].filter((text) => !faultOf(text, 'one'))

const input = {
  changedOn: undefined,
  language: 'en',
  base: 'https://register.example',
  filters: noFilters,
} as const
const supplier = (text: string): Snapshot => ({
  ...nothingStated,
  subProcessorId: 'SP-0001',
  name: text,
  legalEntity: text,
  function: text,
  service: text,
  dataCategories: [
    { id: 'DC-0001', name: text },
    { id: text, name: 'Two' },
  ],
  dataSubjects: [{ id: 'DS-0001', name: text }],
  products: [{ id: 'PR-0001', name: text }],
  processingCountries: ['CA'],
  transferMechanisms: ['adequacy'],
  status: 'leaving',
  publicNote: text,
  customerData: 'yes',
})
const organisation = (text: string): PublicOrganisation => ({
  ...x2o,
  name: text,
  roleInSentence: text,
  address: text,
  privacyContact: text,
  contacts: [
    { role: 'dpo', name: text, title: text, email: text, phone: text, address: text, asOf: null },
  ],
})
const page = (text: string) =>
  subProcessorsPage({
    ...input,
    organisation: organisation(text),
    snapshots: [supplier(text)],
    filters: { ...noFilters, q: text, category: text, product: text },
  })

test('there is something to try', () => expect(naughty.length).toBeGreaterThan(300))

test('no text of the register opens, closes or changes an element', () => {
  const plain = elementsOf(page('Zed'))
  for (const text of naughty) expect(elementsOf(page(text)), text).toEqual(plain)
})

test('every text is shown as itself, kept from turning its surroundings', () => {
  for (const text of naughty) expect(page(text), text).toContain(`<bdi>${escaped(text)}</bdi>`)
})

test('the only script is one inert data block', () => {
  for (const text of ['Zed', ...naughty]) {
    const [, block = '', ...others] = page(text).split('<script')
    expect(others).toEqual([])
    expect(block).toMatch(/^ type="application\/ld\+json">\{[^<]*\}<\/script>/)
    expect(
      JSON.parse(block.slice(block.indexOf('>') + 1, block.indexOf('</script>'))).creator.name,
    ).toBe(text)
  }
})

test('no element carries a handler, a style or an address elsewhere', () => {
  const shown = subProcessorsPage({ ...input, organisation: x2o, snapshots: fullList })
  expect(shown).not.toMatch(/\son\w+=|\sstyle=|<style|<iframe|<base|<object/i)
  const loaded = [
    ...shown.matchAll(/<link [^>]*rel="(?:stylesheet|icon)"[^>]*href="([^"]*)"|src="([^"]*)"/g),
  ]
  expect(loaded.map(([, href]) => href?.slice(0, 20))).toEqual(['data:,', '/subprocessors/style'])
})

test('JSON gives every text back as it was', () => {
  for (const text of naughty) {
    const json = subProcessorsJson({ ...input, organisation: x2o, snapshots: [supplier(text)] })
    expect(JSON.parse(json).rows[0].name).toBe(text)
  }
})

/** The names of all elements and their attributes, in order; what the attributes hold left out, as is which option a name sorts to. */
const elementsOf = (markup: string) =>
  (markup.replace(/<script.*?<\/script>/, '').match(/<(?:"[^"]*"|[^>"])*>/g) ?? []).map((tag) =>
    tag.replace(/"[^"]*"/g, '""').replace(' selected', ''),
  )

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
