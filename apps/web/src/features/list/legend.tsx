import { useSay } from '../../language.ts'
import { Mark } from '../../ui/mark.tsx'
import { listWords as words } from './words.ts'

/** What the shapes in the table mean. */
export function Legend() {
  const say = useSay()
  return (
    <div className="tfoot">
      <span>
        <Mark of="gap">{say(words.gapIs)}</Mark>
        <Mark of="conflict">{say(words.conflictIs)}</Mark>
        <Mark of="advice">{say(words.adviceIs)}</Mark>
      </span>
    </div>
  )
}
