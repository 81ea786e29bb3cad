import { certaintyOf } from '../certainty.ts'
import type { LinkedActivity, Look } from '../look.ts'
import { numberOf } from '../nouns.ts'
import type { CustomerData } from '../published.ts'
import { both, type Text } from '../words.ts'
import type { Engagement } from './engagement.ts'
import { linksOf, type Which } from './links.ts'

/** What a supplier touches, by its links; ids without repetition, sorted by number. */
export type Touched = {
  activities: readonly string[]
  dataCategories: readonly string[]
  dataSubjects: readonly string[]
  products: readonly string[]
  engagedAs: readonly Engagement[]
  customerData: CustomerData
}

export const customerDataWords: Record<CustomerData, Text> = {
  yes: both('yes', 'oui'),
  no: both('no', 'non'),
  toConfirm: both('to confirm', 'à confirmer'),
  notStated: both('not stated', 'non indiqué'),
}

/** Among assured links, rows of the activity that are only inferred are left out too. */
export function touchedBy(subProcessorId: string, look: Look, which: Which = 'all'): Touched {
  const links = linksOf(subProcessorId, look, which)
  const rowsOf = <Key extends 'dataSubjects' | 'products'>(key: Key) =>
    links.flatMap(({ activity }): readonly LinkedActivity[Key][number][] =>
      which === 'all'
        ? activity[key]
        : activity[key].filter(({ rowId }) => isStated(activity, key, rowId)),
    )
  const engaged = new Set(links.map((link) => link.engagedAs))
  return {
    activities: ids(links.map(({ activity }) => activity.id)),
    dataCategories: ids(links.flatMap(({ row }) => row.dataCategories)),
    dataSubjects: ids(rowsOf('dataSubjects').map((row) => row.dataSubject)),
    products: ids(rowsOf('products').map((row) => row.product)),
    engagedAs: order.filter((each) => engaged.has(each)),
    customerData: customerDataOf(engaged),
  }
}

const order: readonly Engagement[] = ['subProcessor', 'toConfirm', 'processor']

const isStated = (activity: LinkedActivity, field: string, rowId: string) =>
  certaintyOf(activity, field, rowId) !== 'inferred'

function customerDataOf(engaged: ReadonlySet<Engagement>): CustomerData {
  if (engaged.has('subProcessor')) return 'yes'
  if (engaged.has('toConfirm')) return 'toConfirm'
  return engaged.size > 0 ? 'no' : 'notStated'
}

const ids = (found: readonly (string | null)[]): string[] =>
  [...new Set(found)]
    .filter((id) => id !== null)
    .sort((one, other) => numberOf(one) - numberOf(other))
