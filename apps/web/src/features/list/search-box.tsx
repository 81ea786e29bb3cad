import { useEffect, useRef, useState } from 'react'
import { useSay } from '../../language.ts'
import { useKeys } from '../../ui/keys.ts'
import { Sign } from '../../ui/sign.tsx'
import { listWords as words } from './words.ts'

const pause = 200

type Props = {
  /** The name of the list. */
  list: string
  q: string
  /** Told when the person rests. */
  onSearch: (q: string) => void
}

/** The words that the rows must hold. `f` leads here, Escape clears it. */
export function SearchBox({ list, q, onSearch }: Props) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(q)
  const told = useRef(q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useKeys([{ keys: 'f', says: words.searchKey, act: () => input.current?.focus() }])
  // A view from elsewhere brings its own words.
  useEffect(() => {
    if (q === told.current) return
    told.current = q
    setTyped(q)
  }, [q])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string, wait = pause) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      told.current = text
      onSearch(text)
    }, wait)
  }
  const label = say(words.search, { list })
  return (
    <search className="search">
      <Sign of="find" size={14} />
      <input
        ref={input}
        type="search"
        dir="auto"
        className="input"
        aria-label={label}
        placeholder={say(words.searchHint)}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') type(typed, 0)
          if (event.key !== 'Escape') return
          if (typed) type('', 0)
          else event.currentTarget.blur()
        }}
      />
      {!typed && <kbd>f</kbd>}
    </search>
  )
}
