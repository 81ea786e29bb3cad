import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { productActor, publicActor } from '@ropewalk/domain/permissions.ts'
import { everything } from '@ropewalk/domain/topics.ts'
import { announceChange, withdrawChange } from '@ropewalk/services/changes/announcing.ts'
import { createChange, removeDraft } from '@ropewalk/services/changes/drafting.ts'
import { announceAndPublish } from '@ropewalk/services/changes/publish-now.ts'
import { claimMails } from '@ropewalk/services/mails/claim-mails.ts'
import { recordAttempt } from '@ropewalk/services/mails/record-attempt.ts'
import { parties, subProcessors } from '@ropewalk/services/records/nouns.ts'
import { confirmSubscription } from '@ropewalk/services/subscriptions/confirm-subscription.ts'
import { sendNotices } from '@ropewalk/services/subscriptions/send-notices.ts'
import { subscribe } from '@ropewalk/services/subscriptions/subscribe.ts'
import { expect, it } from 'vitest'
import { packing } from './test-packs.ts'

onBothEngines('an evidence pack of notices', ({ open }) => {
  it('tells each with what became of it, and adds up to the log', async () => {
    const database = await open()
    const { at, pack } = await packing(database)
    const job = (time: string) => ({ ...at(time, productActor()), door: 'job' as const })
    const delivered = async (time: string) => {
      const claimed = await claimMails(job(time), { by: 'test', most: 100 })
      for (const { id, attempt } of claimed) {
        const sent = { id, attempt, by: 'test', outcome: 'sent', detail: '250 Ok' }
        await recordAttempt.run(job(time), sent)
      }
      return claimed.flatMap((each) => ('mail' in each ? [each.mail] : []))
    }
    const fields = { name: 'Bank', kind: 'customer', contactEmail: 'dpo@bank.example' }
    const bank = await parties.create.run(at('02T13'), { changes: { fields } })
    const visitor = { ...at('10T13', publicActor), door: 'public' as const }
    const reader = { email: 'reader@example.com', language: 'fr', topics: everything }
    await subscribe.run(visitor, reader)
    const [asking] = await delivered('10T14')
    const token = /confirm\/(\S+)/.exec(asking?.text ?? '')?.[1]
    await confirmSubscription.run(visitor, { token })

    const host = await subProcessors.create.run(at('11T12'), {
      changes: { fields: { name: 'Host', function: 'hosting' } },
    })
    await announceAndPublish.run(at('11T13'), { id: host.id, version: 1, reason: 'In use' })
    const given = { kind: 'remove', why: 'Unused', subProcessors: [host.id] }
    const draft = await createChange.run(at('12T13'), { ...given, effectiveOn: '2027-03-01' })
    const asked = { id: draft.id, version: draft.version }
    const { version } = await announceChange.run(at('12T13'), asked)
    await delivered('12T14')
    await withdrawChange.run(at('13T13'), { id: draft.id, version, reason: 'It stays' })
    await sendNotices(job('14T12'))
    const gone = await createChange.run(at('14T13'), given)
    await removeDraft.run(at('14T13'), { id: gone.id, version: 1 })
    await createChange.run(at('14T14'), given)

    const { verdict, manifest, rows, texts } = await pack('20T12')
    expect(verdict.faults).toEqual([])
    expect(rows('notices.csv')).toMatchObject([
      { change_id: 'CH-0001', state: 'in effect' },
      { change_id: 'CH-0002', state: 'withdrawn', waiting: '2' },
    ])
    const told = rows('notice-deliveries.csv')
    expect(told.filter(({ party_id }) => party_id === bank.id)).toMatchObject([
      { change_id: 'CH-0001', step: 'announcement', outcome: 'sent', detail: '250 Ok' },
      { change_id: 'CH-0002', step: 'announcement', outcome: 'sent', deadline: '2026-11-26' },
      { change_id: 'CH-0002', step: 'withdrawal', outcome: 'waiting to be sent', deadline: '' },
    ])
    const readers = told.filter(({ step }) => step === '')
    expect(readers.map(({ change_id }) => change_id)).toEqual(['CH-0001', 'CH-0002'])
    expect(readers[0]).toMatchObject({ language: 'fr', address_hash: '' })
    expect([...texts.values()].join()).not.toContain('reader@example')
    const reconciled = (file: string) =>
      manifest.files.find((each) => each.file === file)?.csv?.reconciliation
    expect(reconciled('notices.csv')).toMatchObject({ sourceTotal: 4, inFile: 2, excluded: 2 })
    const distinct = new Set(told.map(({ delivery_id }) => delivery_id)).size
    expect(reconciled('notice-deliveries.csv')).toMatchObject({
      ...{ sourceTotal: distinct, inFile: distinct, excluded: 0, column: 'delivery_id' },
    })
  })
})
