import type { Activity } from '@ropewalk/domain/activity/activity.ts'

/** What uses one data category; sub-processors by id, each once. */
export type Users = {
  readonly activities: ReadonlyMap<string, string>
  readonly subProcessors: ReadonlySet<string>
}
export type CategoryUsers = (dataCategoryId: string) => Users

type Using = Pick<Activity, 'id' | 'name' | 'data' | 'subProcessors'>

/** Who uses each data category: the live activities in whose order they are given, and suppliers by their links. */
export function usersOver(activities: Iterable<Using>): CategoryUsers {
  const users = new Map<string, { activities: Map<string, string>; subProcessors: Set<string> }>()
  const of = (id: string) => {
    const known = users.get(id) ?? { activities: new Map(), subProcessors: new Set() }
    users.set(id, known)
    return known
  }
  for (const { id, name, data, subProcessors } of activities) {
    for (const row of data)
      if (row.dataCategory !== null) of(row.dataCategory).activities.set(id, name || id)
    for (const row of subProcessors)
      for (const category of row.dataCategories)
        if (row.subProcessor !== null) of(category).subProcessors.add(row.subProcessor)
  }
  return (id) => users.get(id) ?? nobody
}

const nobody: Users = { activities: new Map(), subProcessors: new Set() }
