import type { FormEvent, ReactNode } from 'react'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { settingsWords as words } from './words.ts'

type Props = {
  title: string
  /** What the button says. */
  act: string
  busy: boolean
  onAct: () => void
  onClose: () => void
  children: ReactNode
}

/** A question or a few fields, and one thing to do about them. */
export function FormDialog({ title, act, busy, onAct, onClose, children }: Props) {
  const say = useSay()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onAct()
  }
  return (
    <Dialog title={title} onClose={onClose} lightDismiss={false}>
      <form onSubmit={submit}>
        {children}
        <div className="acts">
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button type="submit" look="main" busy={busy}>
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
