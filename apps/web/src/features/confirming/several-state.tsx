import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import type { Run } from '../../one-by-one.ts'
import { troubleIn } from '../../trouble.ts'
import { Banner } from '../../ui/note.tsx'
import { Progress } from '../../ui/states.tsx'
import type { Batch } from './batches.ts'
import { confirmWords as words } from './words.ts'

type Props = { run: Run<Batch> | null; busy: boolean; cancel: () => void }

/** How far confirming several has come, and what was not taken. */
export function SeveralState({ run, busy, cancel }: Props) {
  const say = useSay()
  const { number } = useFormats()
  if (!run) return null
  if (busy)
    return (
      <div className="mb-5">
        <Progress
          label={say(words.confirming, { done: number(run.done.length), of: number(run.of) })}
          done={run.done.length + run.failed.length}
          of={run.of}
          cancel={say(words.stop)}
          onCancel={cancel}
        />
      </div>
    )
  const taken = run.done.reduce((sum, batch) => sum + batch.facts.length, 0)
  return (
    <div className="mb-5 grid gap-3">
      <p role="status">{say(words.confirmed, { n: taken })}</p>
      {run.failed.length > 0 && (
        <Banner of="conflict" says={say(words.notConfirmed, { n: run.failed.length })}>
          <ul>
            {run.failed.map(({ item, error }) => (
              <li key={item.id}>
                {item.id}: {troubleIn(error, say).message}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  )
}
