import type { NounKey } from '@ropewalk/domain/field.ts'
import { List } from '../features/list/list.tsx'
import { askFirst } from '../features/list/use-list.ts'
import { viewIn } from '../features/list/view.ts'
import type { ListSearch } from '../search-params.ts'
import { useNoun } from './noun.ts'

export function ListPage() {
  const noun = useNoun()
  return <List key={noun} noun={noun} />
}

/** Sends for what the list shows first, so that it comes while the page is drawn. */
export function askAhead(noun: NounKey, search: ListSearch): Promise<void> {
  askFirst(noun, viewIn(noun, search))
  // Questions leave together at the end of a turn; drawing the page would keep them waiting.
  return new Promise((resolve) => setTimeout(resolve))
}
