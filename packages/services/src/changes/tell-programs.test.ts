import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { claimMails } from '../mails/claim-mails.ts'
import { recordAttempt } from '../mails/record-attempt.ts'
import { system } from '../people/test-people.ts'
import { subProcessors } from '../records/nouns.ts'
import { contextOf, person } from '../test-contexts.ts'
import { createWebhook } from '../webhooks/webhooks.ts'
import { announceChange, withdrawChange } from './announcing.ts'
import { createChange } from './drafting.ts'
import { announceAndPublish } from './publish-now.ts'
import { takeDueEffects } from './taking-effect.ts'

onBothEngines('programs', ({ open }) => {
  it('hear of every step of a change what the public may read, and of no draft', async () => {
    const database = await open()
    const on = (day: string, who = person('dpo')) =>
      contextOf(database, who, `${day}T15:00:00.000Z`)
    await createWebhook.run(on('2026-01-01', person('admin')), {
      ...{ label: 'Portal', url: 'https://hooks.example/' },
    })
    const told = async (day: string) => {
      const claimed = await claimMails(on(day, system), { by: 'test', most: 100 })
      for (const { id: mail, attempt } of claimed)
        await recordAttempt.run(on(day, system), {
          ...{ id: mail, by: 'test', attempt, outcome: 'sent', detail: '' },
        })
      return claimed.flatMap((each) =>
        'mail' in each && each.mail.signedWith ? [JSON.parse(each.mail.text)] : [],
      )
    }
    expect(await told('2026-01-01')).toMatchObject([{ type: 'webhook.test' }])
    const { id } = await subProcessors.create.run(on('2026-01-01'), {
      changes: { fields: { name: 'Host', contactName: 'A secret' } },
    })
    await announceAndPublish.run(on('2026-01-01'), { id, version: 1, reason: 'In use' })
    const first = await told('2026-01-01')
    expect(first.map(({ type }) => type).toSorted()).toEqual([
      'change.announced',
      'change.effective',
    ])
    expect(first[0].data).toMatchObject({
      page: 'https://register.example/subprocessors/changes/CH-0001',
      change: { id: 'CH-0001', kind: 'add', facts: [{ after: { name: 'Host' } }] },
    })
    const planned = { kind: 'remove', subProcessors: [id], why: 'Unused' } as const
    const draft = await createChange.run(on('2026-02-01'), {
      ...planned,
      effectiveOn: '2026-04-01',
    })
    expect(await told('2026-02-01')).toEqual([])
    const at = { id: draft.id, version: draft.version }
    const { version } = await announceChange.run(on('2026-02-01'), at)
    expect(await told('2026-02-01')).toMatchObject([
      { type: 'change.announced', data: { change: { state: 'announced' } } },
    ])
    await withdrawChange.run(on('2026-02-02'), { id: draft.id, version, reason: 'Kept' })
    expect(await told('2026-02-02')).toMatchObject([
      { type: 'change.withdrawn', data: { change: { withdrawalReason: 'Kept' } } },
    ])
    const again = await createChange.run(on('2026-02-03'), {
      ...planned,
      effectiveOn: '2026-04-01',
    })
    await announceChange.run(on('2026-02-03'), { id: again.id, version: again.version })
    const all = await told('2026-02-03')
    await takeDueEffects(on('2026-04-02', system))
    all.push(...(await told('2026-04-02')))
    expect(all.map(({ type }) => type)).toEqual(['change.announced', 'change.effective'])
    expect(JSON.stringify([first, all])).not.toMatch(/secret/i)
  })
})
