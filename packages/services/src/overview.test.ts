import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { readOverview } from './overview.ts'
import { activities, organisations } from './records/nouns.ts'
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
    expect(before.byDay.map(({ changes: each }) => each)).toEqual(Array(30).fill(0))

    const changes = { declared: { transfers: { answer: 'none' as const } } }
    await activities.change.run(context, { id: 'PA-0003', version: 1, changes })
    const after = await readOverview.run(context, undefined)
    const answersOf = (overview: typeof after) =>
      overview.activities.find(({ id }) => id === 'PA-0003')?.answers['30(1)(e)']
    expect([answersOf(before), answersOf(after)]).toEqual(['open', 'answered'])
    expect(after.changes).toMatchObject([{ recordId: 'PA-0003', verb: 'activities.change' }])
    expect(after.byDay.at(-1)).toEqual({ day: '2026-11-24', changes: 1 })
  })

  it('counts the changes of each day where the organisation is, for thirty days', async () => {
    const database = await open()
    const at = (instant: string) => contextOf(database, person('dpo'), instant)
    const timeZone = { name: 'House', timeZone: 'Asia/Kathmandu' }
    await organisations.create.run(at('2026-10-20T12:00:00.000Z'), {
      changes: { fields: timeZone },
    })
    const add = (instant: string) =>
      activities.create.run(at(instant), { changes: { fields: { name: instant } } })
    // 00:00 of 26 October and of 1 November in Kathmandu, 5 h 45 min before UTC reads so.
    for (const instant of ['2026-10-25T18:14:59.000Z', '2026-10-25T18:15:00.000Z'])
      await add(instant)
    for (const instant of ['2026-10-31T18:14:00.000Z', '2026-10-31T18:15:00.000Z'])
      await add(instant)
    const { byDay } = await readOverview.run(at(now), undefined)
    expect(byDay).toHaveLength(30)
    expect(byDay[0]).toEqual({ day: '2026-10-26', changes: 1 })
    expect(byDay.filter(({ changes }) => changes > 0)).toEqual([
      { day: '2026-10-26', changes: 1 },
      { day: '2026-10-31', changes: 1 },
      { day: '2026-11-01', changes: 1 },
    ])
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
