import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { countsOf } from '@ropewalk/domain/reconciliation/reconciled.ts'
import { expect, it } from 'vitest'
import { reconcile } from './reconciling.ts'
import { parties, subProcessors } from './records/nouns.ts'
import { contextOf, person } from './test-contexts.ts'

const listed = (...texts: string[]) => texts.map((text, at) => ({ line: at + 1, text }))

onBothEngines('a list beside the register', ({ open }) => {
  it('is compared with live sub-processors, and with parties when asked', async () => {
    const context = contextOf(await open())
    for (const fields of [
      { name: 'Slack', legalEntity: 'Salesforce, Inc.' },
      { name: 'Zoom' },
      { name: 'Okta' },
    ])
      await subProcessors.create.run(context, { changes: { fields } })
    await parties.create.run(context, { changes: { fields: { name: 'Tax office' } } })
    await subProcessors.archive.run(context, { id: 'SP-0003', version: 1 })
    const lines = listed('SALESFORCE', 'Okta', 'Zooom', 'Zoom Video', 'tax office')
    const auditor = { ...context, actor: person('auditor') }
    const without = await reconcile(auditor, { lines })
    expect(without.inBoth).toMatchObject([{ ids: ['SP-0001'], why: 'sameEntity' }])
    expect(without.candidates.map(({ entry }) => entry.name)).toEqual(['Zoom Video', 'Zooom'])
    expect(without.onlyHere).toEqual([{ id: 'SP-0002', name: 'Zoom' }])
    expect(countsOf(without)).toMatchObject({ lines: 5, inBoth: 1, candidates: 2, onlyThere: 2 })
    const decisions = [{ key: 'zooom', id: 'SP-0002', same: true }]
    const all = await reconcile(auditor, { lines, parties: true, decisions })
    expect(all.inBoth.flatMap(({ ids }) => ids)).toEqual(['SP-0001', 'PT-0001', 'SP-0002'])
    expect(all.onlyHere).toEqual([])
  })

  it('refuses who may not export, and more lines than fit', async () => {
    const context = contextOf(await open())
    const publicly = {
      ...context,
      actor: { kind: 'public', id: 'public', name: 'public' } as const,
    }
    await expect(reconcile(publicly, { lines: [] })).rejects.toThrow('Sign in first.')
    const many = Array.from({ length: 50_001 }, () => ({ line: 1, text: 'x' }))
    await expect(reconcile(context, { lines: many })).rejects.toThrow('at most 50,000 entries fit')
    expect((await reconcile(context, { lines: many.slice(1) })).onlyThere).toHaveLength(1)
  })
})
