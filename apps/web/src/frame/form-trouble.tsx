import { useSay } from '../language.ts'
import { troubleIn } from '../trouble.ts'
import { Mark } from '../ui/mark.tsx'

/** Why the form was not taken, above its fields; nothing when the trouble belongs to one of `shown`. */
export function FormTrouble({ error, shown = [] }: { error: unknown; shown?: readonly string[] }) {
  const say = useSay()
  if (!error) return null
  const { message, field } = troubleIn(error, say)
  if (field && shown.includes(field)) return null
  return (
    <p role="alert" className="banner conflict">
      <Mark of="conflict">
        <span className="whitespace-normal">{message}</span>
      </Mark>
    </p>
  )
}
