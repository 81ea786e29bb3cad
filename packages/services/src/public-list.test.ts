import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { announceAndPublish } from './changes/publish-now.ts'
import { removedAtOnce } from './changes/test-changes.ts'
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
})
