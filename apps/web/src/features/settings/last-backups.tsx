import type { Text, Values } from '@ropewalk/domain/words.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { useLanguage, useSay } from '../../language.ts'
import { Mark } from '../../ui/mark.tsx'
import { Banner } from '../../ui/note.tsx'
import { backupWords as words } from './backup-words.ts'

type Backups = inferOutput<typeof trpc.backups.read>

/** The last of each, and what failed since. */
export function LastBackups({ backups }: { backups: Backups }) {
  const say = useSay()
  const { time, number } = useFormats()
  const language = useLanguage()
  const { made, tried, notMade, notTried, restored } = backups
  return (
    <>
      {notMade && (
        <Failure of={words.notMade} values={{ at: time(notMade.at) }} why={notMade.why} />
      )}
      {notTried && (
        <Failure of={words.notTried} values={{ at: time(notTried.at) }} why={notTried.why} />
      )}
      {tried && tried.faults > 0 && (
        <Banner
          of="conflict"
          says={say(words.triedBadly, {
            at: time(tried.at),
            file: tried.file,
            n: tried.faults,
          })}
        >
          {tried.says.map((each) => (
            <span key={each.en} className="block">
              {each[language]}
            </span>
          ))}
        </Banner>
      )}
      <dl className="kv">
        <dt>{say(words.last)}</dt>
        <dd>
          {!made && <span className="muted">{say(words.none)}</span>}
          {made && (
            <>
              {say(words.made, {
                at: time(made.at),
                file: made.file,
                size: number(Math.max(0.1, Math.round(made.bytes / 100_000) / 10)),
                entries: made.entries,
              })}
              {made.keyInside && ` ${say(words.keyInside)}`}
              <span className="block muted">
                {say(words.sha)} <span className="hash">{made.sha256}</span>
              </span>
            </>
          )}
        </dd>
        <dt>{say(words.lastTry)}</dt>
        <dd>
          {!tried && <span className="muted">{say(words.noTry)}</span>}
          {tried && tried.faults > 0 && time(tried.at)}
          {tried && tried.faults === 0 && (
            <>
              <Mark of="active">{say(words.restores)}</Mark>{' '}
              {say(words.tried, { at: time(tried.at), file: tried.file, entries: tried.entries })}
              {tried.says.map((each) => (
                <span key={each.en} className="block muted">
                  {each[language]}
                </span>
              ))}
            </>
          )}
        </dd>
        {restored && (
          <>
            <dt>{say(words.restored)}</dt>
            <dd>
              {say(words.restoredFrom, {
                at: time(restored.at),
                file: restored.file,
                madeAt: time(restored.madeAt),
                n: restored.givenUp,
              })}
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

function Failure({ of, values, why }: { of: Text; values: Values; why: Text }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Banner of="conflict" says={say(of, values)}>
      {why[language]}
    </Banner>
  )
}
