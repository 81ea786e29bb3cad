import { expect, it } from 'vitest'
import { pageWith } from './page-with.ts'

const page =
  '<!doctype html><html lang="en"><head><title>Ropewalk</title></head><body><div id="root"></div></body></html>'
const drawn = {
  noun: 'activity',
  language: 'fr',
  title: 'Activités',
  html: '',
  answers: [],
} as const

it('puts the drawn rows, their language and the title into the built page', () => {
  const whole = pageWith(page, { ...drawn, html: "<p>$& $' rows</p>" })
  expect(whole).toContain('<html lang="fr" data-noun="activity">')
  expect(whole).toContain('<title>Activités · Ropewalk</title>')
  expect(whole).toContain('<div class="first-screen"><p>$& $\' rows</p></div></div>')
})

it('lets no text of a record end the element of the answers, and loses none of it', () => {
  const name = '</script><img src=x onerror=alert(1)><!-- $& \u2028 "'
  const whole = pageWith(page, { ...drawn, answers: [[['activities', 'list'], { name }]] })
  const [, data = ''] = /id="first-answers">(.*?)<\/script>/s.exec(whole) ?? []
  expect(JSON.parse(data)).toEqual([[['activities', 'list'], { name }]])
  expect(whole.match(/<\/script>/g)).toHaveLength(1)
})

it('refuses a page that has no place for them', () => {
  expect(() => pageWith('<html></html>', drawn)).toThrow('the built page has no')
})
