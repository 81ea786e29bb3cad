import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { linesIn } from '../people/test-people.ts'
import { activities } from '../records/nouns.ts'
import { changeApprovalSettings } from './change-settings.ts'
import { readApproval } from './list.ts'
import { staged } from './test-approvals.ts'

const rules = { fourEyes: 'required', titles: [], required: {}, material: {} } as const

onBothEngines('a lapse of an approval', ({ open }) => {
  const approved = async () => {
    const database = await open()
    const stage = await staged(database)
    await stage.request()
    await stage.approve()
    const state = async () => (await readApproval.run(stage.dpo(), { id: stage.id })).state
    return { database, state, ...stage }
  }

  it('comes with a material change, at its time, naming the fields, in the entry after it', async () => {
    const { database, id, editor, edit, state, dpo } = await approved()
    await edit(editor, { name: 'Another', description: 'And a note' })
    expect(await state()).toBe('lapsed')
    const [round] = (await readApproval.run(dpo(), { id })).rounds
    const lapsedAt = '2026-11-24T15:00:00.000Z'
    expect(round).toMatchObject({ lapsedFields: ['name'], lapsedBy: editor().actor.id, lapsedAt })
    const lines = (await linesIn(database)).slice(-2)
    expect(lines).toMatchObject([
      { verb: 'activities.change', version: 2 },
      { verb: 'approvals.lapse', version: 2, about: id, actorId: editor().actor.id },
    ])
  })

  it('does not come with an immaterial one', async () => {
    const { id, editor, edit, state, dpo } = await approved()
    await edit(editor, { description: 'A note', nextReviewOn: '2027-01-01' })
    expect(await state()).toBe('approved')
    expect((await readApproval.run(dpo(), { id })).isAlteredSince).toBe(true)
  })

  it('follows the setting of what is material', async () => {
    const { admin, editor, edit, state } = await approved()
    const material = { activity: { description: true, name: false } }
    await changeApprovalSettings.run(admin(), { ...rules, version: 0, material })
    await edit(editor, { name: 'Another' })
    expect(await state()).toBe('approved')
    await edit(editor, { description: 'A note' })
    expect(await state()).toBe('lapsed')
  })

  it('comes by every door: rows, several at once, a version restored, deletion', async () => {
    const rows = await approved()
    const add = [{ op: 'add' as const, rows: 'purposes', cells: { purpose: 'Another' } }]
    await activities.change.run(rows.editor(), { id: rows.id, version: 1, changes: { rows: add } })
    expect(await rows.state()).toBe('lapsed')

    const bulk = await approved()
    await activities.bulkChange.run(bulk.editor(), {
      records: [{ id: bulk.id, version: 1, changes: { fields: { role: 'controller' } } }],
    })
    expect(await bulk.state()).toBe('lapsed')

    const restored = await approved()
    await restored.edit(restored.editor, { name: 'Another' })
    await restored.request()
    await restored.approve()
    expect(await restored.state()).toBe('approved')
    const { lines } = await activities.history.run(restored.dpo(), { id: restored.id })
    const seq = lines.find(({ verb }) => verb === 'activities.create')?.seq ?? 0
    await activities.restore.run(restored.editor(), { id: restored.id, version: 2, seq })
    expect(await restored.state()).toBe('lapsed')

    const removed = await approved()
    await activities.remove.run(removed.dpo(), { id: removed.id, version: 1 })
    const [line] = (await linesIn(removed.database)).slice(-1)
    expect(line?.after).toMatchObject({ state: 'lapsed', lapsedFields: ['removed'] })
  })

  it('takes what was signed of a request, and leaves one that nobody signed', async () => {
    const { edit, editor, request, state, dpo, id } = await approved()
    await edit(editor, { name: 'Another' })
    await request()
    await edit(editor, { name: 'Yet another' })
    expect(await state()).toBe('inReview')
    await activities.archive.run(dpo(), { id, version: 3 })
    expect(await state()).toBe('lapsed')
  })

  it('leaves the older approval where the newer one took its place', async () => {
    const { id, edit, editor, request, approve, dpo } = await approved()
    await edit(editor, { description: 'A note' })
    await request()
    await approve()
    const { rounds } = await readApproval.run(dpo(), { id })
    expect(rounds.map(({ state }) => state)).toEqual(['approved', 'replaced'])
    expect(rounds[0]?.signatures).toMatchObject([{ fromVersion: 1, version: 2 }])
  })
})
