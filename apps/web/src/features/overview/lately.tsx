import { nounOf } from '@ropewalk/domain/nouns.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { actText } from '../../words/acts.ts'
import { whoText } from '../../words/said.ts'
import { RecordName } from './coming.tsx'
import { overviewWords as words } from './words.ts'

type Change = inferOutput<typeof trpc.register.overview>['changes'][number]

/** The latest changes of records, newest first. */
export function ChangedLately({ changes }: { changes: readonly Change[] }) {
  const say = useSay()
  const { time } = useFormats()
  const shown = changes.filter(({ recordId }) => nounOf(recordId))
  return (
    <section aria-labelledby="lately">
      <h2 id="lately">{say(words.lately)}</h2>
      {shown.length === 0 && <p>{say(words.unchanged)}</p>}
      <ol className="hist">
        {shown.map(({ seq, at, verb, recordId, name, ...change }) => (
          <li key={seq}>
            <p className="who">
              <span>
                <bdi>{say(whoText(change))}</bdi> {say(actText(verb))}
              </span>
              <time dateTime={at}>{time(at)}</time>
            </p>
            <p>
              <RecordName id={recordId} name={name} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
