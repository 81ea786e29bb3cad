import type { NounKey } from '@ropewalk/domain/field.ts'
import { queryClient, trpc } from '../api.ts'
import type { Item } from '../ui/combo.ts'

/** Records of a noun whose text holds the query; the first few when it is empty. */
export async function searchNoun(noun: NounKey, query: string): Promise<readonly Item[]> {
  const hits = await queryClient.fetchQuery(
    trpc.register.search.queryOptions({ query, noun, limit: 20 }),
  )
  return hits.map((hit) => ({ id: hit.id, prefix: hit.id, label: hit.name }))
}
