import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { announceChange } from './changes/announcing.ts'
import { createChange } from './changes/drafting.ts'
import { announceAndPublish } from './changes/publish-now.ts'
import { publicList } from './public-list.ts'
import { subProcessors } from './records/nouns.ts'
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
    const removed = async (id: string) => {
      const { id: change, version } = await createChange.run(on('2026-11-19'), {
        ...{ kind: 'remove', why: 'Not used', subProcessors: [id] },
        ...{ effectiveOn: '2026-11-19', emergency: 'It closed' },
      })
      await announceChange.run(on('2026-11-19'), { id: change, version })
    }
    const [id] = [await made('One'), await made('Two')]
    expect((await publicList(database)).changedOn).toBe('2026-11-02')
    const { record } = await subProcessors.read.run(on('2026-11-20'), { id })
    const asked = { id, version: record.version }
    await expect(subProcessors.withdraw.run(on('2026-11-20'), asked)).rejects.toThrow('its removal')
    await removed(id)
    expect((await publicList(database)).snapshots[0]).toMatchObject({ status: 'former' })
    const { version } = (await subProcessors.read.run(on('2026-11-20'), { id })).record
    await subProcessors.withdraw.run(on('2026-11-20'), { id, version })
    expect(await publicList(database)).toMatchObject({
      changedOn: '2026-11-20',
      snapshots: [{ name: 'Two', updatedOn: '2026-11-02' }],
    })
  })
})
