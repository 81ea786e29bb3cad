import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { readOverview } from './overview.ts'
import { activities } from './records/nouns.ts'
import { loadStarter } from './starter/load-starter.ts'
import { contextOf, person } from './test-contexts.ts'

const now = '2026-11-24T15:00:00.000Z'

onBothEngines('the overview', ({ open }) => {
  it('answers by item and by activity alike, and tells what a person changed', async () => {
    const database = await open()
    await database.writing((db) =>
      loadStarter({ db, tables: database.tables, engine: database.engine, now }, 'x2o'),
    )
    const context = contextOf(database)
    const before = await readOverview.run(context, undefined)
    expect(before.activities).toHaveLength(20)
    for (const { item, ...sum } of before.items) {
      const answers = before.activities.flatMap((activity) => activity.answers[item] ?? [])
      expect(answers).toHaveLength(sum.answered + sum.inPart + sum.open)
      for (const answer of ['answered', 'inPart', 'open'] as const)
        expect(answers.filter((each) => each === answer)).toHaveLength(sum[answer])
    }
    expect(before.changes).toEqual([])

    const changes = { declared: { transfers: { answer: 'none' as const } } }
    await activities.change.run(context, { id: 'PA-0003', version: 1, changes })
    const after = await readOverview.run(context, undefined)
    const answersOf = (overview: typeof after) =>
      overview.activities.find(({ id }) => id === 'PA-0003')?.answers['30(1)(e)']
    expect([answersOf(before), answersOf(after)]).toEqual(['open', 'answered'])
    expect(after.changes).toMatchObject([{ recordId: 'PA-0003', verb: 'activities.change' }])
  })

  it('shows the forty activities that lack most, in the order of the register', async () => {
    const database = await open()
    const context = contextOf(database, person('dpo'))
    for (let n = 1; n <= 45; n += 1) {
      const role = n <= 10 ? 'processor' : 'controller'
      await activities.create.run(context, { changes: { fields: { name: `Activity ${n}`, role } } })
    }
    const { activities: shown } = await readOverview.run(context, undefined)
    expect(shown).toHaveLength(40)
    expect(shown.map(({ id }) => id)).toEqual(shown.map(({ id }) => id).toSorted())
    expect(shown.filter(({ answers }) => '30(2)(a)' in answers)).toHaveLength(5)
  })
})
