import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { readApproval } from '../approvals/list.ts'
import { staged } from '../approvals/test-approvals.ts'
import { changeOwnLanguage } from '../people/own-account.ts'
import { lastLine, linesIn, system } from '../people/test-people.ts'
import { activities, subProcessors } from '../records/nouns.ts'
import { contextOf } from '../test-contexts.ts'
import { answerReview, nextOf } from './answer.ts'
import { listReviews, reviewsIn } from './list.ts'
import { askReviews, weekStart } from './weekly.ts'

onBothEngines('reviews', ({ open }) => {
  const started = async () => {
    const database = await open()
    const stage = await staged(database)
    const owner = { person: stage.editor().actor.id }
    await stage.edit(stage.editor, { owner, nextReviewOn: '2026-12-01', reviewEveryMonths: 12 })
    const ask = (at: string) => askReviews.run(contextOf(database, system, at), undefined)
    const listed = () => {
      const { tables, engine } = database
      return database.reading((db) => {
        const register = { db, tables, engine }
        return reviewsIn({ ...register, log: register, today: '2026-11-24' } as never)
      })
    }
    return { database, ask, listed, ...stage }
  }

  it('are answered by "still true": the next is due as often as the record says, and both are told', async () => {
    const { database, id, editor, listed } = await started()
    expect((await listReviews.run(editor(), undefined)).rows).toMatchObject([
      { kind: 'review', recordId: id, on: '2026-12-01', isMine: true, owner: 'ed', asked: [] },
    ])
    const after = await answerReview.run(editor(), { id, version: 2, note: 'Read again' })
    expect(after).toMatchObject({ version: 3, nextReviewOn: '2027-11-24' })
    const lines = (await linesIn(database)).slice(-2)
    expect(lines).toMatchObject([
      { verb: 'reviews.answer', record: id, version: 3 },
      { verb: 'reviews.answer', record: 'review RV-0001', about: id, version: 3 },
    ])
    expect(await listed()).toMatchObject([
      { recordId: id, dueOn: '2026-12-01', answer: 'stillTrue', answeredBy: 'ed' },
    ])
    expect((await listReviews.run(editor(), undefined)).rows).toEqual([])
  })

  it('note the day on what keeps one, and leave the next unset without a number of months', async () => {
    const { dpo } = await started()
    const fields = { name: 'Cloud', nextReviewOn: '2026-01-01' }
    const { id } = await subProcessors.create.run(dpo(), { changes: { fields } })
    const answer = { id, version: 1 }
    const early = { ...answer, nextReviewOn: '2026-11-24' }
    await expect(answerReview.run(dpo(), early)).rejects.toMatchObject({ field: 'nextReviewOn' })
    const after = await answerReview.run(dpo(), answer)
    expect(after).toMatchObject({ nextReviewOn: null, lastReviewedOn: '2026-11-24' })
    const none = answerReview.run(dpo(), { id, version: 2 })
    await expect(none).rejects.toMatchObject({ code: 'INVALID' })
    const stale = answerReview.run(dpo(), answer)
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('lapse no approval and make nobody an editor', async () => {
    const { id, dpo, request, approve, edit, editor } = await started()
    await request()
    await approve()
    await answerReview.run(dpo(), { id, version: 2 })
    expect((await readApproval.run(dpo(), { id })).state).toBe('approved')
    await edit(editor, { name: 'Another' })
    await request()
    await approve()
    expect((await readApproval.run(dpo(), { id })).state).toBe('approved')
  })

  it('are asked for once a week of owner and DPO, who and when being kept', async () => {
    const { database, id, ask, listed, editor, dpo } = await started()
    await changeOwnLanguage.run(editor(), { language: 'fr' })
    expect(await ask('2026-11-24T15:00:00.000Z')).toBe(2)
    expect(await ask('2026-11-24T15:00:01.000Z')).toBe(0)
    expect(await ask('2026-11-29T23:00:00.000Z')).toBe(0)
    const { mails } = database.tables
    const queued = await database.reading((db) =>
      db.select().from(mails).where(eq(mails.kind, 'reviews')).orderBy(mails.address),
    )
    expect(queued).toMatchObject([
      { kind: 'reviews', about: dpo().actor.id, language: 'en', state: 'waiting' },
      { kind: 'reviews', about: editor().actor.id, subject: 'Registre : 1 échéance' },
    ])
    const told = (await linesIn(database)).filter(({ verb }) => verb === 'reviews.ask')
    expect(told.map(({ record }) => record)).toEqual([
      `weekly mail to ${dpo().actor.id}`,
      `weekly mail to ${editor().actor.id}`,
      'review RV-0001',
    ])
    expect(await ask('2026-11-30T15:00:00.000Z')).toBe(2)
    expect((await lastLine(database))?.record).toMatch(/^weekly mail to/)
    expect(await listed()).toMatchObject([
      { recordId: id, asked: ['dot', 'ed'], askedAt: '2026-11-24T15:00:00.000Z', answer: null },
    ])
  })

  it('that nobody answered read so once their day was moved', async () => {
    const { ask, listed, edit, editor } = await started()
    await ask('2026-11-24T15:00:00.000Z')
    await edit(editor, { nextReviewOn: '2028-01-01' })
    expect(await listed()).toMatchObject([{ answer: 'moved', answeredAt: null }])
  })

  it('of a record that was archived meanwhile have no answer, and were not moved', async () => {
    const { ask, listed, dpo, id } = await started()
    await ask('2026-11-24T15:00:00.000Z')
    await activities.archive.run(dpo(), { id, version: 2 })
    expect(await listed()).toMatchObject([{ recordId: id, answer: null, answeredAt: null }])
  })

  it('stand beside contracts and assurance that run out, the newest of a kind', async () => {
    const { dpo } = await started()
    const add = (type: string, periodEnd: string) => ({
      op: 'add' as const,
      rows: 'assurance',
      cells: { type, periodEnd },
    })
    await subProcessors.create.run(dpo(), {
      changes: {
        fields: { name: 'Cloud', contractExpiresOn: '2026-11-01' },
        rows: [add('soc2', '2026-06-30'), add('soc2', '2026-12-10')],
      },
    })
    await activities.create.run(dpo(), { changes: { fields: { nextReviewOn: '2026-12-25' } } })
    const { rows } = await listReviews.run(dpo(), undefined)
    expect(rows.map(({ kind, on }) => [kind, on])).toEqual([
      ['contract', '2026-11-01'],
      ['review', '2026-12-01'],
      ['assurance', '2026-12-10'],
    ])
  })
})

it('begins a week on Monday at six where the organisation is', () => {
  const start = (now: string) => weekStart(now, 'America/Toronto')
  expect(start('2026-11-23T10:59:59.000Z')).toBe('2026-11-16T11:00:00.000Z')
  expect(start('2026-11-23T11:00:00.000Z')).toBe('2026-11-23T11:00:00.000Z')
  expect(start('2026-11-30T10:59:00.000Z')).toBe('2026-11-23T11:00:00.000Z')
})

it('counts months as calendars do', () => {
  expect(nextOf('2026-01-31', 1)).toBe('2026-02-28')
  expect(nextOf('2026-01-31', 0)).toBeNull()
  expect(nextOf('2026-01-31', null)).toBeNull()
})
