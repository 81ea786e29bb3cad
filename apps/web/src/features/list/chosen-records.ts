import type { NounKey } from '@ropewalk/domain/field.ts'
import { numberOf } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { queryClient } from '../../api.ts'
import { apiOf, asRecord } from '../../noun-api.ts'
import { isSelected, type Selection } from '../../ui/selection.ts'
import { selectionOf, type View } from './view.ts'

const pageSize = 200

/** The selected records as they were last read, by number: at the version that the person saw. */
export async function chosenRecords(
  noun: NounKey,
  view: View,
  selection: Selection,
): Promise<readonly AnyRecord[]> {
  const records =
    selection.kind === 'some' ? await recordsBy(noun, [...selection.ids]) : await allOf(noun, view)
  return records
    .filter(({ id }) => isSelected(selection, id))
    .toSorted((one, other) => numberOf(one.id) - numberOf(other.id))
}

/** The records as they are now on the server. */
export const freshRecords = (noun: NounKey, ids: readonly string[]): Promise<AnyRecord[]> =>
  Promise.all(
    ids.map(async (id) => {
      const options = apiOf(noun).read.queryOptions({ id })
      return asRecord((await queryClient.fetchQuery({ ...options, staleTime: 0 })).record)
    }),
  )

async function recordsBy(noun: NounKey, ids: readonly string[]): Promise<AnyRecord[]> {
  const seen = seenIn(noun)
  const known = ids.flatMap((id) => seen.get(id) ?? [])
  return [
    ...known,
    ...(await freshRecords(
      noun,
      ids.filter((id) => !seen.has(id)),
    )),
  ]
}

/** Every record of the pages that were read, at its newest version. */
function seenIn(noun: NounKey): Map<string, AnyRecord> {
  const seen = new Map<string, AnyRecord>()
  const pages = queryClient.getQueriesData<{ rows: readonly unknown[] }>({
    queryKey: apiOf(noun).list.queryKey(),
  })
  for (const [, page] of pages)
    for (const record of page?.rows.map(asRecord) ?? [])
      if ((seen.get(record.id)?.version ?? 0) < record.version) seen.set(record.id, record)
  return seen
}

async function allOf(noun: NounKey, view: View): Promise<AnyRecord[]> {
  const records: AnyRecord[] = []
  for (let offset = 0, total = 1; offset < total; offset += pageSize) {
    const page = await queryClient.fetchQuery(
      apiOf(noun).list.queryOptions({ ...selectionOf(view), offset, limit: pageSize }),
    )
    total = page.total
    records.push(...page.rows.map(asRecord))
  }
  return records
}
