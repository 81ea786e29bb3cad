import { dataCategoryFields, dataGroups } from '@ropewalk/domain/data-category.ts'
import { specialKinds } from '@ropewalk/domain/legal-bases.ts'
import { numberOf } from '@ropewalk/domain/nouns.ts'
import type { Users } from '../category-users.ts'
import { dataset } from '../dataset.ts'
import { answerTo, listOr, nameOf, stated } from '../facts.ts'
import type { Scene } from '../scene.ts'
import { wordOf, wordsOf } from '../word.ts'

export const dataCategories = dataset({
  key: 'data-categories',
  nouns: ['dataCategory'],
  items: (record) => [record],
  columns: ({ text, list, choice, choices }) => ({
    data_category_id: text((record) => record.id),
    name: text((record) => stated(record.name)),
    group: choice(dataGroups, (record) => wordOf(dataGroups, record.group)),
    elements: list((record) => listOr(record.elements, null)),
    special_kinds: choices(specialKinds, (record) =>
      listOr(
        wordsOf(specialKinds, record.specialKinds),
        answerTo(dataCategoryFields, record, 'specialKinds'),
      ),
    ),
    activities: list((record, scene) =>
      listOr([...usersOf(record.id, scene).activities.values()], null),
    ),
    sub_processors: list((record, scene) =>
      listOr(
        [...usersOf(record.id, scene).subProcessors]
          .sort((one, other) => numberOf(one) - numberOf(other))
          .map((id) => nameOf(id, scene.look.subProcessor(id))),
        null,
      ),
    ),
  }),
})

function usersOf(id: string, { users }: Scene): Users {
  if (!users) throw new Error('The users of data categories were picked, but not given')
  return users(id)
}
