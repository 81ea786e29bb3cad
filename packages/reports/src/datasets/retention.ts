import { periodUnits } from '@ropewalk/domain/activity/data.ts'
import { both } from '@ropewalk/domain/words.ts'
import { dataset } from '../dataset.ts'
import { listOr, nameOf, stated } from '../facts.ts'
import { wordOf } from '../word.ts'
import { each, ofActivity } from './of-activity.ts'

// An empty list of elements means all elements of the category.
const all = { key: 'all', label: both('all', 'tous') }

export const retention = dataset({
  key: 'retention',
  nouns: ['activity'],
  items: (activity) => each(activity, activity.data),
  columns: ({ text, number, list, choice }) => ({
    ...ofActivity,
    data_category_id: text(({ row }) => row.dataCategory),
    data_category: text(({ row }, { look }) =>
      nameOf(row.dataCategory, look.dataCategory(row.dataCategory)),
    ),
    elements: list(({ row }) => listOr(row.elements, [all])),
    period: number(({ row }) => row.period),
    unit: choice(periodUnits, ({ row }) => wordOf(periodUnits, row.unit)),
    criteria: text(({ row }) => stated(row.criteria)),
    trigger: text(({ row }) => stated(row.trigger)),
    deletion_method: text(({ row }) => stated(row.deletionMethod)),
  }),
})
