import { nouns } from '@ropewalk/domain/nouns.ts'
import { PageHead } from '../frame/page-head.tsx'
import { useSay } from '../language.ts'
import { useNoun } from './noun.ts'

export function ListPage() {
  const say = useSay()
  return <PageHead title={say(nouns[useNoun()].many)} />
}
