import { useRef, useState } from 'react'
import { useSay } from '../language.ts'
import { useCombo } from '../ui/combo.ts'
import { OptionsBelow } from '../ui/combo-box.tsx'
import { useKeys } from '../ui/keys.ts'
import { Sign } from '../ui/sign.tsx'
import { frameWords } from '../words/frame.ts'
import { type Found, useGo, useRecordSearch } from './hits.ts'

/** The search of the whole register; `/` leads here. */
export function TopSearch() {
  const say = useSay()
  const go = useGo()
  const box = useRef<HTMLElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const search = useRecordSearch(12)
  const combo = useCombo<Found>({
    search,
    onPick: (found) => {
      setTyped('')
      go(found)
    },
  })
  useKeys([{ keys: '/', says: frameWords.search, act: () => input.current?.focus() }])
  const label = say(frameWords.search)
  const look = (text: string) => (text.trim() ? combo.look(text) : combo.close())
  return (
    <search className="search" ref={box}>
      <Sign of="find" size={14} />
      <input
        {...combo.input}
        ref={input}
        type="search"
        dir="auto"
        className="input"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          look(event.target.value)
        }}
        onFocus={() => look(typed)}
        onBlur={combo.close}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            combo.close()
            setTyped('')
            event.currentTarget.blur()
          } else if (combo.open || typed) combo.input.onKeyDown(event)
        }}
      />
      {!typed && <kbd>/</kbd>}
      <OptionsBelow combo={combo} anchor={box} label={label} />
    </search>
  )
}
