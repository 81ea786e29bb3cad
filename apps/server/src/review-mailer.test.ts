import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { staged } from '@ropewalk/services/approvals/test-approvals.ts'
import { changeOwnLanguage } from '@ropewalk/services/people/own-account.ts'
import { expect, it } from 'vitest'
import type { Mail } from './mail.ts'
import { mailReviews } from './review-mailer.ts'

onBothEngines('the mail about reviews', ({ open }) => {
  it('leaves once a week, in each reader’s language, and survives one that cannot be sent', async () => {
    const database = await open()
    const { editor, edit } = await staged(database)
    await changeOwnLanguage.run(editor(), { language: 'fr' })
    await edit(editor, { owner: { person: editor().actor.id }, nextReviewOn: '2026-12-01' })
    const sent: Mail[] = []
    const troubles: unknown[] = []
    const parts = {
      database,
      base: () => 'https://ropeworks.example',
      now: () => new Date('2026-11-24T15:00:00.000Z'),
      log: { error: (...what: unknown[]) => void troubles.push(what) },
      mailer: {
        async send(mail: Mail) {
          if (mail.to.startsWith('dot')) throw new Error('no server')
          sent.push(mail)
        },
      },
    }
    expect(await mailReviews(parts)).toBe(2)
    expect(await mailReviews(parts)).toBe(0)
    expect(troubles).toHaveLength(1)
    expect(sent).toEqual([
      {
        to: 'ed@ropeworks.example',
        subject: 'Registre : 1 échéance',
        text: expect.stringContaining('- PA-0001 Keeping : révision le 1er décembre 2026'),
      },
    ])
    expect(sent[0]?.text).toContain('https://ropeworks.example/reviews')
  })
})
