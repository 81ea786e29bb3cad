import { languages } from '@ropewalk/domain/words.ts'
import { describe, expect, test } from 'vitest'
import { noFilters } from './filters.ts'
import { fullList, fullOrganisation } from './fixtures/full-list.ts'
import { nothingStated, policyFive, x2o } from './fixtures/policy-five.ts'
import { refusedPage, type SiteInput, subProcessorsPage } from './page.ts'
import { style } from './style.ts'

const input: SiteInput = {
  organisation: x2o,
  snapshots: policyFive,
  changedOn: '2026-11-16',
  language: 'en',
  base: 'https://register.example',
  filters: noFilters,
}
const page = (changed: Partial<SiteInput> = {}) => subProcessorsPage({ ...input, ...changed })

describe('the five of the policy', () => {
  test.each(languages)('read as agreed (%s)', async (language) => {
    await expect(steady(page({ language }))).toMatchFileSnapshot(`golden/five.${language}.html`)
  })

  test('stay under 30 kB with their style', () => {
    for (const language of languages) {
      expect(Buffer.byteLength(page({ language })) + Buffer.byteLength(style)).toBeLessThan(30_000)
    }
  })

  test('say once what nobody states', () => {
    expect(page()).toContain(
      'transfer basis, status and start date are not stated for any of the five.',
    )
    expect(
      page()
        .split('id="current"')[1]
        ?.match(/not stated/g),
    ).toHaveLength(1)
    expect(page({ language: 'fr' })).toContain('Non indiqué pour les cinq\u00a0: service, produits')
  })

  test('offer only the search: nothing else is published to choose from', () => {
    expect(page()).toContain('name="q"')
    expect(page()).not.toMatch(/<select|type="checkbox"/)
  })
})

test.each(languages)('every fact in every state reads as agreed (%s)', async (language) => {
  const full = { organisation: fullOrganisation, snapshots: fullList, changedOn: '2026-11-20' }
  const changed = page({ ...full, language })
  await expect(steady(changed)).toMatchFileSnapshot(`golden/full.${language}.html`)
})

describe('a fact some state', () => {
  test('is never left blank for the others', () => {
    const cells = page({ snapshots: fullList }).match(/<td .*?<\/td>/g) ?? []
    expect(cells.length).toBeGreaterThan(30)
    expect(cells.filter((cell) => textOf(cell) === '')).toEqual([])
  })

  test('keeps its column when the filters leave only those who do not state it', () => {
    const shown = page({ snapshots: fullList, filters: { ...noFilters, q: 'ledger' } })
    expect(shown).toContain('>Since</th>')
    expect(shown).toContain('1 of 4 match')
  })
})

describe('filters', () => {
  const filtered = page({
    snapshots: fullList,
    filters: {
      q: 'cloud',
      category: 'DC-0002',
      country: 'IE',
      product: 'PR-0002',
      customerData: true,
    },
  })

  test('stand in the form as they were asked', () => {
    expect(filtered).toContain('type="search" maxlength="200" value="cloud"')
    expect(filtered).toContain('<option value="DC-0002" selected>Content of messages and files')
    expect(filtered).toContain('<option value="IE" selected>Ireland')
    expect(filtered).toContain('<option value="PR-0002" selected>X2O Mobile')
    expect(filtered).toContain('value="yes" checked>')
  })

  test('each have a link that takes away that one alone', () => {
    expect(filtered).toContain(
      '<a href="/subprocessors?category=DC-0002&amp;country=IE&amp;product=PR-0002&amp;customer-data=yes#current">Search: <bdi>cloud</bdi>',
    )
    expect(filtered).toContain(
      '<a href="/subprocessors?q=cloud&amp;category=DC-0002&amp;country=IE&amp;product=PR-0002#current">Touches customers’ data',
    )
  })

  test('go with the reader to the other language and into the files', () => {
    expect(filtered).toContain('href="/fr/subprocessors?q=cloud&amp;category=DC-0002')
    expect(filtered).toContain('href="/subprocessors.csv?q=cloud&amp;category=DC-0002')
  })

  test('keep the page out of search engines', () => {
    expect(filtered).toContain('<meta name="robots" content="noindex">')
    expect(page()).not.toContain('noindex')
  })

  test('that match nothing say what to do', () => {
    const nothing = page({ filters: { ...noFilters, category: 'DC-9999' } })
    expect(nothing).toContain('No sub-processor matches. Remove a filter')
    expect(nothing).toContain('<a href="/subprocessors#current">show all 5</a>')
    expect(nothing).toContain('<bdi>DC-9999</bdi>')
    expect(nothing).not.toContain('<table')
  })
})

describe('changes ahead', () => {
  test('an announced supplier stands above the list, not in it', () => {
    const shown = page({ snapshots: fullList })
    expect(shown).not.toContain('No change is announced')
    expect(shown.indexOf('Mailwright')).toBeLessThan(shown.indexOf('id="current"'))
    expect(shown).toContain('Current sub-processors <span class="quiet">3</span>')
  })

  test('show whatever the filters of the list are', () => {
    expect(page({ snapshots: fullList, filters: { ...noFilters, q: 'zebra' } })).toContain(
      'Mailwright',
    )
  })
})

test('nothing published is a page that says so', () => {
  const empty = page({ organisation: null, snapshots: [] })
  expect(textOf(empty)).toContain('Nothing is published yet.')
  expect(empty).not.toContain('<form')
  expect(textOf(page({ snapshots: [] }))).toContain('No sub-processor is published at present.')
})

test('a search that cannot be answered has its sentence', () => {
  const fault = { text: { en: 'Too long <b>', fr: 'Trop long' }, values: {} }
  expect(refusedPage({ ...input, fault })).toContain('<p class="lead">Too long &lt;b&gt;</p>')
})

test('facts that the organisation does not state are said to be missing', () => {
  const bare = { ...x2o, roleInSentence: '', address: '', country: null, website: '', contacts: [] }
  const shown = textOf(page({ organisation: { ...bare, privacyNotice: '', privacyContact: '' } }))
  expect(shown).toContain('The role of X2O Media Inc. for these data is not stated.')
  expect(shown).toContain('Addressnot stated')
  expect(shown).toContain('Privacy contactnot stated')
  expect(shown).toContain('Privacy notice: not stated')
})

test('a link goes to the web or nowhere', () => {
  const shown = page({
    organisation: { ...x2o, privacyNotice: 'javascript:alert(1)', website: 'data:x' },
  })
  expect(shown).not.toMatch(/javascript:|data:x/)
})

test.each([
  [1, 'Not stated: service', 'Non indiqué\u00a0: service'],
  [2, 'are not stated for either.', 'Non indiqué pour les deux\u00a0: service'],
  [12, 'are not stated for any of the 12.', 'Non indiqué pour les 12\u00a0: service'],
])('what is missing is grammatical for %i', (count, english, french) => {
  const snapshots = Array.from({ length: count }, (_, at) => ({
    ...nothingStated,
    subProcessorId: `SP-${String(at + 1).padStart(4, '0')}`,
    name: `Supplier ${at}`,
    function: 'stores files',
  }))
  expect(page({ snapshots })).toContain(english)
  expect(page({ snapshots, language: 'fr' })).toContain(french)
})

test('ids sort by number', () => {
  const [first] = policyFive
  const snapshots = ['SP-10000', 'SP-9999', 'SP-0002'].map((subProcessorId) => ({
    ...nothingStated,
    ...first,
    name: 'One',
    function: 'hosts',
    subProcessorId,
  }))
  const order = [...page({ snapshots }).matchAll(/<tr role="row" id="([^"]+)"/g)].map(
    ([, id]) => id,
  )
  expect(order).toEqual(['SP-0002', 'SP-9999', 'SP-10000'])
})

/** The address of the stylesheet changes with its content. */
const steady = (markup: string) => markup.replace(/style\.[0-9a-f]{12}\.css/, 'style.css')

const textOf = (markup: string) => markup.replace(/<[^>]*>/g, '').trim()
