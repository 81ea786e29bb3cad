import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { useLanguage, useSay } from '../../language.ts'
import { Banner } from '../../ui/note.tsx'
import { logWords as words } from './words.ts'

/** What the daily check of the log found. */
export function LastCheck() {
  const say = useSay()
  const language = useLanguage()
  const { time, number } = useFormats()
  const { data } = useQuery(trpc.log.check.queryOptions(undefined))
  if (data === undefined) return null
  if (data === null) return <p className="muted mb-6">{say(words.neverChecked)}</p>
  const { at, entries, faults, sentences } = data
  const values = { at: time(at), entries: number(entries), n: faults }
  if (faults === 0) return <p className="muted mb-6">{say(words.checkedWell, values)}</p>
  return (
    <div className="mb-6">
      <Banner of="conflict" says={say(words.checkedBadly, values)}>
        {sentences.map((each) => (
          <span key={each.en} className="block">
            {each[language]}
          </span>
        ))}
      </Banner>
    </div>
  )
}
