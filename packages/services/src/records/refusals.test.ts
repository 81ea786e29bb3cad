import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { beforeAll, expect, it } from 'vitest'
import { answerQuestion } from '../findings/questions.ts'
import { lastLine, somebody } from '../people/test-people.ts'
import { contextOf, person } from '../test-contexts.ts'
import { activities, organisations, subProcessors } from './nouns.ts'

onBothEngines('what a write refuses', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  const dpo = () => contextOf(database)
  const editor = () => contextOf(database, person('editor'))
  const made = (name: string) => activities.create.run(dpo(), { changes: { fields: { name } } })
  const supplier = (fields: object = {}) =>
    subProcessors.create.run(dpo(), { changes: { fields: { name: 'Supplier', ...fields } } })

  it('keeps where a fact comes from out of reach', async () => {
    const { id, sources } = await made('Billing')
    const [source] = sources
    const rowId = source?.rowId ?? ''
    const cells = { certainty: 'stated' }
    for (const operation of [
      { op: 'change', rows: 'sources', rowId, cells },
      { op: 'remove', rows: 'sources', rowId },
      { op: 'add', rows: 'sources', cells },
    ]) {
      const changes = { rows: [operation] } as never
      await expect(
        activities.change.run(editor(), { id, version: 1, changes }),
      ).rejects.toMatchObject({ code: 'INVALID' })
    }
    const targets = [{ field: 'sources', row: rowId }]
    await expect(
      activities.confirm.run(editor(), { id, version: 1, targets }),
    ).rejects.toMatchObject({ code: 'INVALID', field: 'targets' })
    expect((await activities.read.run(dpo(), { id })).record.sources).toEqual(sources)
  })

  it('names a key that every object has as the unknown field that it is', async () => {
    for (const key of ['toString', 'constructor'])
      await expect(
        activities.create.run(dpo(), { changes: { fields: { [key]: 'x' } } }),
      ).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('takes an answer from who may write the record only', async () => {
    const rows = [{ op: 'add' as const, rows: 'openQuestions', cells: { question: 'Who?' } }]
    const ask = { changes: { fields: { name: 'Somebody' }, rows } }
    const answerOf = ({ id, openQuestions }: Awaited<ReturnType<typeof made>>) => ({
      recordId: id,
      version: 1,
      rowId: openQuestions[0]?.rowId ?? '',
      answer: 'We do.',
    })
    const organisation = await organisations.create.run(dpo(), ask)
    const asked = answerOf(organisation as never)
    await expect(answerQuestion.run(editor(), asked)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { permission: 'organisation:write' },
    })
    await answerQuestion.run(dpo(), asked)
    const activity = await activities.create.run(dpo(), ask)
    await answerQuestion.run(editor(), answerOf(activity))
    expect(await lastLine(database)).toMatchObject({ verb: 'questions.answer' })
  })

  it('refuses the same record twice in one step, and changes nothing', async () => {
    const { id } = await made('Twice')
    const records = [1, 2].map(() => ({ id, version: 1, changes: { fields: { name: 'Once' } } }))
    await expect(activities.bulkChange.run(dpo(), { records })).rejects.toMatchObject({
      code: 'INVALID',
      field: 'records',
      message: `${id} stands twice among the records to change. Nothing was changed.`,
    })
    expect((await activities.read.run(dpo(), { id })).record.version).toBe(1)
  })

  it('publishes no supplier without a name', async () => {
    const { id } = await supplier({ name: '' })
    await expect(
      subProcessors.publish.run(dpo(), { id, version: 1, reason: 'first' }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      field: 'name',
    })
  })

  it('refuses a supplier that engages itself, directly or through others', async () => {
    const one = await supplier()
    const other = await supplier({ parent: one.id })
    const third = await supplier({ parent: other.id })
    for (const parent of [one.id, other.id, third.id])
      await expect(
        subProcessors.change.run(dpo(), {
          id: one.id,
          version: 1,
          changes: { fields: { parent } },
        }),
      ).rejects.toMatchObject({ code: 'INVALID', field: 'parent' })
    const changes = { fields: { parent: one.id } }
    await subProcessors.change.run(dpo(), { id: third.id, version: 1, changes })
  })

  it('takes a person of the house as owner, and nobody else', async () => {
    const { user } = await somebody(database, 'owner@example.org')
    const { id } = await made('Owned')
    const owned = (owner: string, version: number) =>
      activities.change.run(dpo(), {
        id,
        version,
        changes: { fields: { owner: { person: owner } } },
      })
    await expect(owned('US-9999', 1)).rejects.toMatchObject({ code: 'INVALID', field: 'owner' })
    await owned(user.id, 1)
  })

  it('refuses numbers that no column holds', async () => {
    const { id } = await made('Numbers')
    const many = 3_000_000_000
    const invalid = { code: 'INVALID' }
    await expect(activities.history.run(dpo(), { id, cursor: many })).rejects.toMatchObject(invalid)
    await expect(
      activities.change.run(dpo(), { id, version: many, changes: { fields: { name: 'x' } } }),
    ).rejects.toMatchObject(invalid)
  })
})
