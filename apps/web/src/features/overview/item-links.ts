import type { ItemKey } from '@ropewalk/domain/derived/art-30.ts'
import type { Rule } from '@ropewalk/domain/findings/rule.ts'

/** What leaves an item answered in part without a gap that cites it. */
const besideGaps: Partial<Record<ItemKey, readonly string[]>> = {
  '30(1)(f)': ['retention-criterion-unverifiable'],
  '30(2)(b)': ['controllers-not-named'],
}

/** The rules by which an item counts as not answered, or in part. */
const rulesOf = (item: ItemKey, rules: Rules): string[] => [
  ...Object.values(rules)
    .filter(({ severity, provision }) => severity === 'gap' && provision.includes(item))
    .map(({ id }) => id),
  ...(besideGaps[item] ?? []),
]

type Rules = Readonly<Record<string, Rule>>

const roles = {
  controller: ['controller', 'jointController', 'toConfirm', 'notStated'],
  processor: ['processor', 'toConfirm', 'notStated'],
} as const

export const isOfController = (item: ItemKey): boolean => item.startsWith('30(1)')

type Search = Readonly<Record<string, readonly string[]>>
export type ItemLink =
  | { to: '/activities'; search: Search }
  /** The organisation's own gaps: no list of activities tells them. */
  | { to: '/findings'; search: Search }

/** Where an item leads: to the activities that lack it, else to all that must answer it. */
export function linkOf(item: ItemKey, isWhole: boolean, rules: Rules = {}): ItemLink {
  const role = roles[isOfController(item) ? 'controller' : 'processor']
  if (isWhole) return { to: '/activities', search: { role } }
  if (item === '30(1)(a)') return { to: '/findings', search: { rule: rulesOf(item, rules) } }
  return { to: '/activities', search: { role, rule: rulesOf(item, rules) } }
}
