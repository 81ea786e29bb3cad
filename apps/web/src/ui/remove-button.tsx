import { useSay } from '../language.ts'
import { Sign } from './sign.tsx'
import { uiWords } from './words.ts'

/** A cross that names what it takes away. */
export function RemoveButton({ name, onPress }: { name: string; onPress: () => void }) {
  const say = useSay()
  const label = say(uiWords.remove, { name })
  return (
    <button type="button" className="x" aria-label={label} title={label} onClick={onPress}>
      <Sign of="x" size={10} />
    </button>
  )
}
