import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { announceAndPublish } from '../changes/publish-now.ts'
import { listFindings } from '../findings/findings.ts'
import { activities, products, subProcessors } from '../records/nouns.ts'
import { previewPublication } from '../records/publishing.ts'
import { staged } from './test-approvals.ts'

onBothEngines('what the public is told of links', ({ open }) => {
  it('follows from approved activities once one was approved, and differs where it does not', async () => {
    const database = await open()
    const { id, editor, dpo, request, approve, edit } = await staged(database)
    const host = await subProcessors.create.run(editor(), { changes: { fields: { name: 'Host' } } })
    const product = await products.create.run(editor(), { changes: { fields: { name: 'App' } } })
    const linking = {
      rows: [
        { op: 'add', rows: 'subProcessors', cells: { subProcessor: host.id } },
        { op: 'add', rows: 'products', cells: { product: product.id } },
      ],
    }
    const other = await activities.create.run(editor(), {
      changes: { fields: { name: 'Hosting', role: 'processor' }, ...linking },
    })
    const confirm = async (activity: string) => {
      const { record } = await activities.read.run(dpo(), { id: activity })
      const rowsOf = (field: 'subProcessors' | 'products') =>
        record[field].map(({ rowId }) => ({ field, row: rowId }))
      const targets = [...rowsOf('subProcessors'), ...rowsOf('products')]
      await activities.confirm.run(editor(), { id: activity, version: record.version, targets })
    }
    await confirm(other.id)
    const told = async () => {
      const { after } = await previewPublication.run(dpo(), { id: host.id })
      return after.products.map(({ name }) => name)
    }
    const differs = async () =>
      (await listFindings.run(dpo(), { rule: ['published-facts-differ'] })).total
    expect(await told()).toEqual(['App'])
    await announceAndPublish.run(dpo(), { id: host.id, version: 1, reason: 'In use' })
    expect(await differs()).toBe(0)
    // The first approval of any activity: links of others are no longer told.
    await request()
    await approve()
    expect(await told()).toEqual([])
    expect(await differs()).toBe(1)
    const likewise = { fields: { role: 'processor' }, ...linking }
    await activities.change.run(editor(), { id, version: 1, changes: likewise })
    await confirm(id)
    expect(await told()).toEqual([])
    await request()
    await approve()
    expect(await told()).toEqual(['App'])
    expect(await differs()).toBe(0)
    await edit(editor, { name: 'Keeping more' })
    expect(await told()).toEqual([])
    expect(await differs()).toBe(1)
  })
})
