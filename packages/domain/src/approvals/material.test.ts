import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed } from '../change.ts'
import type { Fields, NounKey } from '../field.ts'
import { nounKeys, nouns } from '../nouns.ts'
import { example } from '../test-examples.ts'
import { isMaterial, isMaterialByDefault, lapseReason, materialChanges } from './material.ts'

const clock = { now: '2026-11-24T15:00:00.000Z', today: '2026-11-24' }
const keysOf = (noun: NounKey) => Object.keys(nouns[noun].fields as Fields)

describe('what is material', () => {
  it('is by default what Art. 28 and 30 ask for and what the public reads, never what runs the work', () => {
    const material = (noun: NounKey) => keysOf(noun).filter((key) => isMaterialByDefault(noun, key))
    expect(material('activity')).toEqual([
      'name',
      'role',
      'organisation',
      'controllersServed',
      'jointControllers',
      'purposes',
      'dataSubjects',
      'data',
      'recipients',
      'subProcessors',
      'transfers',
      'measures',
    ])
    for (const noun of nounKeys)
      for (const key of ['owner', 'description', 'nextReviewOn', 'reviewEveryMonths'])
        expect(isMaterialByDefault(noun, key)).toBe(false)
  })

  it('is a changed value or answer of a material field, whatever the setting makes material', () => {
    const noun = fc.constantFrom<NounKey>('activity', 'party', 'product')
    fc.assert(
      fc.property(noun, fc.boolean(), fc.boolean(), (of, name, description) => {
        const rules = { material: { [of]: { name, description } } }
        const fields: Fields = nouns[of].fields
        const before = example(of, `${nouns[of].prefix}-0001`, { name: 'One' })
        const given = { name: 'Two', ...(fields.description ? { description: 'Text' } : {}) }
        const after = changed(of, before, { fields: given }, clock)
        const expected = Object.keys(given).filter((key) => isMaterial(rules, of, key))
        expect(materialChanges(rules, of, { before, after })).toEqual(
          keysOf(of).filter((key) => expected.includes(key)),
        )
      }),
    )
  })

  it('is a row that came, went or changed, and not the order of rows', () => {
    const before = example('activity', 'PA-0001', {
      purposes: [{ purpose: 'One' }, { purpose: 'Two' }],
    })
    const [first, second] = before.purposes as readonly { rowId: string }[]
    const swapped = { ...before, purposes: [second, first] }
    const rules = { material: {} }
    expect(materialChanges(rules, 'activity', { before, after: swapped })).toEqual([])
    const fewer = { ...before, purposes: [first] }
    expect(materialChanges(rules, 'activity', { before, after: fewer })).toEqual(['purposes'])
    const declared = {
      ...before,
      declared: { recipients: { answer: 'none', reason: '' } },
    } as const
    expect(materialChanges(rules, 'activity', { before, after: declared })).toEqual(['recipients'])
  })

  it('names the fields in words', () => {
    expect(lapseReason('activity', ['name', 'purposes'])).toEqual({
      en: 'changed: Name, Purposes',
      fr: 'modifié : Nom, Finalités',
    })
    expect(lapseReason('activity', ['removed']).en).toBe('the record was deleted')
  })
})
