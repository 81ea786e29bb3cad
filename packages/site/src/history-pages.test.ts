import { describe, expect, it } from 'vitest'
import { changePage, changesPage } from './change-pages.ts'
import { noFilters } from './filters.ts'
import { historyInput, moved, twoChanges } from './fixtures/changes.ts'
import { policyFive, x2o } from './fixtures/policy-five.ts'
import { objectPage } from './objection-pages.ts'
import { subProcessorsPage } from './page.ts'
import { asOfPage, differencesPage, supplierPage } from './past-pages.ts'
import { listAsOf } from './site-history.ts'
import { sitemap } from './sitemap.ts'

const french = { ...historyInput, language: 'fr' } as const

describe('the pages beside the list', () => {
  it('tell a change with its days and both sides, and nothing of another', () => {
    const page = changePage(historyInput, 'CH-0001') ?? ''
    for (const text of [
      '15 November 2026',
      '1 December 2026',
      'Canada',
      'not stated',
      'new location',
    ])
      expect(page).toContain(text)
    expect(page).toContain('A &lt;b&gt;new&lt;/b&gt; place &amp; more')
    expect(page).not.toContain('Still needed')
    expect(changePage(historyInput, 'CH-0009')).toBeUndefined()
    expect(changePage(french, 'CH-0001')).toContain('1er décembre 2026')
  })

  it('put what is to come first, and say what was withdrawn', () => {
    const page = changesPage(historyInput)
    expect(page.indexOf('CH-0001')).toBeLessThan(page.indexOf('CH-0002'))
    expect(page).toContain('(withdrawn)')
    expect(changesPage({ ...historyInput, changes: [] })).toContain('No change was announced yet.')
  })

  it('say of what is held that its day is open, never that it is in effect', () => {
    const changes = twoChanges.map((change) => ({ ...change, held: change.state === 'announced' }))
    const [change] = changes
    if (!change) throw new Error('no change')
    const told = (language: 'en' | 'fr') => {
      const input = { ...historyInput, changes, language }
      const form = { language, token: 't', notice: change, deadline: '2026-11-15' }
      return [
        subProcessorsPage({
          ...{ ...input, snapshots: policyFive, changedOn: '2026-06-01', filters: noFilters },
        }),
        changesPage(input),
        changePage(input, change.id) ?? '',
        objectPage({ ...form, late: false, party: '', before: [] }),
      ].map((page) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '))
    }
    for (const page of told('en')) {
      expect(page).toMatch(/[Nn]ot before 1 December 2026 ?; (it )?waits for an authorisation/)
      expect(page).not.toMatch(/(in effect from|takes effect on) 1 December/i)
    }
    for (const page of told('fr')) {
      expect(page).toMatch(
        /pas (effet )?avant le 1er décembre 2026 ; (il )?attend une autorisation/i,
      )
      expect(page).not.toMatch(/(en vigueur le|prend effet le) 1er décembre/i)
    }
  })

  it('link the page of a supplier once it has one', () => {
    const link = '<a href="/subprocessors/SP-'
    const shown = (history: typeof moved) =>
      (changePage({ ...historyInput, history }, 'CH-0001') ?? '').includes(link)
    expect([shown(moved), shown([])]).toEqual([true, false])
    expect(changePage({ ...historyInput, history: [] }, 'CH-0001')).toMatch(/<h2 id="SP-\d+"><bdi>/)
  })

  it('lead the list with what is announced, never with what was withdrawn', () => {
    const page = subProcessorsPage({
      ...{ organisation: x2o, snapshots: policyFive, changedOn: '2026-06-01', language: 'en' },
      ...{ base: 'https://register.example', filters: noFilters },
      ...{ changes: twoChanges, history: moved },
    })
    expect(page).toContain('/subprocessors/changes/CH-0001')
    expect(page).not.toContain('/subprocessors/changes/CH-0002')
    expect(page).not.toContain('No change is announced')
    expect(page).toContain('/subprocessors/as-of/2026-03-01')
  })

  it.each([
    ['2026-02-28', 0, undefined],
    ['2026-03-01', 5, []],
    ['2026-05-31', 5, []],
    ['2026-06-01', 5, ['CA']],
  ])('as of %s have %i suppliers', (day, count, countries) => {
    const list = listAsOf(moved, day)
    expect(list).toHaveLength(count)
    expect(list[0]?.processingCountries).toEqual(countries)
  })

  it('say when the list begins, and what a day had', () => {
    expect(asOfPage(historyInput, '2026-01-01')).toContain('The list begins on')
    expect(asOfPage(historyInput, '2026-01-01')).toContain('noindex')
    expect(asOfPage(historyInput, '2026-06-01')).toContain('Canada')
    expect(asOfPage(historyInput, '2026-06-01')).not.toContain('noindex')
  })

  it('say what two days differ in', () => {
    const page = differencesPage(historyInput, { from: '2026-03-01', to: '2026-06-01' })
    expect(page).toContain('Canada')
    expect(page).not.toContain('The list is the same')
    expect(differencesPage(historyInput, { from: '2026-03-01', to: '2026-03-02' })).toContain(
      'The list is the same',
    )
    expect(differencesPage(historyInput, { from: '2026-01-01', to: '2026-03-02' })).toContain(
      'was added',
    )
  })

  it('tell the history of one supplier', () => {
    const page = supplierPage(historyInput, 'SP-0001') ?? ''
    expect(page).toContain('/subprocessors/as-of/2026-06-01')
    expect(page).toContain('/subprocessors/changes/CH-0001')
    expect(supplierPage(historyInput, 'SP-0099')).toBeUndefined()
  })

  it('run no script and name each other in both languages', () => {
    for (const page of [changesPage(french), asOfPage(french, '2026-06-01')]) {
      expect(page).not.toContain('<script')
      expect(page).toContain('hreflang="en"')
      expect(page).toContain('<html lang="fr">')
    }
    expect(sitemap(historyInput)).toContain('/fr/subprocessors/changes/CH-0002</loc>')
  })
})
