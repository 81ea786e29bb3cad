import { expect, it } from 'vitest'
import { reviewMail } from './review-mail.ts'

it('says what is due in the language of its reader, with the address of the page', () => {
  const person = { id: 'US-0002', name: 'Ed', email: 'ed@ropeworks.example' }
  const due = {
    kind: 'review' as const,
    recordId: 'PA-0001',
    name: 'Keeping',
    on: '2026-12-01',
    detail: '',
    version: 1,
    everyMonths: null,
    owner: null,
  }
  const french = reviewMail(
    { person: { ...person, language: 'fr' }, today: '2026-11-24', due: [due] },
    'https://ropeworks.example',
  )
  expect(french).toMatchObject({
    to: 'ed@ropeworks.example',
    subject: 'Registre : 1 échéance',
    about: { kind: 'reviews', record: 'US-0002' },
  })
  expect(french.text).toContain('- PA-0001 Keeping : révision le 1er décembre 2026')
  expect(french.text).toContain('https://ropeworks.example/reviews')
  const english = reviewMail(
    { person: { ...person, language: 'en' }, today: '2026-12-02', due: [due] },
    'https://ropeworks.example',
  )
  expect(english.text).toContain('OVERDUE\n\n- PA-0001 Keeping: review on 1 December 2026')
})
