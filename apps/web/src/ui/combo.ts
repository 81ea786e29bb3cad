import { type KeyboardEvent, useId, useRef, useState } from 'react'

/** One line of a list to pick from. */
export type Item = { id: string; label: string; prefix?: string; hint?: string }
export type Search<I extends Item> = (query: string) => readonly I[] | Promise<readonly I[]>

type State = 'idle' | 'looking' | 'found' | 'failed'
const pause = 120

/**
 * Typing, searching and picking by keyboard, after the combobox pattern of WAI-ARIA 1.2: focus stays in the
 * input, the active option is named to it. A late answer to an earlier question is dropped.
 */
export function useCombo<I extends Item>({ search, onPick, onDismiss }: Options<I>) {
  const listId = useId()
  const [items, setItems] = useState<readonly I[]>([])
  const [state, setState] = useState<State>('idle')
  const [active, setActive] = useState(0)
  const asked = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const show = (found: readonly I[]) => {
    setItems(found)
    setActive(0)
    setState('found')
  }
  const close = () => {
    asked.current++
    clearTimeout(timer.current)
    setState('idle')
    setItems([])
  }
  const look = (query: string, wait = pause) => {
    const turn = ++asked.current
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const answer = search(query)
      if (!(answer instanceof Promise)) return show(answer)
      setState((now) => (now === 'found' ? now : 'looking'))
      answer.then(
        (found) => turn === asked.current && show(found),
        () => turn === asked.current && setState('failed'),
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
    } else if (event.key === 'Enter' && state !== 'idle') {
      event.preventDefault()
      pick(items[active])
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
