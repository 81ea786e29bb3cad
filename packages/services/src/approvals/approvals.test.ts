import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { bindThings } from '../log/bind.ts'
import { contextAt } from '../log/context-at.ts'
import { forgetEarlierDays } from '../log/register-at.ts'
import { verifyLive } from '../log/verify-live.ts'
import { lastLine, linesIn } from '../people/test-people.ts'
import { activities } from '../records/nouns.ts'
import { changeApprovalSettings, readApprovalSettings } from './change-settings.ts'
import { approveRecord, sendBackApproval, signApproval } from './decide.ts'
import { listApprovals, listApprovers, readApproval } from './list.ts'
import { approvalsIn } from './listed.ts'
import { requestApproval, withdrawApproval } from './request.ts'
import { contentHashOf } from './rounds.ts'
import { readApprovalDifferences } from './seen.ts'
import { staged } from './test-approvals.ts'

const rules = { fourEyes: 'required', titles: [], required: {}, material: {} } as const

onBothEngines('approvals', ({ open }) => {
  const started = async () => {
    const database = await open()
    return { database, ...(await staged(database)) }
  }

  it('go from draft to in review to approved, bound to what was seen and told with it', async () => {
    const { database, id, editor, dpo, request, approve, seen } = await started()
    expect((await readApproval.run(dpo(), { id })).state).toBe('draft')
    const round = await request()
    expect(round).toMatchObject({ id: 'AP-0001', state: 'asked', requestedVersion: 1 })
    expect(await lastLine(database)).toMatchObject({ verb: 'approvals.request', about: id })
    expect((await readApproval.run(editor(), { id })).state).toBe('inReview')
    const { contentHash } = await seen()
    const { record } = await activities.read.run(dpo(), { id })
    expect(contentHash).toBe(contentHashOf(record))
    await approve()
    const line = await lastLine(database)
    expect(line).toMatchObject({
      verb: 'approvals.approve',
      record: 'approval AP-0001',
      about: id,
      version: 1,
      reason: 'Read',
    })
    const after = line?.after as { signatures: unknown[]; approvedHash: string }
    expect(after.signatures).toMatchObject([{ version: 1, fromVersion: null, contentHash }])
    expect(after.approvedHash).toBe(contentHash)
    expect((await readApproval.run(dpo(), { id })).state).toBe('approved')
  })

  it('are asked for once, of people who may give them, and not of what is approved as it stands', async () => {
    const { id, editor, dpo, request, approve } = await started()
    const of = (from: string[]) => requestApproval.run(editor(), { id, version: 1, from })
    await expect(of([editor().actor.id])).rejects.toMatchObject({ code: 'INVALID', field: 'from' })
    await expect(of(['US-0999'])).rejects.toMatchObject({ code: 'INVALID', field: 'from' })
    await expect(of(Array.from({ length: 101 }, () => 'US-1'))).rejects.toMatchObject({
      code: 'INVALID',
    })
    await of([dpo().actor.id])
    await expect(request()).rejects.toMatchObject({ code: 'INVALID' })
    await approve()
    await expect(request()).rejects.toMatchObject({ code: 'INVALID' })
    const stale = requestApproval.run(editor(), { id, version: 9 })
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('list who waits for whom', async () => {
    const { id, editor, third, dpo, request } = await started()
    await request()
    const mine = async (who: typeof editor) =>
      (await listApprovals.run(who(), { which: 'mine' })).total
    expect([await mine(editor), await mine(dpo), await mine(third)]).toEqual([1, 1, 0])
    const { rows, names } = await listApprovals.run(third(), { which: 'pending' })
    expect(rows).toMatchObject([{ recordId: id, state: 'asked' }])
    expect(names[id]).toBe('Keeping')
    expect((await listApprovals.run(third(), { which: 'all', state: 'approved' })).total).toBe(0)
    expect((await listApprovers.run(editor(), undefined)).map(({ name }) => name)).toEqual(['dot'])
    const inReview = { filters: { approval: ['inReview'] } }
    expect((await activities.list.run(dpo(), inReview)).rows.map((row) => row.id)).toEqual([id])
    expect((await activities.list.run(dpo(), { filters: { approval: 'draft' } })).total).toBe(0)
    const unknown = activities.list.run(dpo(), { filters: { approval: 'nonsense' } })
    await expect(unknown).rejects.toMatchObject({ code: 'INVALID', field: 'approval' })
  })

  it('are not offered to whoever may no longer sign in', async () => {
    const { database, editor, dpo } = await started()
    const { users } = database.tables
    await database.writing((db) =>
      db.update(users).set({ expiresOn: '2026-11-24' }).where(eq(users.id, dpo().actor.id)),
    )
    expect(await listApprovers.run(editor(), undefined)).toMatchObject([{ name: 'dot' }])
    const dayAfter = '2026-11-26T15:00:00.000Z'
    expect(await listApprovers.run(editor(dayAfter), undefined)).toEqual([])
  })

  it('show what changed since the last approval', async () => {
    const { id, editor, dpo, request, approve, edit } = await started()
    await request()
    await approve()
    await edit(editor, { description: 'A note' })
    await edit(editor, { name: 'Keeping ropes' })
    const found = await readApprovalDifferences.run(dpo(), { id, language: 'en' })
    expect(found).toMatchObject({ fromVersion: 1, version: 3 })
    expect(found.differences.filter(({ field }) => field === 'Name')).toEqual([
      { field: 'Name', before: 'Keeping', after: 'Keeping ropes' },
    ])
    expect(found.differences.map(({ field }) => field)).toContain('Description')
  })

  it('are refused when the record changed since it was seen', async () => {
    const { editor, dpo, request, seen, edit } = await started()
    await request()
    const looked = await seen()
    await edit(editor, { description: 'Meanwhile' })
    const stale = approveRecord.run(dpo(), looked)
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' })
    const now = await seen()
    const forged = approveRecord.run(dpo(), { ...now, contentHash: 'ab'.repeat(32) })
    await expect(forged).rejects.toMatchObject({ code: 'CONFLICT' })
    const otherwise = approveRecord.run(dpo(), { ...now, fromVersion: 1 })
    await expect(otherwise).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('are not given alone by who edited, whoever put a comma in between', async () => {
    const { id, third, dpo, request, approve, edit, database } = await started()
    await edit(dpo, { name: 'The DPO wrote this' })
    await edit(third, { name: 'The DPO wrote this,' })
    await request()
    await expect(approve()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await lastLine(database)).toMatchObject({ verb: 'approvals.request' })
    expect((await readApproval.run(dpo(), { id })).isOwnChange).toBe(true)
  })

  it('are marked self-approved where four eyes are only advised', async () => {
    const { id, admin, dpo, request, approve, edit, database } = await started()
    await edit(dpo, { name: 'The DPO wrote this' })
    await changeApprovalSettings.run(admin(), { ...rules, version: 0, fourEyes: 'advised' })
    expect(await lastLine(database)).toMatchObject({ verb: 'approvals.changeSettings' })
    await request()
    await approve()
    expect((await lastLine(database))?.after).toMatchObject({ selfApproved: true })
    const { rounds, state } = await readApproval.run(dpo(), { id })
    expect([state, rounds[0]?.selfApproved]).toEqual(['approved', true])
    const { tables, engine } = database
    const listed = await database.reading(async (db) => {
      const register = { db, tables, engine }
      return approvalsIn({ ...register, log: register } as never, 'en')
    })
    expect(listed).toMatchObject([
      { approvalId: 'AP-0001', selfApproved: true, decision: 'approved', approver: 'dot' },
    ])
  })

  it('are sent back with a comment, and withdrawn by who asked', async () => {
    const { id, editor, third, dpo, request, database } = await started()
    await request()
    const silent = sendBackApproval.run(dpo(), { id, version: 1, comment: ' ' })
    await expect(silent).rejects.toMatchObject({ code: 'INVALID', field: 'comment' })
    const unheld = sendBackApproval.run(editor(), { id, version: 1, comment: 'No' })
    await expect(unheld).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await sendBackApproval.run(dpo(), { id, version: 1, comment: 'Say for how long' })
    expect(await lastLine(database)).toMatchObject({
      verb: 'approvals.sendBack',
      reason: 'Say for how long',
    })
    expect((await readApproval.run(dpo(), { id })).state).toBe('draft')
    await request()
    await expect(withdrawApproval.run(third(), { id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await withdrawApproval.run(editor(), { id })
    expect(await lastLine(database)).toMatchObject({ verb: 'approvals.withdraw' })
    await expect(withdrawApproval.run(editor(), { id })).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('need every title that is required, each signed by one of its holders', async () => {
    const { id, admin, editor, third, dpo, request, approve, seen, edit } = await started()
    await edit(third, { name: 'Thea wrote this' })
    const titles = [
      { title: 'Global DPO', holders: [dpo().actor.id] },
      { title: 'President', holders: [third().actor.id] },
      { title: 'Spare', holders: [editor().actor.id] },
    ]
    const required = { activity: ['Global DPO', 'President'] }
    const nobody = { ...rules, version: 0, titles: [{ title: 'Chair', holders: ['US-0999'] }] }
    await expect(changeApprovalSettings.run(admin(), nobody)).rejects.toMatchObject({
      field: 'titles',
    })
    const made = await changeApprovalSettings.run(admin(), {
      ...rules,
      version: 0,
      titles,
      required,
    })
    const [dpoTitle, president, spare] = made.titles.map((each) => each.id)
    await request()
    await expect(approve()).rejects.toMatchObject({ code: 'INVALID', field: 'titleId' })
    const sign = async (who: typeof editor, titleId: string | undefined) =>
      signApproval.run(who(), { ...(await seen()), titleId })
    await expect(sign(editor, president)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(sign(editor, spare)).rejects.toMatchObject({ code: 'INVALID' })
    await sign(third, president)
    expect((await readApproval.run(dpo(), { id })).state).toBe('inReview')
    await expect(sign(third, president)).rejects.toMatchObject({ code: 'INVALID' })
    await sign(dpo, dpoTitle)
    const { state, rounds } = await readApproval.run(dpo(), { id })
    expect(state).toBe('approved')
    expect(rounds[0]?.signatures.map(({ title }) => title)).toEqual(['President', 'Global DPO'])
    expect(rounds[0]?.selfApproved).toBe(false)
  })

  it('have rules that are changed at the version they were read, with words and fields that are', async () => {
    const { admin, dpo } = await started()
    const change = (changes: object) =>
      changeApprovalSettings.run(admin(), { ...rules, version: 0, ...changes })
    await expect(change({ version: 3 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(change({ required: { activity: ['Chair'] } })).rejects.toMatchObject({
      field: 'required',
    })
    await expect(change({ material: { activity: { nonsense: true } } })).rejects.toMatchObject({
      field: 'material',
    })
    const chair = { title: 'Chair', holders: [] }
    await expect(change({ titles: [chair, chair] })).rejects.toMatchObject({ field: 'titles' })
    const many = Array.from({ length: 21 }, (_, n) => ({ title: `T${n}`, holders: [] }))
    await expect(change({ titles: many })).rejects.toMatchObject({ code: 'INVALID' })
    await change({ titles: many.slice(0, 20) })
    expect((await readApprovalSettings.run(dpo(), undefined)).titles).toHaveLength(20)
  })

  it('stand in the register as of a day, and in what is verified', async () => {
    const { database, id, dpo, admin, request, approve, edit, editor } = await started()
    await request()
    await approve()
    const later = '2026-11-26T15:00:00.000Z'
    await changeApprovalSettings.run(admin(later), { ...rules, version: 0, fourEyes: 'advised' })
    await edit(() => editor(later), { name: 'Changed later' })
    expect((await readApproval.run(dpo(), { id })).state).toBe('lapsed')
    const then = await contextAt(dpo(later), '2026-11-24')
    const { state, fourEyes } = await readApproval.run(then, { id })
    expect([state, fourEyes]).toEqual(['approved', 'required'])
    expect((await activities.list.run(then, { filters: { approval: 'approved' } })).total).toBe(1)
    // As at a start: the people of the test have passwords that were put into the table by hand.
    await bindThings(database)
    expect((await verifyLive(database, [])).faults).toEqual([])
    const { approvals, counters } = database.tables
    await database.writing((db) =>
      db.update(counters).set({ next: 1 }).where(eq(counters.prefix, 'AP')),
    )
    expect((await verifyLive(database, [])).faults).toMatchObject([
      { what: 'record-differs', detail: 'counter AP' },
    ])
    await database.writing((db) =>
      db.update(counters).set({ next: 2 }).where(eq(counters.prefix, 'AP')),
    )
    await database.writing((db) => db.update(approvals).set({ state: 'approved' }))
    expect((await verifyLive(database, [])).faults).toMatchObject([
      { what: 'record-differs', detail: 'approval AP-0001' },
    ])
    expect((await linesIn(database)).map(({ verb }) => verb)).toContain('approvals.lapse')
    await forgetEarlierDays(database)
  })
})
