import { dataSources } from '@ropewalk/domain/activity/data.ts'
import { dataCategoryFields } from '@ropewalk/domain/data-category.ts'
import { specialConditions, specialKinds } from '@ropewalk/domain/legal-bases.ts'
import type { Cell } from '../../cell.ts'
import { columnsOf } from '../../column.ts'
import { answerTo, listOr, nameOf, retentionText, stated } from '../../facts.ts'
import type { Scene } from '../../scene.ts'
import { answers, distinct, wordOf, wordsOf } from '../../word.ts'
import { type ActivityItem, answerOf } from './item.ts'

/** What the linked categories say of Art. 9: their kinds, or *none* when each of them is declared to have none. */
function specialKindsIn({ record }: ActivityItem, { look }: Scene): Cell {
  const categories = record.data.map((row) => look.dataCategory(row.dataCategory))
  const kinds = categories.flatMap((category) => category?.specialKinds ?? [])
  if (kinds.length > 0) return wordsOf(specialKinds, distinct(kinds))
  const isRuledOut =
    categories.length > 0 &&
    categories.every(
      (category) => category && answerTo(dataCategoryFields, category, 'specialKinds'),
    )
  return isRuledOut ? answers.none : answerOf(record, 'data')
}

/** Each condition once; not applicable where special categories are ruled out. */
function conditionsIn(item: ActivityItem, scene: Scene): Cell {
  const stated = item.record.data.flatMap(
    (row) => wordOf(specialConditions, row.specialCondition) ?? [],
  )
  const isRuledOut = specialKindsIn(item, scene) === answers.none
  return listOr(
    distinct(stated),
    isRuledOut ? answers.notApplicable : answerOf(item.record, 'data'),
  )
}

const { list, choices } = columnsOf<ActivityItem>()

export const dataColumns = {
  data_subjects: list(({ record }, { look }) =>
    listOr(
      record.dataSubjects.map((row) => nameOf(row.dataSubject, look.dataSubject(row.dataSubject))),
      answerOf(record, 'dataSubjects'),
    ),
  ),
  data_categories: list(({ record }, { look }) =>
    listOr(
      record.data.map((row) => nameOf(row.dataCategory, look.dataCategory(row.dataCategory))),
      answerOf(record, 'data'),
    ),
  ),
  retention: list(({ record }, scene) =>
    listOr(
      record.data.map((row) => retentionText(row, scene)),
      answerOf(record, 'data'),
    ),
  ),
  special_categories: choices(specialKinds, specialKindsIn),
  art9_conditions: choices(specialConditions, conditionsIn),
  data_sources: list(({ record }) => {
    const note = stated(record.dataSourcesNote)
    const words = wordsOf(dataSources, record.dataSources)
    return listOr(note === null ? words : [...words, note], null)
  }),
} as const
