import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { usePlace } from '../../ui/place.ts'

type Props = {
  /** What stands on the button, and its look. */
  trigger: ReactNode
  className: string
  /** Spoken name of the button, when what stands on it does not say enough. */
  name?: string
  /** Spoken name of what opens. */
  label: string
  button?: RefObject<HTMLButtonElement | null>
  onClose?: () => void
  children: (close: () => void) => ReactNode
}

/** A button and a small sheet below it, in the top layer; it goes by Escape or a press elsewhere. */
export function Popover({
  trigger,
  className,
  name,
  label,
  button: given,
  onClose,
  children,
}: Props) {
  const id = useId()
  const own = useRef<HTMLButtonElement>(null)
  const button = given ?? own
  const sheet = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  usePlace(button, sheet, { open })
  useEffect(() => {
    if (open) sheet.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [open])
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={name}
        popoverTarget={id}
      >
        {trigger}
      </button>
      <div
        ref={sheet}
        id={id}
        role="dialog"
        aria-label={label}
        className="overlay sheet"
        popover="auto"
        onToggle={(event) => {
          setOpen(event.newState === 'open')
          if (event.newState === 'closed') onClose?.()
        }}
      >
        {open && children(() => sheet.current?.hidePopover())}
      </div>
    </>
  )
}
