import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useSay } from '../language.ts'
import { type Combo, type Item, type Search, useCombo } from './combo.ts'
import { useField } from './field.tsx'
import { Options } from './options.tsx'
import { usePlace } from './place.ts'
import { Sign } from './sign.tsx'
import { uiWords } from './words.ts'

type Props<I extends Item> = {
  value: I | null
  onChange: (item: I | null) => void
  /** At once for a list at hand, or a promise; an empty query gives the first few. */
  search: Search<I>
  /** Spoken name of the list. */
  label: string
  placeholder?: string
  /** Offers what was typed as a new item, last in the list. */
  made?: ((text: string) => I) | undefined
}

/** One of many, found by typing. */
export function ComboBox<I extends Item>({
  value,
  onChange,
  search,
  label,
  placeholder,
  made,
}: Props<I>) {
  const say = useSay()
  const field = useField()
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const combo = useCombo<I>({
    search: useOffer(search, made, say),
    onPick: (item) => {
      setTyped(null)
      onChange(item)
    },
    onDismiss: () => setTyped(null),
  })
  return (
    <div className="combo" ref={box}>
      <input
        dir="auto"
        {...field}
        {...combo.input}
        type="text"
        className="input"
        placeholder={placeholder ?? say(uiWords.notStated)}
        value={typed ?? value?.label ?? ''}
        onChange={(event) => {
          setTyped(event.target.value)
          combo.look(event.target.value)
        }}
        onClick={() => !combo.open && combo.look('', 0)}
        onBlur={() => {
          if (typed === '') onChange(null)
          setTyped(null)
          combo.close()
        }}
      />
      {value && typed === null ? (
        <button
          type="button"
          className="x"
          aria-label={`${say(uiWords.clear)} ${label}`}
          onClick={() => onChange(null)}
        >
          <Sign of="x" size={10} />
        </button>
      ) : (
        <span className="x pointer-events-none">
          <Sign of="down" size={10} />
        </span>
      )}
      <OptionsBelow combo={combo} anchor={box} label={label} />
    </div>
  )
}

/** The options in the top layer, below their input: no scrolling box cuts them off. */
export function OptionsBelow<I extends Item>({ combo, anchor, label }: BelowProps<I>): ReactNode {
  const popover = useRef<HTMLDivElement>(null)
  const { open } = combo
  useEffect(() => {
    if (open) popover.current?.showPopover()
    else popover.current?.hidePopover()
  }, [open])
  usePlace(anchor, popover, { open, match: true })
  return (
    <div ref={popover} popover="manual" className="overlay">
      <Options combo={combo} label={label} />
    </div>
  )
}
type BelowProps<I extends Item> = {
  combo: Combo<I>
  anchor: RefObject<HTMLElement | null>
  label: string
}

function useOffer<I extends Item>(
  search: Search<I>,
  made: Props<I>['made'],
  say: ReturnType<typeof useSay>,
): Search<I> {
  if (!made) return search
  const offered = (found: readonly I[], query: string) => {
    const text = query.trim()
    if (!text || found.some((item) => item.label === text)) return found
    return [...found, { ...made(text), label: say(uiWords.add, { name: text }) }]
  }
  return (query) => {
    const answer = search(query)
    return answer instanceof Promise
      ? answer.then((found) => offered(found, query))
      : offered(answer, query)
  }
}
