import { useSay } from '../language.ts'
import type { Search } from '../ui/combo.ts'
import { knownKeys, shownKeys } from '../ui/keys.ts'
import { Palette } from '../ui/palette.tsx'
import { frameWords } from '../words/frame.ts'
import { type Found, useGo, usePageSearch, useRecordSearch } from './hits.ts'

type Line = Found | { id: string; label: string; hint: string; act: () => void }

/** The palette: records, pages, and the verbs that have a key on this page. */
export function Finder({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const go = useGo()
  const records = useRecordSearch(12)
  const pages = usePageSearch()
  const verbs = (words: string): Line[] =>
    knownKeys()
      .filter((key) => !key.keys.startsWith('g ') && key.keys !== 'Mod+k')
      .map(({ keys, says, values, act }) => ({
        id: `verb ${keys}`,
        label: say(says, values),
        hint: shownKeys(keys).join(' '),
        act,
      }))
      .filter((verb) => verb.label.toLowerCase().includes(words))
  const search: Search<Line> = (query) => {
    const words = query.trim().toLowerCase()
    const here = [...verbs(words), ...pages(words)]
    if (!words) return here
    return Promise.resolve(records(query)).then((found) => [...found, ...here])
  }
  return (
    <Palette
      label={say(frameWords.findOrDo)}
      placeholder={say(frameWords.findOrDoHint)}
      search={search}
      onPick={(line) => ('to' in line ? go(line) : line.act())}
      onClose={onClose}
    />
  )
}
