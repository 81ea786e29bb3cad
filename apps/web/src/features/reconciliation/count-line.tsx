import { countsOf, type Reconciled } from '@ropewalk/domain/reconciliation/reconciled.ts'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { useLineNumbers } from './entry-lists.tsx'
import { reconciliationWords as words } from './words.ts'

/** `214 lines: 180 in both, 30 only there, 4 candidates; 6 only here`: the first add up. */
export function CountLine({ result }: { result: Reconciled }) {
  const say = useSay()
  const { number } = useFormats()
  const counts = countsOf(result)
  const parts = [
    say(words.inBothCount, { n: number(counts.inBoth) }),
    say(words.thereCount, { n: number(counts.onlyThere) }),
    say(words.candidateCount, { n: counts.candidates }),
    ...(counts.nameless > 0 ? [say(words.namelessCount, { n: number(counts.nameless) })] : []),
  ]
  const here = say(words.hereCount, { n: number(counts.onlyHere) })
  const namelessLines = useLineNumbers(result.nameless)
  return (
    <div>
      <p className="reconcile-count" role="status">
        <b>{say(words.lines, { n: counts.lines })}</b>{' '}
        {say(words.counts, { lines: parts.join(', '), here })}
      </p>
      {counts.nameless > 0 && (
        <p className="muted">
          {say(words.namelessLines, {
            lines: say(counts.nameless === 1 ? words.onLine : words.onLines, {
              lines: namelessLines,
            }),
          })}
        </p>
      )}
    </div>
  )
}
