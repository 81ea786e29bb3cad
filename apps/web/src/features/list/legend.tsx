import { useSay } from '../../language.ts'
import { Mark } from '../../ui/mark.tsx'
import { listWords as words } from './words.ts'

/** What the shapes in the table mean, and what can be done in it that is not seen. */
export function Legend({ mayWrite }: { mayWrite: boolean }) {
  const say = useSay()
  return (
    <div className="tfoot">
      <span>
        <Mark of="gap">{say(words.gapIs)}</Mark>
        <Mark of="conflict">{say(words.conflictIs)}</Mark>
        <Mark of="advice">{say(words.adviceIs)}</Mark>
      </span>
      {mayWrite && <span className="max-phone:hidden">{say(words.editHint)}</span>}
    </div>
  )
}
