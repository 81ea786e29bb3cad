import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import { expect, it } from 'vitest'
import { askedIn } from './asked-export.ts'
import { systemActor } from './people-cli.ts'
import { withTable } from './table-of-dataset.ts'

onBothEngines('the datasets of people and permissions', ({ open }) => {
  it('refuse what they cannot be chosen by, naming it', async () => {
    const database = await open()
    const context: Context = {
      database,
      actor: systemActor(),
      door: 'download',
      now: () => new Date(),
    }
    const keyOf = (dataset: string, query: Record<string, string>) =>
      withTable(context, askedIn(dataset, query), async (table) => table.dataset)
    for (const dataset of ['access', 'permissions']) {
      expect(await keyOf(dataset, { lang: 'fr', archived: 'no' })).toBe(dataset)
      for (const key of ['nonsense', 'q', 'constructor'])
        await expect(keyOf(dataset, { [key]: '1' })).rejects.toMatchObject({
          code: 'INVALID',
          field: key,
        })
      await expect(keyOf(dataset, { archived: 'yes' })).rejects.toMatchObject({ field: 'archived' })
    }
  })
})
