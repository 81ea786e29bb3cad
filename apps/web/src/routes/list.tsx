import type { NounKey } from '@ropewalk/domain/field.ts'
import type { QueryClient } from '@tanstack/react-query'
import { List } from '../features/list/list.tsx'
import { askFirst } from '../features/list/use-list.ts'
import { viewIn } from '../features/list/view.ts'
import type { ListSearch } from '../search-params.ts'
import { useNoun } from './noun.ts'

export function ListPage() {
  const noun = useNoun()
  return <List key={noun} noun={noun} />
}

/** Longest that a page waits for its rows before it is drawn without them, milliseconds. */
const patience = 200

/** Sends for what the list shows first; resolves when it is here, or when there is more to do than wait. */
export function askAhead(client: QueryClient, noun: NounKey, search: ListSearch): Promise<void> {
  const here = askFirst(client, noun, viewIn(noun, search))
  return Promise.race([here, new Promise<void>((resolve) => setTimeout(resolve, patience))])
}
