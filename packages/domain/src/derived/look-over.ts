import type { NounKey } from '../field.ts'
import type { LinkedActivity, Look } from '../look.ts'
import type { RecordOfNoun } from '../nouns.ts'
import type { Published } from '../published.ts'
import type { ReferenceData } from '../reference-data.ts'

export type Register = { readonly [N in NounKey]: readonly RecordOfNoun<N>[] }

type Beside = {
  today: string
  reference: ReferenceData
  published?: ReadonlyMap<string, Published>
  announced?: ReadonlyMap<string, Published>
  approved?: ReadonlySet<string>
}

/** A look over records held in memory; archived activities link to nothing. */
export function lookOver(
  register: Register,
  { today, reference, published, announced, approved }: Beside,
): Look {
  const found = <N extends NounKey>(noun: N) => {
    const known = new Map<string, RecordOfNoun<N>>(
      register[noun].map((record) => [record.id, record]),
    )
    return (id: string | null) => (id === null ? undefined : known.get(id))
  }
  const linked = new Map<string, LinkedActivity[]>()
  const used = new Set<string | null>()
  for (const activity of register.activity) {
    if (activity.archivedAt !== null) continue
    for (const row of activity.data) used.add(row.dataCategory)
    for (const row of activity.dataSubjects) used.add(row.dataSubject)
    for (const id of new Set(activity.subProcessors.map((row) => row.subProcessor))) {
      if (id === null) continue
      const others = linked.get(id)
      if (others) others.push(activity)
      else linked.set(id, [activity])
    }
  }
  return {
    today,
    reference,
    organisation: found('organisation'),
    subProcessor: found('subProcessor'),
    dataCategory: found('dataCategory'),
    dataSubject: found('dataSubject'),
    party: found('party'),
    measure: found('measure'),
    product: found('product'),
    document: found('document'),
    linkedTo: (id) => linked.get(id) ?? [],
    approved,
    isUsed: (id) => used.has(id),
    published: (id) => published?.get(id),
    announced: (id) => announced?.get(id),
  }
}
