import { useSay } from '../../language.ts'
import { Sign } from '../../ui/sign.tsx'
import { overviewWords as words } from './words.ts'

export function Legend() {
  const say = useSay()
  return (
    <p className="legend">
      <span>
        <Sign of="yes" />
        {say(words.answered)}
      </span>
      <span>
        <Sign of="half" />
        {say(words.inPart)}
      </span>
      <span className="text-gap">
        <Sign of="no" />
        <span className="text-ink-2">{say(words.open)}</span>
      </span>
    </p>
  )
}

/** The pattern of what is answered in part; drawn once, where a bar needs it. */
export const Hatch = () => (
  <svg width="0" height="0" className="absolute" aria-hidden="true">
    <pattern
      id="hatch"
      className="hatch"
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M0 0V5" strokeWidth="2.4" />
    </pattern>
  </svg>
)
