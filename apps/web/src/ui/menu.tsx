import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { buttonClass } from './button.tsx'
import { usePlace } from './place.ts'

export type MenuItem =
  | { kind?: 'act'; label: ReactNode; act: () => void; hint?: ReactNode; disabled?: boolean }
  /** A file to download. */
  | { kind: 'file'; label: ReactNode; href: string; hint?: ReactNode }
  /** One of several, or on and off: the menu stays open. */
  | { kind: 'radio' | 'check'; label: ReactNode; checked: boolean; act: () => void }
  | { kind: 'said'; label: ReactNode }
  | { kind: 'rule' }

type Props = {
  label: ReactNode
  /** Spoken name, when the label is no word. */
  name?: string
  look?: 'plain' | 'quiet'
  small?: boolean
  align?: 'start' | 'end'
  items: readonly MenuItem[]
}

/** A button and the list of verbs that it opens. */
export function Menu({
  label,
  name,
  look = 'plain',
  small = false,
  align = 'start',
  items,
}: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  usePlace(button, list, { open, align })
  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>(focusable)?.focus()
  }, [open])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const all = [...(list.current?.querySelectorAll<HTMLElement>(focusable) ?? [])]
    const now = all.indexOf(document.activeElement as HTMLElement)
    all.at(step(now, all.length) % all.length)?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={buttonClass({ look, small })}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={name}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          list.current?.showPopover()
        }}
      >
        {label}
      </button>
      <div
        ref={list}
        id={id}
        role="menu"
        className="overlay"
        popover="auto"
        aria-label={name ?? (typeof label === 'string' ? label : undefined)}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {open &&
          items.map((item, at) => (
            <Entry key={keyOf(item, at)} item={item} close={() => list.current?.hidePopover()} />
          ))}
      </div>
    </>
  )
}

const focusable = '[role^="menuitem"]:not(:disabled)'
const steps: Record<string, (now: number, count: number) => number> = {
  ArrowDown: (now) => now + 1,
  ArrowUp: (now, count) => (now <= 0 ? count - 1 : now - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
}

const keyOf = (item: MenuItem, at: number) =>
  item.kind === 'rule' ? at : `${typeof item.label === 'string' ? item.label : ''}${at}`

function Entry({ item, close }: { item: MenuItem; close: () => void }) {
  if (item.kind === 'rule') return <hr />
  if (item.kind === 'said') return <div className="said">{item.label}</div>
  if ('checked' in item) {
    const role = item.kind === 'radio' ? 'menuitemradio' : 'menuitemcheckbox'
    return (
      <button
        type="button"
        {...{ role, 'aria-checked': item.checked }}
        tabIndex={-1}
        onClick={item.act}
      >
        {item.label}
      </button>
    )
  }
  if (item.kind === 'file') {
    return (
      <a role="menuitem" href={item.href} download tabIndex={-1} onClick={close}>
        <span>{item.label}</span>
        {item.hint}
      </a>
    )
  }
  const act = () => {
    close()
    item.act()
  }
  return (
    <button type="button" role="menuitem" tabIndex={-1} disabled={item.disabled} onClick={act}>
      <span>{item.label}</span>
      {item.hint}
    </button>
  )
}
