import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { activities, subProcessors } from './records/nouns.ts'
import { searchRegister } from './search-register.ts'
import { contextOf } from './test-contexts.ts'

onBothEngines('the search', ({ open }) => {
  it('finds a supplier behind two hundred activities, its name first, with or without accents', async () => {
    const database = await open()
    const context = contextOf(database)
    for (let n = 1; n <= 210; n += 1)
      await activities.create.run(context, {
        changes: { fields: { name: `Activity ${n}`, description: 'Kept in Azure Écoles' } },
      })
    const { id } = await subProcessors.create.run(context, {
      changes: { fields: { name: 'Azure' } },
    })
    const { id: school } = await subProcessors.create.run(context, {
      changes: { fields: { name: 'Écoles réunies' } },
    })
    const first = async (query: string) => (await searchRegister.run(context, { query }))[0]
    expect(await first('azure')).toEqual({ id, noun: 'subProcessor', name: 'Azure' })
    for (const query of ['écoles', 'ecoles', 'ÉCOLES RÉ'])
      expect(await first(query)).toMatchObject({ id: school })
    expect(await first('pa-0042')).toMatchObject({ id: 'PA-0042' })
    expect(await searchRegister.run(context, { query: 'azure' })).toHaveLength(20)
  })
})
