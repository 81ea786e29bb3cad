import { nounOf } from '@ropewalk/domain/nouns.ts'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { actText } from '../../words/acts.ts'
import { RecordName } from './coming.tsx'
import { overviewWords as words } from './words.ts'

type Change = {
  seq: number
  at: string
  actorName: string
  verb: string
  recordId: string
  name: string
}

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
        {shown.map(({ seq, at, actorName, verb, recordId, name }) => (
          <li key={seq}>
            <p className="who">
              <span>
                <bdi>{actorName}</bdi> {say(actText(verb))}
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
