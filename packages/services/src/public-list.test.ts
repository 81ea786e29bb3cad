import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { announceChange, withdrawChange } from './changes/announcing.ts'
import { answerChange } from './changes/consent.ts'
import { createChange } from './changes/drafting.ts'
import { announceAndPublish } from './changes/publish-now.ts'
import { removedAtOnce } from './changes/test-changes.ts'
import { publicList, publicMark, publicSequence } from './public-list.ts'
import { organisations, parties, subProcessors } from './records/nouns.ts'
import { contextOf, person } from './test-contexts.ts'

onBothEngines('the public list', ({ open }) => {
  it('changed on the day that a supplier was taken off it', async () => {
    const database = await open()
    const on = (day: string) => contextOf(database, person('dpo'), `${day}T15:00:00.000Z`)
    expect((await publicList(database)).changedOn).toBeUndefined()
    const made = async (name: string) => {
      const { id } = await subProcessors.create.run(on('2026-11-01'), {
        changes: { fields: { name } },
      })
      await announceAndPublish.run(on('2026-11-02'), { id, version: 1, reason: 'In use' })
      return id
    }
    const [id] = [await made('One'), await made('Two')]
    expect((await publicList(database)).changedOn).toBe('2026-11-02')
    const { record } = await subProcessors.read.run(on('2026-11-20'), { id })
    const asked = { id, version: record.version }
    await expect(subProcessors.withdraw.run(on('2026-11-20'), asked)).rejects.toThrow('its removal')
    await removedAtOnce(on('2026-11-19'), id)
    expect((await publicList(database)).snapshots[0]).toMatchObject({ status: 'former' })
    const { version } = (await subProcessors.read.run(on('2026-11-20'), { id })).record
    await subProcessors.withdraw.run(on('2026-11-20'), { id, version })
    expect(await publicList(database)).toMatchObject({
      changedOn: '2026-11-20',
      snapshots: [{ name: 'Two', updatedOn: '2026-11-02' }],
    })
  })
  it('has a mark that differs with what is published, and with nothing else', async () => {
    const database = await open()
    const on = contextOf(database, person('dpo'), '2026-11-01T15:00:00.000Z')
    const told: [string, boolean][] = []
    const step = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
      const before = [await publicMark(database), await publicSequence(database)]
      const result = await run()
      const { mark, sequence } = await publicList(database)
      expect(mark).toBe(await publicMark(database))
      expect(sequence, name).toBeGreaterThan(Number(before[1]))
      told.push([name, mark !== before[0]])
      return result
    }
    const fields = (name: string, given = {}) => ({ changes: { fields: { name, ...given } } })
    const acme = await step('organisation', () => organisations.create.run(on, fields('Acme')))
    const careful = { kind: 'customer', authorisation: 'specific' }
    const { id: party } = await step('party', () =>
      parties.create.run(on, fields('Careful', careful)),
    )
    const { id } = await step('supplier', () => subProcessors.create.run(on, fields('One')))
    const draft = await step('draft', () =>
      createChange.run(on, {
        ...{ kind: 'add', why: 'We need it', subProcessors: [id], effectiveOn: '2027-02-01' },
      }),
    )
    const at = ({ id, version }: { id: string; version: number }) => ({ id, version })
    const announced = await step('announced', () => announceChange.run(on, at(draft)))
    const answer = { party, answer: 'refused' } as const
    const answered = await step('answered', () =>
      answerChange.run(on, { ...at(announced), ...answer }),
    )
    await step('withdrawn', () => withdrawChange.run(on, { ...at(answered), reason: 'No' }))
    const { id: two } = await step('another', () => subProcessors.create.run(on, fields('Two')))
    await step('published', () =>
      announceAndPublish.run(on, { id: two, version: 1, reason: 'In use' }),
    )
    await step('renamed', () =>
      organisations.change.run(on, { ...fields('Acme Inc.'), ...at({ ...acme, version: 1 }) }),
    )
    expect(told.filter(([, differs]) => !differs).map(([name]) => name)).toEqual([
      ...['party', 'supplier', 'draft', 'another'],
    ])
  })
})
