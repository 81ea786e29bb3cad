import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { somebody } from '../people/test-people.ts'
import { contextOf } from '../test-contexts.ts'
import { activities, documents } from './nouns.ts'

onBothEngines('filters', ({ open }) => {
  it('find exactly the records that are named, or all but those, up to their limit', async () => {
    const database = await open()
    const context = contextOf(database)
    for (const name of ['One', 'Two', 'Three'])
      await activities.create.run(context, { changes: { fields: { name } } })
    const found = async (filters: Record<string, string | string[]>) =>
      (await activities.list.run(context, { filters })).rows.map(({ id }) => id)
    expect(await found({ id: ['PA-0003', 'PA-0001'] })).toEqual(['PA-0001', 'PA-0003'])
    expect(await found({ id: 'PA-0009' })).toEqual([])
    expect(await found({ except: 'PA-0002' })).toEqual(['PA-0001', 'PA-0003'])
    expect(await found({ id: ['PA-0001', 'PA-0002'], except: ['PA-0001'] })).toEqual(['PA-0002'])
    await expect(found({ id: 'SP-0001' })).rejects.toThrow('ID: SP-0001 is no id of this list.')
    const many = (n: number) => Array.from({ length: n }, (_, at) => `PA-${1000 + at}`)
    expect(await found({ id: many(500) })).toEqual([])
    expect(await found({ except: many(500) })).toHaveLength(3)
    await expect(found({ id: many(501) })).rejects.toThrow('500')
  })

  it('find people and references by what they name', async () => {
    const database = await open()
    const context = contextOf(database)
    const { user } = await somebody(database, 'owner@example.org')
    const { id: document } = await documents.create.run(context, {
      changes: { fields: { name: 'Policy' } },
    })
    const url = 'https://example.org/dpia'
    const made = async (fields: object, rows: object[] = []) =>
      (await activities.create.run(context, { changes: { fields, rows } as never })).id
    const ours = await made({ owner: { person: user.id }, dpiaReference: { url } })
    const theirs = await made({ owner: { text: 'Jane "J" Doe' }, dpiaReference: { document } })
    const assessed = await made({ dpiaReference: { text: 'In the safe' } }, [
      { op: 'add', rows: 'transfers', cells: { assessment: { document } } },
    ])
    const found = async (key: string, value: string) => {
      const { rows } = await activities.list.run(context, { filters: { [key]: value } })
      return rows.map(({ id }) => id)
    }
    expect(await found('owner', user.id)).toEqual([ours])
    expect(await found('owner', 'Jane "J" Doe')).toEqual([theirs])
    expect(await found('owner', 'US-9999')).toEqual([])
    expect(await found('owner', 'notStated')).toEqual([assessed])
    expect(await found('dpiaReference', url)).toEqual([ours])
    expect(await found('dpiaReference', document)).toEqual([theirs])
    expect(await found('dpiaReference', 'In the safe')).toEqual([assessed])
    expect(await found('transfers', document)).toEqual([assessed])
  })
})
