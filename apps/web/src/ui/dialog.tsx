import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useSay } from '../language.ts'
import { Sign } from './sign.tsx'
import { uiWords } from './words.ts'

type Props = {
  title: string
  /** Asked by Escape, a press outside, or the page itself: the parent stops rendering it. */
  onClose: () => void
  look?: 'dialog' | 'drawer' | 'palette'
  /** `false`: the title is spoken, not shown. */
  titled?: boolean
  /** `false`: nothing may be lost by a press outside. */
  lightDismiss?: boolean
  children: ReactNode
}

/** The platform's own modal: the page behind is inert, focus is kept inside and goes back where it was. */
export function Dialog({
  title,
  onClose,
  look = 'dialog',
  titled = true,
  lightDismiss = true,
  children,
}: Props) {
  const say = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    shown?.showModal()
    return () => {
      shown?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <dialog
      ref={dialog}
      className={look === 'drawer' ? 'drawer' : `overlay ${look}`}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (lightDismiss && event.target === dialog.current && isOutside(event)) onClose()
      }}
    >
      <h2 id={id} className={titled ? '' : 'sr-only'}>
        {title}
      </h2>
      {children}
      {look === 'dialog' && (
        // Last, so that the focus goes to the content first.
        <button type="button" className="x" aria-label={say(uiWords.close)} onClick={onClose}>
          <Sign of="x" />
        </button>
      )}
    </dialog>
  )
}

function isOutside({ clientX, clientY, currentTarget }: React.MouseEvent<HTMLElement>) {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
