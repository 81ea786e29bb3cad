import { useEffect, useSyncExternalStore } from 'react'
import { useSay } from '../language.ts'
import { Button } from './button.tsx'
import { Sign } from './sign.tsx'
import { uiWords } from './words.ts'

type Toast = { id: number; says: string; undo?: { label: string; act: () => void } }

/** Says that something was done, for eight seconds, with a way back. Errors are said where they belong instead. */
export function toast(says: string, undo?: Toast['undo']): void {
  toasts = [...toasts.slice(-2), { id: ++last, says, ...(undo ? { undo } : {}) }]
  tell()
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, now, now)
  return (
    <div className="toasts" role="status">
      {shown.map((one) => (
        <ToastLine key={one.id} toast={one} />
      ))}
    </div>
  )
}

function ToastLine({ toast: { id, says, undo } }: { toast: Toast }) {
  const say = useSay()
  useEffect(() => {
    const timer = setInterval(() => {
      const held = document.querySelector(`[data-toast="${id}"]:is(:hover, :focus-within)`)
      if (!held) drop(id)
    }, 8_000)
    return () => clearInterval(timer)
  }, [id])
  return (
    <div className="toast overlay" data-toast={id}>
      <span>{says}</span>
      {undo && (
        <Button
          look="quiet"
          small
          onClick={() => {
            drop(id)
            undo.act()
          }}
        >
          {undo.label}
        </Button>
      )}
      <button
        type="button"
        className="x"
        aria-label={say(uiWords.dismiss)}
        onClick={() => drop(id)}
      >
        <Sign of="x" size={10} />
      </button>
    </div>
  )
}

let toasts: readonly Toast[] = []
let last = 0
const now = () => toasts
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
function drop(id: number) {
  toasts = toasts.filter((one) => one.id !== id)
  tell()
}
