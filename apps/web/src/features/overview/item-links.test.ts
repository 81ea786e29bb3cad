import { activityRoles } from '@ropewalk/domain/activity/what.ts'
import { type ItemKey, items } from '@ropewalk/domain/derived/art-30.ts'
import { rules } from '@ropewalk/domain/findings/rules.ts'
import { expect, it } from 'vitest'
import { linkOf } from './item-links.ts'

const keys = Object.keys(items) as ItemKey[]

it.each(keys)('%s leads to rules and roles that exist', (item) => {
  const { search } = linkOf(item, false, rules)
  expect(search.rule?.length).toBeGreaterThan(0)
  for (const rule of search.rule ?? []) expect(rules).toHaveProperty(rule)
  for (const role of search.role ?? [])
    expect(['notStated', ...Object.keys(activityRoles)]).toContain(role)
})

it('leads to all activities of the role when every one answers', () => {
  expect(linkOf('30(2)(d)', true, rules)).toEqual({
    to: '/activities',
    search: { role: ['processor', 'toConfirm', 'notStated'] },
  })
})

it('leads to every gap that leaves the contacts open, the representative’s too', () => {
  const { search } = linkOf('30(1)(a)', false, rules)
  for (const rule of [
    'organisation-without-contact',
    'representative-not-stated',
    'dpo-not-stated',
  ])
    expect(search.rule).toContain(rule)
})
