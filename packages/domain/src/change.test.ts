import { describe, expect, it } from 'vitest'
import { changed, confirmed, created } from './change.ts'
import { invalid } from './invalid.ts'
import { nouns } from './nouns.ts'
import { changesSchema, wholeChangesSchema } from './operations.ts'

const clock = { now: '2026-11-24T10:00:00.000Z', today: '2026-11-24' }
const parsed = (changes: unknown) => {
  const result = changesSchema('activity').safeParse(changes)
  if (result.success) return result.data
  throw invalid(result.error, nouns.activity.fields)
}
const billing = () =>
  created(
    'activity',
    'PA-0001',
    parsed({
      fields: { name: 'Billing', role: 'controller' },
      rows: [{ op: 'add', rows: 'purposes', cells: { purpose: 'invoicing' } }],
    }),
    clock,
  )

describe('a change', () => {
  it('gives rows permanent ids that are never used again', () => {
    const before = billing()
    const [row] = before.purposes as { rowId: string }[]
    const removed = changed(
      'activity',
      before,
      parsed({ rows: [{ op: 'remove', rows: 'purposes', rowId: row?.rowId }] }),
      clock,
    )
    const again = changed(
      'activity',
      removed,
      parsed({ rows: [{ op: 'add', rows: 'purposes', cells: { purpose: 'invoicing' } }] }),
      clock,
    )
    expect((again.purposes as { rowId: string }[])[0]?.rowId).not.toBe(row?.rowId)
    expect(again.version).toBe(3)
  })
  it('marks what changed as entered and only that', () => {
    const after = changed('activity', billing(), parsed({ fields: { description: 'x' } }), clock)
    expect(after.sources.map((source) => [source.field, source.certainty])).toEqual([
      ['', 'entered'],
      ['description', 'entered'],
    ])
  })
  it('confirms a row', () => {
    const before = billing()
    const [row] = before.purposes as { rowId: string }[]
    const after = confirmed(before, [['purposes', row?.rowId ?? '']], clock)
    expect(after.sources.at(-1)).toMatchObject({
      field: 'purposes',
      row: row?.rowId,
      certainty: 'confirmed',
    })
  })
  it.each([
    [
      { fields: { name: 'a\u202eb' } },
      'Name: it holds a character that reverses the direction of text.',
    ],
    [{ fields: { name: 'x'.repeat(201) } }, 'Name: at most 200 characters fit.'],
    [{ fields: { startedOn: '2026-02-30' } }, 'Started on: a day is written YYYY-MM-DD.'],
    [{ fields: { role: 'boss' } }, 'Our role: this choice does not exist.'],
    [{ fields: { name: null } }, 'Name: a text is expected.'],
    [
      { rows: [{ op: 'add', rows: 'purposes', cells: { legalBasis: 'because' } }] },
      'Purposes, Legal basis: this choice does not exist.',
    ],
    [{ rows: [{ op: 'add', rows: 'nothing', cells: {} }] }, /no such field/],
    [{ declared: { purposes: { answer: 'none' } } }, 'Purposes: this answer is not open here.'],
  ])('refuses %j with a sentence', (changes, sentence) => {
    expect(() => changed('activity', billing(), parsed(changes), clock)).toThrow(sentence)
  })
  it('takes the declared answers of a processor', () => {
    const processor = changed(
      'activity',
      billing(),
      parsed({
        fields: { role: 'processor' },
        declared: { purposes: { answer: 'notApplicable' } },
      }),
      clock,
    )
    expect(processor.declared).toEqual({ purposes: { answer: 'notApplicable', reason: '' } })
  })
  it('refuses to change nothing', () => {
    expect(() =>
      changed('activity', billing(), parsed({ fields: { name: 'Billing' } }), clock),
    ).toThrow('Nothing would change.')
  })
})

describe('what a door takes', () => {
  const source = { field: '', row: '', certainty: 'stated' }
  const answered = { question: 'Who?', answer: 'We', answeredBy: 'Somebody' }
  it.each([
    { op: 'add', rows: 'sources', cells: source },
    { op: 'remove', rows: 'sources', rowId: 'PA-0001.2' },
    { op: 'change', rows: 'sources', rowId: 'PA-0001.2', cells: { certainty: 'confirmed' } },
    { op: 'add', rows: 'openQuestions', cells: answered },
    { op: 'change', rows: 'openQuestions', rowId: 'PA-0001.3', cells: { answer: 'We' } },
    { op: 'remove', rows: 'openQuestions', rowId: 'PA-0001.3' },
  ])('refuses to be told where a fact comes from or who answered: $op $rows', (operation) => {
    expect(() => parsed({ rows: [operation] })).toThrow(
      /there is no such field|this choice does not exist/,
    )
    expect(wholeChangesSchema('activity').safeParse({ rows: [operation] }).success).toBe(true)
  })

  it('takes a new question', () => {
    const cells = { question: 'Who?', provision: 'Art. 6', lines: 'L1' }
    const asked = { op: 'add', rows: 'openQuestions', cells }
    expect(parsed({ rows: [asked] })).toEqual({ rows: [asked] })
  })

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'refuses a field %s',
    (key) => {
      const fields = JSON.parse(`{"${key}": 1}`)
      expect(() => parsed({ fields })).toThrow(`${key}: there is no such field.`)
      expect(() => parsed({ rows: [{ op: 'add', rows: 'purposes', cells: fields }] })).toThrow(
        'there is no such field.',
      )
      expect(() => parsed({ rows: [{ op: 'add', rows: key, cells: {} }] })).toThrow()
    },
  )

  it.each(['XX', 'UK', 'EU', 'ca', 'ZZ'])('refuses %s, which is no country', (country) => {
    const operation = { op: 'add', rows: 'transfers', cells: { country } }
    expect(() => parsed({ rows: [operation] })).toThrow('a country is a code of ISO 3166-1')
  })

  it('refuses a subdivision of another country, and only there', () => {
    const saved = (cells: object) =>
      changed(
        'activity',
        billing(),
        parsed({ rows: [{ op: 'add', rows: 'transfers', cells }] }),
        clock,
      )
    expect(() => saved({ country: 'US', subdivision: 'CA-QC' })).toThrow('CA-QC is not in US.')
    expect(saved({ country: 'CA', subdivision: 'CA-QC' }).transfers).toHaveLength(1)
    expect(saved({ subdivision: 'CA-QC' }).transfers).toHaveLength(1)
  })

  it.each([
    ['America/Toronto', true],
    ['Europe/Kyiv', true],
    ['UTC', true],
    ['EST', false],
    ['+05:00', false],
    ['Europe/Nowhere', false],
  ])('takes %s as a time zone: %s', (timeZone, taken) => {
    const given = { fields: { timeZone } }
    expect(changesSchema('organisation').safeParse(given).success).toBe(taken)
  })
})
