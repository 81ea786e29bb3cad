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
  const waits = useRef<'no' | 'forAnswer' | 'toPick'>('no')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const show = (found: readonly I[]) => {
    const isWanted = waits.current === 'toPick'
    waits.current = 'no'
    if (isWanted && found[0]) return pick(found[0])
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
    waits.current = 'no'
    setState('idle')
    setItems([])
  }
  const look = (query: string, wait = pause) => {
    const turn = ++asked.current
    waits.current = 'forAnswer'
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const answer = search(query)
      if (!(answer instanceof Promise)) return show(answer)
      setState((now) => (now === 'found' ? now : 'looking'))
      answer.then(
        (found) => turn === asked.current && show(found),
        () => {
          if (turn !== asked.current) return
          waits.current = 'no'
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
    } else if (event.key === 'Enter' && (state !== 'idle' || waits.current !== 'no')) {
      event.preventDefault()
      if (waits.current === 'no') pick(items[active])
      else waits.current = 'toPick'
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
