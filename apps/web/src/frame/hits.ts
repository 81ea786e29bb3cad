import { nouns } from '@ropewalk/domain/nouns.ts'
import { useNavigate } from '@tanstack/react-router'
import { queryClient, trpc } from '../api.ts'
import { useSay } from '../language.ts'
import type { Item, Search } from '../ui/combo.ts'
import { frameWords } from '../words/frame.ts'
import { railEntries } from './entries.ts'

export type Found = Item & { to: string }

/** Records of every noun whose text holds the words typed. */
export function useRecordSearch(limit: number): Search<Found> {
  const say = useSay()
  return async (query) => {
    const words = query.trim()
    if (!words) return []
    const hits = await queryClient.fetchQuery(
      trpc.register.search.queryOptions({ query: words, limit }),
    )
    return hits.map((hit) => ({
      id: hit.id,
      prefix: hit.id,
      label: hit.name,
      hint: say(nouns[hit.noun].one),
      to: `/${nouns[hit.noun].path}/${hit.id}`,
    }))
  }
}

/** Pages of the register whose name holds the words typed. */
export function usePageSearch(): (query: string) => readonly Found[] {
  const say = useSay()
  return (query) => {
    const words = query.trim().toLowerCase()
    return railEntries
      .map((entry) => ({
        id: entry.to,
        label: say(frameWords.goTo, { name: say(entry.label) }),
        hint: `g ${entry.jump}`,
        to: entry.to,
      }))
      .filter((item) => item.label.toLowerCase().includes(words))
  }
}

export function useGo(): (found: Found) => void {
  const navigate = useNavigate()
  return ({ to }) => void navigate({ href: to })
}
