import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { beforeAll, expect, it } from 'vitest'
import { verifyLive } from '../log/verify-live.ts'
import { publicList } from '../public-list.ts'
import { activities, organisations, parties, subProcessors } from '../records/nouns.ts'
import { contextOf, person } from '../test-contexts.ts'
import { announceChange, previewChange, withdrawChange } from './announcing.ts'
import { answerChange, overrideConsent } from './consent.ts'
import { changeDraft, createChange, readChange, removeDraft } from './drafting.ts'
import { readImpact } from './impact.ts'
import { announceAndPublish } from './publish-now.ts'
import { takeDueEffects } from './taking-effect.ts'

onBothEngines('a change', ({ open }) => {
  let database: Database
  let customer = ''
  let old = ''
  const on = (day: string, time = '15:00:00', who = person('dpo')) =>
    contextOf(database, who, `${day}T${time}.000Z`)
  const statusOf = async (id: string) => {
    const { status, announcedOn, effectiveOn, endedOn } = (
      await subProcessors.read.run(on('2026-03-01'), { id })
    ).record
    return { status, announcedOn, effectiveOn, endedOn }
  }
  const supplier = async (name: string) =>
    (
      await subProcessors.create.run(on('2026-01-01'), {
        changes: { fields: { name, function: 'hosting' } },
      })
    ).id
  const drafted = (id: string, given = {}) =>
    createChange.run(on('2026-03-01'), {
      kind: 'add',
      why: 'We need it',
      subProcessors: [id],
      effectiveOn: '2026-04-20',
      ...given,
    })
  const announced = async (id: string, given = {}) => {
    const draft = await drafted(id, given)
    return announceChange.run(on('2026-03-01'), { id: draft.id, version: draft.version })
  }

  beforeAll(async () => {
    database = await open()
    const start = on('2026-01-01')
    await organisations.create.run(start, {
      changes: { fields: { name: 'Acme', timeZone: 'America/Toronto', noticeDays: 30 } },
    })
    customer = (
      await parties.create.run(start, {
        changes: {
          fields: {
            name: 'Bank of Tests',
            kind: 'customer',
            noticeDays: 45,
            contactEmail: 'privacy@bank.example',
          },
        },
      })
    ).id
    old = await supplier('Old Host')
    await activities.create.run(start, {
      changes: {
        fields: { name: 'Hosting', role: 'processor' },
        rows: [
          { op: 'add', rows: 'subProcessors', cells: { subProcessor: old } },
          {
            op: 'add',
            rows: 'controllersServed',
            cells: { party: customer, contract: { text: 'MSA 2024' } },
          },
        ],
      },
    })
    await announceAndPublish.run(start, { id: old, version: 1, reason: 'In use since 2021' })
  })

  it('adds at once with a reason, and tells the record, the snapshot and the ledger', async () => {
    expect(await statusOf(old)).toEqual({
      status: 'active',
      announcedOn: '2026-01-01',
      effectiveOn: '2026-01-01',
      endedOn: null,
    })
    const { deliveries } = await readChange.run(on('2026-01-02'), { id: 'CH-0001' })
    expect(deliveries).toMatchObject([
      { id: 'CH-0001.1', recipient: 'Bank of Tests', channel: 'mail', outcome: 'waiting' },
    ])
    const { lines } = await subProcessors.history.run(on('2026-01-02'), { id: old })
    expect(lines.map((line) => line.verb)).toContain('changes.announceAndPublish')
  })

  it('shows its impact before it is drafted', async () => {
    expect(await readImpact.run(on('2026-03-01'), { ids: [old] })).toMatchObject({
      activities: [{ name: 'Hosting', suppliers: [old] }],
      contracts: [{ id: customer, reference: 'MSA 2024' }],
      recipients: [{ party: customer, deadlines: { earliest: '2026-04-16' } }],
    })
  })

  it('refuses a day that breaks a contract, naming it, unless a reason says why', async () => {
    const comes = await supplier('New Host')
    const replacing = { kind: 'replace', replaced: [old], effectiveOn: '2026-04-15' }
    const draft = await drafted(comes, replacing)
    const at = { id: draft.id, version: draft.version }
    await expect(announceChange.run(on('2026-03-01'), at)).rejects.toMatchObject({
      code: 'INVALID',
      field: 'effectiveOn',
      message: expect.stringMatching(/PT-0001 Bank of Tests \(MSA 2024\).*2026-04-16/),
    })
    const { refusal, notice } = await previewChange.run(on('2026-03-01'), { id: draft.id })
    expect(refusal?.field).toBe('effectiveOn')
    expect(notice.facts.map(({ after }) => after.status)).toEqual(['active', 'former'])
    await expect(
      announceChange.run(on('2026-03-01', '15:00:00', person('editor')), at),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { version } = await changeDraft.run(on('2026-03-01'), {
      ...at,
      changes: { effectiveOn: '2026-04-16' },
    })
    const after = await announceChange.run(on('2026-03-01'), { id: draft.id, version })
    expect(after).toMatchObject({ state: 'announced', objectionDeadline: '2026-03-15' })
    expect([await statusOf(comes), await statusOf(old)]).toMatchObject([
      { status: 'announced', announcedOn: '2026-03-01' },
      { status: 'leaving' },
    ])
    expect((await publicList(database)).snapshots.map(({ name }) => name)).toEqual(['Old Host'])
    await expect(
      subProcessors.publish.run(on('2026-03-02'), { id: comes, version: 2, reason: 'x' }),
    ).rejects.toThrow(draft.id)
  })

  it('takes effect at midnight where the organisation is, late ones as of their day, once', async () => {
    const at = (instant: string) => () => new Date(instant)
    expect(await takeDueEffects({ database, now: at('2026-04-16T03:59:59.999Z') })).toEqual([])
    // Nothing ran for three days.
    const late = { database, now: at('2026-04-18T12:00:00.000Z') }
    const [first, second] = await Promise.all([takeDueEffects(late), takeDueEffects(late)])
    expect([...first, ...second]).toEqual(['CH-0002'])
    const { snapshots } = await publicList(database)
    expect(
      snapshots.map(({ name, status, endedOn, updatedOn }) => [name, status, endedOn, updatedOn]),
    ).toEqual([
      ['Old Host', 'former', '2026-04-16', '2026-04-16'],
      ['New Host', 'active', null, '2026-04-16'],
    ])
    expect(await statusOf(old)).toMatchObject({ status: 'former', endedOn: '2026-04-16' })
    const { lines } = await subProcessors.history.run(on('2026-04-19'), { id: old })
    expect(lines[0]).toMatchObject({ actorKind: 'system', door: 'job', reason: 'CH-0002' })
  })

  it('does not remove or replace what is former already', async () => {
    const again = [
      { kind: 'remove', subProcessors: [old], field: 'subProcessors' },
      { kind: 'replace', replaced: [old], field: 'replaced' },
    ]
    for (const { field, ...given } of again) {
      const draft = await drafted(await supplier('Next Host'), given)
      const at = { id: draft.id, version: draft.version }
      await expect(announceChange.run(on('2026-03-01'), at)).rejects.toMatchObject({
        ...{ code: 'INVALID', field, message: expect.stringContaining('former sub-processor') },
      })
    }
  })

  it('without a day is shown as of the first one that is allowed', async () => {
    const draft = await drafted(await supplier('Dayless Host'), { effectiveOn: null })
    const { notice, deadlines } = await previewChange.run(on('2026-03-01'), { id: draft.id })
    expect(deadlines).toEqual({ objectUntil: '2026-03-15', earliest: '2026-04-16' })
    expect(notice.effectiveOn).toBe('2026-04-16')
  })

  it('says whether a reason mends what is refused: only where a promise would be broken', async () => {
    const id = await supplier('Early Host')
    const refusedFor = async (given: object, day = '2026-03-01') => {
      const draft = await drafted(id, given)
      const { refusal } = await previewChange.run(on(day), { id: draft.id })
      return refusal && [refusal.field, refusal.mendedByReason]
    }
    expect(await refusedFor({ effectiveOn: '2026-04-15' })).toEqual(['effectiveOn', true])
    expect(await refusedFor({ effectiveOn: '2026-04-16' })).toBeNull()
    expect(await refusedFor({ effectiveOn: null })).toEqual(['effectiveOn', false])
    expect(await refusedFor({ effectiveOn: '2026-03-02' }, '2026-03-03')).toEqual([
      ...['effectiveOn', false],
    ])
    expect(await refusedFor({ why: '' })).toEqual(['why', false])
  })

  it('says so too where only the usual notice is broken, promised to nobody by name', async () => {
    const alone = contextOf(await open(), person('dpo'), '2026-03-01T15:00:00.000Z')
    const changes = { fields: { name: 'Lone Host' } }
    const { id } = await subProcessors.create.run(alone, { changes })
    const draft = await createChange.run(alone, {
      ...{ kind: 'add', why: 'We need it', subProcessors: [id], effectiveOn: '2026-03-31' },
    })
    const { refusal } = await previewChange.run(alone, { id: draft.id })
    expect(refusal).toMatchObject({ field: 'effectiveOn', mendedByReason: true })
    expect(refusal?.text.fr).toContain('2026-04-01')
  })

  it('with a specific authorisation no answer is no', async () => {
    const id = await supplier('Held Host')
    const careful = await parties.create.run(on('2026-03-01'), {
      changes: { fields: { name: 'Careful', kind: 'customer', authorisation: 'specific' } },
    })
    const change = await announced(id)
    const due = { database, now: () => new Date('2026-04-25T12:00:00.000Z') }
    expect(await takeDueEffects(due)).toEqual([])
    const isHeldPublicly = async () =>
      (await publicList(database)).changes.find(({ id }) => id === change.id)?.held
    expect(await isHeldPublicly()).toBe(true)
    const answer = { id: change.id, version: change.version, party: careful.id }
    await expect(
      answerChange.run(on('2026-04-25'), { ...answer, party: customer, answer: 'approved' }),
    ).rejects.toMatchObject({ field: 'party' })
    const refused = await answerChange.run(on('2026-04-25'), { ...answer, answer: 'refused' })
    expect(await takeDueEffects(due)).toEqual([])
    const stays = { ...answer, version: refused.version, answer: 'refused' as const, stays: true }
    const freed = await answerChange.run(on('2026-04-25'), stays)
    expect(freed).toMatchObject({ effectiveOn: '2026-04-25', state: 'effective' })
    expect(await isHeldPublicly()).toBe(false)
    expect(await takeDueEffects(due)).toEqual([])
    expect(await statusOf(id)).toMatchObject({ effectiveOn: '2026-04-25' })

    const other = await announced(await supplier('Other Host'))
    const asked = { id: other.id, version: other.version, reason: 'The old one closes' }
    expect(await overrideConsent.run(on('2026-04-10'), asked)).toMatchObject({ state: 'announced' })
    expect(await takeDueEffects(due)).toEqual([other.id])
    expect(await statusOf(other.subProcessors[0] ?? '')).toMatchObject({
      effectiveOn: '2026-04-20',
    })
  })

  it('is withdrawn with a reason, and puts back what the record said', async () => {
    const id = await supplier('Never Host')
    const change = await announced(id)
    expect(await statusOf(id)).toMatchObject({ status: 'announced' })
    const withdrawn = await withdrawChange.run(on('2026-03-05'), {
      id: change.id,
      version: change.version,
      reason: 'Not needed',
    })
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawnOn: '2026-03-05' })
    expect(await statusOf(id)).toMatchObject({ status: null, announcedOn: null })
    await expect(subProcessors.remove.run(on('2026-03-06'), { id, version: 3 })).rejects.toThrow(
      change.id,
    )
  })

  it('drafts are removed and their numbers not used again', async () => {
    const draft = await drafted(await supplier('Draft Host'))
    await removeDraft.run(on('2026-03-01'), { id: draft.id, version: 1 })
    const next = await drafted(await supplier('Draft Host'))
    expect(next.id > draft.id).toBe(true)
    await expect(
      removeDraft.run(on('2026-03-01'), { id: next.id, version: 9 }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('alone writes the status of a supplier', async () => {
    const id = await supplier('Form Host')
    const fields = { status: 'active' }
    await expect(
      subProcessors.change.run(on('2026-03-01'), { id, version: 1, changes: { fields } }),
    ).rejects.toMatchObject({ code: 'INVALID', field: 'status' })
    await expect(
      subProcessors.create.run(on('2026-03-01'), { changes: { fields } }),
    ).rejects.toMatchObject({ field: 'status' })
    await expect(
      subProcessors.bulkChange.run(on('2026-03-01'), {
        records: [{ id, version: 1, changes: { fields } }],
      }),
    ).rejects.toMatchObject({ field: 'status' })
  })

  it('is what the log says, ledger included', async () => {
    expect((await verifyLive(database, [])).faults).toEqual([])
    await database.writing(async (db) => {
      await db.update(database.tables.noticeDeliveries).set({ recipient: 'Another' })
    })
    const { faults } = await verifyLive(database, [])
    expect(faults[0]).toMatchObject({ what: 'record-differs', detail: 'delivery CH-0001.1' })
  })
})
