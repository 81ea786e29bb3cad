import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** One line of a list to pick from. */
export type Item = { id: string; label: string; prefix?: string; hint?: string }
export type Search<I extends Item> = (query: string) => readonly I[] | Promise<readonly I[]>

type State = 'idle' | 'looking' | 'found' | 'failed'
const pause = 120

/**
 * Typing, searching and picking by keyboard, after the combobox pattern of WAI-ARIA 1.2: focus stays in the
 * input, the active option is named to it. A late answer to an earlier question is dropped; Enter before the
 * answer to what was typed picks the first of that answer when it comes.
 */
export function useCombo<I extends Item>({ search, onPick, onDismiss }: Options<I>) {
  const listId = useId()
  const [items, setItems] = useState<readonly I[]>([])
  const [state, setState] = useState<State>('idle')
  const [active, setActive] = useState(0)
  const asked = useRef(0)
  const awaited = useRef(false)
  const wanted = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const show = (found: readonly I[]) => {
    awaited.current = false
    if (wanted.current && found[0]) return pick(found[0])
    wanted.current = false
    // At once, so that no key comes between what was found and its being shown.
    flushSync(() => {
      setItems(found)
      setActive(0)
      setState('found')
    })
  }
  const close = () => {
    asked.current++
    clearTimeout(timer.current)
    awaited.current = false
    wanted.current = false
    setState('idle')
    setItems([])
  }
  const look = (query: string, wait = pause) => {
    const turn = ++asked.current
    awaited.current = true
    wanted.current = false
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const answer = search(query)
      if (!(answer instanceof Promise)) return show(answer)
      setState((now) => (now === 'found' ? now : 'looking'))
      answer.then(
        (found) => turn === asked.current && show(found),
        () => {
          if (turn !== asked.current) return
          awaited.current = false
          setState('failed')
        },
      )
    }, wait)
  }
  const pick = (item: I | undefined) => {
    if (!item) return
    close()
    onPick(item)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (state === 'idle') return look(event.currentTarget.value, 0)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (items.length > 0) setActive((active + step + items.length) % items.length)
    } else if (event.key === 'Enter' && (state !== 'idle' || awaited.current)) {
      event.preventDefault()
      if (awaited.current) wanted.current = true
      else pick(items[active])
    } else if (event.key === 'Escape' && state !== 'idle') {
      event.preventDefault()
      event.stopPropagation()
      close()
      onDismiss?.()
    }
  }
  const open = state !== 'idle'
  const input = {
    role: 'combobox',
    'aria-expanded': open,
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    'aria-activedescendant': open && items.length > 0 ? `${listId}-${active}` : undefined,
    autoComplete: 'off',
    spellCheck: false,
    onKeyDown,
  } as const
  return { listId, items, state, open, active, setActive, look, close, pick, input }
}
type Options<I extends Item> = {
  search: Search<I>
  onPick: (item: I) => void
  onDismiss?: () => void
}
export type Combo<I extends Item> = ReturnType<typeof useCombo<I>>
