import { List } from '../features/list/list.tsx'
import { useNoun } from './noun.ts'

export function ListPage() {
  const noun = useNoun()
  return <List key={noun} noun={noun} />
}
