import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedFrom } from '../derived/published-from.ts'
import { emptyRow } from '../empty.ts'
import type { CellFields, Fields, NounKey } from '../field.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { nounKeys, nouns, type RecordOfNoun } from '../nouns.ts'
import type { AnyRecord } from '../record.ts'
import type { SubProcessor } from '../sub-processor/sub-processor.ts'
import { example } from '../test-examples.ts'
import { arbitraryScene, type Scene } from '../test-records.ts'
import { languages, say, sayAll } from '../words.ts'
import { findingsOf } from './findings.ts'
import { rules } from './rules.ts'

type Judged = { noun: NounKey; record: AnyRecord; look: Look }
const recordsIn = ({ register, look }: Scene): Judged[] =>
  nounKeys.flatMap((noun) =>
    register[noun].map((record) => ({ noun, record: record as unknown as AnyRecord, look })),
  )
const judge = ({ noun, record, look }: Judged): Finding[] =>
  findingsOf(noun, record as unknown as RecordOfNoun<NounKey>, look)

const law = (holds: (judged: Judged, findings: Finding[]) => void, numRuns = 60) =>
  fc.assert(
    fc.property(arbitraryScene(), (scene) => {
      for (const judged of recordsIn(scene)) holds(judged, judge(judged))
    }),
    { numRuns },
  )

describe('findings on any record', () => {
  it('belong to a known rule and say it in every language', () => {
    law((_, findings) => {
      for (const finding of findings) {
        expect(rules[finding.rule]?.severity).toBe(finding.severity)
        expect(finding.provision).not.toBe('')
        for (const language of languages) {
          expect(sayAll(finding.sentence, language)).not.toBe('')
          const values = Object.keys(finding.sentence.values).map((key) => [key, 1])
          const filled = say(finding.sentence.text, language, Object.fromEntries(values))
          expect(filled).not.toMatch(/[{}]/)
        }
      }
    })
  })
  it('point to a field and row that exist', () => {
    law(({ noun, record }, findings) => {
      for (const { recordId, field, row, rule } of findings) {
        expect(recordId).toBe(record.id)
        if (rule === 'inferred-and-unconfirmed' && field === '') continue
        expect(field === 'openQuestions' || field in nouns[noun].fields).toBe(true)
        if (row === null) continue
        expect((record[field] as { rowId: string }[]).map(({ rowId }) => rowId)).toContain(row)
      }
    })
  })
  it('can be told apart by rule, field and row', () => {
    law((_, findings) => {
      const keys = findings.map(({ rule, field, row }) => `${rule} ${field} ${row}`)
      expect(new Set(keys).size).toBe(keys.length)
    })
  })
  it('are the same each time, and none on an archived record', () => {
    law((judged, findings) => {
      expect(judge(judged)).toEqual(findings)
      if (judged.record.archivedAt !== null) expect(findings).toEqual([])
    })
  })
  it('go when what a gap asks is answered', () => {
    law((judged, findings) => {
      for (const finding of findings.filter(({ severity }) => severity === 'gap')) {
        const answered = answer[finding.rule]?.(judged, finding) ?? {}
        const same = (other: Finding) =>
          other.rule === finding.rule && other.row === finding.row && other.field === finding.field
        expect(judge({ ...judged, ...answered }).some(same), finding.rule).toBe(false)
      }
    })
  })
})

describe('rules', () => {
  it('are all reached by some record', () => {
    const reached = new Set(
      fc
        .sample(arbitraryScene(), { numRuns: 150, seed: 1 })
        .flatMap((scene) => recordsIn(scene).flatMap(judge))
        .map(({ rule }) => rule),
    )
    expect(Object.keys(rules).filter((rule) => !reached.has(rule))).toEqual([])
  })
  it('that are gaps can all be answered', () => {
    const gaps = Object.values(rules).filter(({ severity }) => severity === 'gap')
    expect(Object.keys(answer).toSorted()).toEqual(gaps.map(({ id }) => id).toSorted())
  })
  it('have titles in every language and ids that fit', () => {
    for (const { id, title } of Object.values(rules)) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(id.length).toBeLessThanOrEqual(60)
      expect(title.en).not.toBe('')
      expect(title.fr).not.toBe(title.en)
    }
  })
})

type Answer = (judged: Judged, finding: Finding) => Partial<Judged>
const state =
  (values: Record<string, unknown>): Answer =>
  ({ record }) => ({ record: { ...record, ...values } })
const declare =
  (key: string): Answer =>
  ({ record }) => ({
    record: { ...record, declared: { ...record.declared, [key]: { answer: 'none', reason: '' } } },
  })
const add =
  (key: string, cells: Record<string, unknown>): Answer =>
  ({ noun, record }) => {
    const field = (nouns[noun].fields as Fields)[key]
    const catalogue: CellFields = field?.kind === 'rows' ? field.fields : {}
    const row = { ...emptyRow(catalogue, `${record.id}.99`), ...cells }
    return { record: { ...record, [key]: [...(record[key] as unknown[]), row] } }
  }
const fill =
  (cells: Record<string, unknown>): Answer =>
  ({ record }, { field, row }) => ({
    record: {
      ...record,
      [field]: (record[field] as { rowId: string }[]).map((each) =>
        each.rowId === row ? { ...each, ...cells } : each,
      ),
    },
  })
const named: Answer = ({ look }) => ({
  look: {
    ...look,
    party: (id) => example('party', id ?? '', { name: 'A named one', contact: 'by mail' }),
  },
})
const published: Answer = ({ record, look }) => ({
  look: { ...look, published: () => publishedFrom(record as unknown as SubProcessor, look) },
})

const answer: Record<string, Answer> = {
  'organisation-not-named': state({ organisation: 'ORG-0001' }),
  'joint-controller-not-named': add('jointControllers', { party: 'PT-0001' }),
  'joint-controllers-without-arrangement': fill({ arrangement: { text: 'Annex 1' } }),
  'organisation-without-name': state({ name: 'Acme' }),
  'organisation-without-contact': state({ email: 'privacy@example.org' }),
  'representative-not-stated': declare('representative'),
  'dpo-not-stated': state({ dpo: 'A person' }),
  'controllers-not-named': add('controllersServed', { party: 'PT-0001' }),
  'controller-is-a-class': named,
  'controller-without-contact': named,
  'processing-categories-not-stated': fill({ processingCategories: ['store'] }),
  'purposes-not-stated': add('purposes', { purpose: 'Billing' }),
  'purpose-without-legal-basis': fill({ legalBasis: 'contract' }),
  'legitimate-interest-not-named': fill({ legitimateInterest: 'security' }),
  'law-not-cited': fill({ lawCited: 'Tax code' }),
  'data-subjects-not-stated': add('dataSubjects', { dataSubject: 'DS-0001' }),
  'data-categories-not-stated': add('data', { dataCategory: 'DC-0001' }),
  'special-category-without-condition': fill({ specialCondition: 'explicitConsent' }),
  'criminal-data-without-authorisation': fill({ criminalAuthorisation: 'Act 1' }),
  'retention-not-stated': fill({ period: 3, unit: 'years' }),
  'recipients-not-stated': declare('recipients'),
  'transfers-not-stated': declare('transfers'),
  'third-country-without-mechanism': fill({ mechanism: 'bindingCorporateRules' }),
  'supplier-without-location': add('locations', { country: 'FR' }),
  'measures-not-stated': add('measures', { note: 'a safe' }),
  'supplier-without-contract': state({ contractStatus: 'signed', contractExpiresOn: null }),
  'contract-expired': state({ contractStatus: 'signed', contractExpiresOn: null }),
  'sub-processor-not-published': published,
}
