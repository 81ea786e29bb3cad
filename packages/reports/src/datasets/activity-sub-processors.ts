import { certaintyOf } from '@ropewalk/domain/certainty.ts'
import { engagedAs, engagements } from '@ropewalk/domain/derived/engagement.ts'
import { certainties } from '@ropewalk/domain/record.ts'
import { dataset } from '../dataset.ts'
import { listOr, nameOf, stated } from '../facts.ts'
import { wordOf } from '../word.ts'
import { each, ofActivity } from './of-activity.ts'

export const activitySubProcessors = dataset({
  key: 'activity-sub-processors',
  nouns: ['activity'],
  items: (activity) => each(activity, activity.subProcessors),
  columns: ({ text, list, choice }) => ({
    ...ofActivity,
    sub_processor_id: text(({ row }) => row.subProcessor),
    sub_processor: text(({ row }, { look }) =>
      nameOf(row.subProcessor, look.subProcessor(row.subProcessor)),
    ),
    engaged_as: choice(engagements, ({ activity }) =>
      wordOf(engagements, engagedAs(activity.role)),
    ),
    function_here: text(({ row }) => stated(row.functionHere)),
    data_categories: list(({ row }, { look }) =>
      listOr(
        row.dataCategories.map((id) => nameOf(id, look.dataCategory(id))),
        null,
      ),
    ),
    certainty: choice(certainties, ({ activity, row }) =>
      wordOf(certainties, certaintyOf(activity, 'subProcessors', row.rowId)),
    ),
  }),
})
