import type { ItemKey } from '@ropewalk/domain/derived/art-30.ts'

/** The rules by which an item counts as not answered, or in part. */
const rulesOf: Record<ItemKey, readonly string[]> = {
  '30(1)(a)': [
    'organisation-not-named',
    'organisation-without-name',
    'organisation-without-contact',
  ],
  '30(1)(b)': ['purposes-not-stated'],
  '30(1)(c)': ['data-subjects-not-stated', 'data-categories-not-stated'],
  '30(1)(d)': ['recipients-not-stated'],
  '30(1)(e)': ['transfers-not-stated'],
  '30(1)(f)': ['retention-not-stated', 'retention-criterion-unverifiable'],
  '30(1)(g)': ['measures-not-stated'],
  '30(2)(a)': ['controllers-not-named', 'controller-is-a-class', 'controller-without-contact'],
  '30(2)(b)': ['processing-categories-not-stated', 'controllers-not-named'],
  '30(2)(c)': ['transfers-not-stated'],
  '30(2)(d)': ['measures-not-stated'],
}

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
export function linkOf(item: ItemKey, isWhole: boolean): ItemLink {
  const role = roles[isOfController(item) ? 'controller' : 'processor']
  if (isWhole) return { to: '/activities', search: { role } }
  if (item === '30(1)(a)') return { to: '/findings', search: { rule: rulesOf[item] } }
  return { to: '/activities', search: { role, rule: rulesOf[item] } }
}
