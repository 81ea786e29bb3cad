import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useSay } from '../language.ts'
import { Button } from '../ui/button.tsx'
import { Sign } from '../ui/sign.tsx'
import { frameWords } from '../words/frame.ts'
import { type RailEntry, railGroups } from './entries.ts'

/** What the rail asks for: whose register this is, and how many of each part. */
export const ownOrganisation = () => trpc.organisations.list.queryOptions({ limit: 1 })
export const counts = () => trpc.register.counts.queryOptions(undefined)

/** The register's parts, each with how many there are. `onHide` is missing where there is nothing to hide. */
export function Rail({ onHide, onGo }: { onHide?: () => void; onGo?: () => void }) {
  const say = useSay()
  const { number } = useFormats()
  const countOf = useCountOf()
  return (
    <nav className="rail" aria-label={say(frameWords.register)}>
      <Link to="/" className="brand" onClick={onGo}>
        <Sign of="rope" size={20} />
        Ropewalk
      </Link>
      <Organisation />
      {railGroups.map((group) => (
        <ul key={group[0].to}>
          {group.map((entry) => {
            const count = countOf(entry)
            return (
              <li key={entry.to}>
                <Link to={entry.to} onClick={onGo} activeOptions={{ exact: entry.to === '/' }}>
                  {say(entry.label)}
                  {count !== undefined && <span>{number(count)}</span>}
                </Link>
              </li>
            )
          })}
        </ul>
      ))}
      {onHide && (
        <p className="foot">
          <Button look="quiet" small onClick={onHide}>
            {say(frameWords.hideRail)} <kbd>[</kbd>
          </Button>
        </p>
      )}
    </nav>
  )
}

function Organisation() {
  const { data } = useQuery({ ...ownOrganisation(), staleTime: 60_000 })
  return (
    <p className="org">
      <bdi>{data?.rows[0]?.name ?? '\u00a0'}</bdi>
    </p>
  )
}

function useCountOf(): (entry: RailEntry) => number | undefined {
  const { data } = useQuery(counts())
  return (entry) => {
    if (!data) return undefined
    if ('noun' in entry) return data.nouns[entry.noun]
    if (!('counted' in entry)) return undefined
    if (entry.counted === 'toConfirm') return data.toConfirm
    return data.findings.gaps + data.findings.conflicts + data.findings.advice
  }
}
