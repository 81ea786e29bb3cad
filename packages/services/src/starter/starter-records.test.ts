import { createHash } from 'node:crypto'
import { sourceOf } from '@ropewalk/domain/certainty.ts'
import { linksOf } from '@ropewalk/domain/derived/links.ts'
import { lookOver, type Register } from '@ropewalk/domain/derived/look-over.ts'
import { publishedFrom } from '@ropewalk/domain/derived/published-from.ts'
import { isEmpty } from '@ropewalk/domain/empty.ts'
import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import { findingsOf } from '@ropewalk/domain/findings/findings.ts'
import { nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import { type Operation, wholeChangesSchema } from '@ropewalk/domain/operations.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { shippedReference } from '@ropewalk/domain/reference/shipped.ts'
import { rowsOf } from '@ropewalk/domain/rows-of.ts'
import { cellsOf } from '@ropewalk/domain/schema.ts'
import { describe, expect, it } from 'vitest'
import { linksOf as linksIn } from '../links.ts'
import { numbersIn } from './lines.ts'
import { starterRecords } from './starter-records.ts'
import { textOf } from './test-text.ts'

type Row = Readonly<Record<string, unknown>> & { rowId: string }
const clock = { now: '2026-11-24T15:00:00.000Z', today: '2026-11-24' }
const { records, published } = starterRecords(clock)
const of = (noun: NounKey) => records.filter((each) => each.noun === noun).map((e) => e.record)
const register = Object.fromEntries(nounKeys.map((noun) => [noun, of(noun)])) as unknown as Register
const look = lookOver(register, {
  today: clock.today,
  reference: shippedReference,
  published: new Map(published.map((facts) => [facts.subProcessorId, facts])),
})
const activity = (id: string) => {
  const found = register.activity.find((each) => each.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const rowsIn = (record: AnyRecord, key: string) => record[key] as readonly Row[]
const lines = (record: AnyRecord) => record.sources.map((source) => source.lines)

describe('the starter register', () => {
  it('holds every entry of the policy', () => {
    expect(Object.fromEntries(nounKeys.map((noun) => [noun, of(noun).length]))).toEqual({
      activity: 20,
      subProcessor: 5,
      dataCategory: 22,
      dataSubject: 16,
      party: 13,
      measure: 10,
      organisation: 1,
      product: 7,
      document: 2,
    })
  })

  it('numbers each noun from 1 without a hole', () => {
    for (const noun of nounKeys) {
      const ids = of(noun).map((record) => record.id)
      const { prefix } = nouns[noun]
      expect(ids.toSorted()).toEqual(
        ids.map((_, index) => `${prefix}-${String(index + 1).padStart(4, '0')}`),
      )
    }
  })

  it('has 19 activities in the controller’s record and 3 in the processor’s', () => {
    const roles = register.activity.map((each) => each.role)
    expect(roles.filter((role) => role === 'controller' || role === 'toConfirm')).toHaveLength(19)
    expect(roles.filter((role) => role === 'processor' || role === 'toConfirm')).toHaveLength(3)
  })

  it('engages Azure by the role of each activity, all links inferred', () => {
    const engaged = linksOf('SP-0001', look).map((link) => [link.activity.id, link.engagedAs])
    expect(Object.fromEntries(engaged)).toEqual({
      'PA-0001': 'subProcessor',
      'PA-0002': 'toConfirm',
      'PA-0003': 'processor',
      'PA-0004': 'toConfirm',
      'PA-0005': 'processor',
      'PA-0006': 'processor',
    })
    expect(register.subProcessor.flatMap((each) => linksOf(each.id, look, 'assured'))).toEqual([])
  })

  it('gives each purpose the one basis that the policy names, save where it names none', () => {
    const others = register.activity.flatMap(({ id, purposes }) =>
      purposes
        .filter((row) => row.legalBasis !== 'legitimateInterests')
        .map((row) => [id, row.purpose, row.legalBasis, Object.keys(row.declared).join(' ')]),
    )
    const declared = 'legalBasis legitimateInterest'
    expect(others).toEqual([
      ['PA-0001', expect.any(String), null, declared],
      ['PA-0001', expect.any(String), null, declared],
      ['PA-0007', 'collect location information from devices', null, ''],
      ['PA-0018', 'comply with law, legal process or regulation', null, ''],
      ['PA-0020', expect.any(String), 'legalObligation', ''],
      ['PA-0020', expect.any(String), 'legalObligation', ''],
    ])
    const interests = new Set(
      register.activity.flatMap(({ purposes }) =>
        purposes
          .filter((row) => row.legalBasis === 'legitimateInterests')
          .map((row) => row.legitimateInterest),
      ),
    )
    expect([...interests]).toEqual(['operating our Service, Websites and Business'])
  })

  it('keeps a retention criterion on every row of data', () => {
    for (const record of register.activity)
      for (const row of record.data) {
        const line = record.id === 'PA-0001' ? 91 : 92
        expect(row.criteria).not.toBe('')
        expect(numbersIn(sourceOf(record, 'data', row.rowId)?.lines ?? '')).toContain(line)
      }
  })

  it('gives a supplier only data that the activity has', () => {
    for (const record of register.activity)
      for (const row of record.subProcessors) {
        const held = record.data.map((each) => each.dataCategory)
        expect(row.dataCategories).not.toEqual([])
        expect(held).toEqual(expect.arrayContaining([...row.dataCategories]))
      }
  })

  it('leaves personal characteristics unassigned, with a question', () => {
    expect(look.isUsed('DC-0020')).toBe(false)
    expect(look.dataCategory('DC-0020')?.openQuestions).toHaveLength(1)
  })

  it('knows the policy by its sha256', () => {
    const policy = look.document('DOC-0002')
    expect(policy?.sha256).toBe(
      createHash('sha256')
        .update(policy?.text ?? '')
        .digest('hex'),
    )
    expect(policy?.text.split('\n')).toHaveLength(148)
  })

  it('profiles in PA-0017 only', () => {
    const profiling = register.activity.filter((each) => each.automatedDecisions !== null)
    expect(profiling.map((each) => [each.id, each.automatedDecisions])).toEqual([
      ['PA-0017', 'profiling'],
    ])
  })

  it('publishes what the public would read, and nothing that is not stated', () => {
    expect(published).toEqual(register.subProcessor.map((each) => publishedFrom(each, look)))
    expect(published.map((facts) => [facts.name, facts.function])).toEqual([
      ['Microsoft Azure', 'cloud service provider'],
      ['Salesforce.com', 'CRM system'],
      ['NetSuite', 'ERP system'],
      ['Atlassian', 'project information (Confluence and JIRA)'],
      ['SharePoint', 'project information'],
    ])
  })

  it('contradicts itself nowhere', () => {
    const findings = nounKeys.flatMap((noun) =>
      register[noun].flatMap((record) => findingsOf(noun, record as never, look)),
    )
    expect(findings.filter((finding) => finding.severity === 'conflict')).toEqual([])
    expect(findings.length).toBeGreaterThan(100)
  })
})

describe('each record of the starter', () => {
  it('links only to records before it', () => {
    const known = new Set<string>()
    for (const { noun, record } of records) {
      known.add(record.id)
      const cited = record.sources.flatMap((source) => source.document ?? [])
      const linked = linksIn(noun, record).map(({ id }) => id)
      for (const id of [...linked, ...cited]) expect(known, `${record.id} to ${id}`).toContain(id)
    }
  })

  it('says nothing where nothing is stated', () => {
    for (const { record } of records)
      for (const value of valuesIn(record))
        expect(value).not.toMatch(/^(not stated|no statement)$/i)
  })

  it('rests on lines of the policy, as of its day', () => {
    const policy = look.document('DOC-0002')?.text.split('\n') ?? []
    for (const { noun, record } of records) {
      for (const [field, row] of filledIn(noun, record))
        expect(sourceOf(record, field, row), `${record.id} ${field} ${row}`).toBeDefined()
      for (const source of record.sources) {
        expect(source).toMatchObject({ document: 'DOC-0002', asOf: '2021-03-31' })
        expect(source.lines).toMatch(/^L\d+(-L\d+)?( L\d+(-L\d+)?)*$/)
        for (const line of numbersIn(source.lines)) expect(policy[line - 1]).toBeTruthy()
        expect(existsIn(noun, record, source)).toBe(true)
      }
    }
  })

  it('speaks once for each field and row', () => {
    for (const { record } of records) {
      const spoken = record.sources.map((source) => `${source.field} ${source.row}`)
      expect(new Set(spoken).size).toBe(spoken.length)
    }
  })

  it('fits its catalogue', () => {
    for (const { noun, record } of records) {
      const changes = asChanges(noun, record)
      expect(wholeChangesSchema(noun).parse(changes)).toEqual(changes)
    }
  })

  it('is the same at each making, and dated by the clock', () => {
    expect(starterRecords(clock)).toEqual({ records, published })
    const later = starterRecords({ now: '2027-01-01T00:00:00.000Z', today: '2027-01-01' }).records
    expect(later.map(({ record }) => lines(record))).toEqual(
      records.map(({ record }) => lines(record)),
    )
    expect(new Set(later.map(({ record }) => record.createdAt))).toEqual(
      new Set(['2027-01-01T00:00:00.000Z']),
    )
  })

  it.each(['PA-0001', 'PA-0007', 'SP-0001'])('reads as in the golden file of %s', async (id) => {
    const found = records.find((each) => each.record.id === id)
    if (!found) throw new Error(`no ${id}`)
    const text = textOf(found.noun, found.record)
    await expect(text).toMatchFileSnapshot(`golden/${id}.txt`)
  })

  it('names the officer of 2021 as dated data of the organisation only', () => {
    const contact = look.organisation('ORG-0001')?.contacts.find((row) => row.role === 'dpo')
    expect(contact?.asOf).toBe('2021-03-31')
    const naming = records.filter(({ record }) =>
      [...valuesIn(record)].some((value) => value.includes(contact?.name ?? '')),
    )
    expect(naming.map(({ record }) => record.id)).toEqual(['DOC-0002', 'ORG-0001'])
  })

  it('asks again where the registry was in doubt', () => {
    expect(activity('PA-0002').openQuestions).toHaveLength(4)
    expect(activity('PA-0018').openQuestions.map((row) => row.provision)).toEqual(['Art. 6(1)(c)'])
    const without = records
      .filter(({ noun }) => noun === 'activity' || noun === 'subProcessor')
      .filter(({ record }) => record.openQuestions.length === 0)
    expect(without.map(({ record }) => record.id)).toEqual(['PA-0006'])
  })
})

/** Every text anywhere in a record. */
function* valuesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value !== null && typeof value === 'object')
    for (const each of Object.values(value)) yield* valuesIn(each)
}

function filledIn(noun: NounKey, record: AnyRecord): [string, string][] {
  return Object.entries(nouns[noun].fields as Fields).flatMap(([key, field]) => {
    if (field.kind === 'rows')
      return rowsIn(record, key).map((row): [string, string] => [key, row.rowId])
    return isEmpty(record[key]) ? [] : [[key, ''] as [string, string]]
  })
}

function existsIn(
  noun: NounKey,
  record: AnyRecord,
  { field, row }: { field: string; row: string },
) {
  if (field === '') return row === ''
  if (row !== '') return rowsIn(record, field).some((each) => each.rowId === row)
  return filledIn(noun, record).some(([key]) => key === field)
}

function asChanges(noun: NounKey, record: AnyRecord) {
  const pick = (keys: readonly string[], from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(keys.map((key) => [key, from[key]]))
  const rows = Object.entries(rowsOf(noun)).flatMap(([key, fields]) =>
    rowsIn(record, key).map(
      (row): Operation => ({ op: 'add', rows: key, cells: pick(Object.keys(fields), row) }),
    ),
  )
  return { fields: pick(Object.keys(cellsOf(nouns[noun].fields)), record), rows }
}
