import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { activities, parties } from './records/nouns.ts'
import { readRowCounts } from './row-counts.ts'
import { contextOf } from './test-contexts.ts'

onBothEngines('the rows of lists', ({ open }) => {
  it('are counted on live records only', async () => {
    const context = contextOf(await open())
    await parties.create.run(context, { changes: { fields: { name: 'Customers' } } })
    const purpose = { op: 'add' as const, rows: 'purposes', cells: { purpose: 'support' } }
    const recipient = { op: 'add' as const, rows: 'recipients', cells: { party: 'PT-0001' } }
    const rows = [purpose, purpose, recipient]
    await activities.create.run(context, { changes: { rows } })
    await activities.create.run(context, { changes: { rows } })
    const before = await readRowCounts.run(context, undefined)
    expect(before.activity).toEqual({
      purposes: 4,
      recipients: 2,
      controllersServed: 0,
      subProcessors: 0,
      data: 0,
    })
    expect(before.subProcessor).toEqual({ assurance: 0 })
    await activities.archive.run(context, { id: 'PA-0002', version: 1 })
    expect((await readRowCounts.run(context, undefined)).activity.purposes).toBe(2)
  })
})
