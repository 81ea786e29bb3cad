import type { FormEvent, ReactNode } from 'react'
import { useSay } from '../language.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { uiWords } from '../ui/words.ts'
import { FormTrouble } from './form-trouble.tsx'

type Props = {
  title: string
  /** What the button says. */
  act: string
  busy: boolean
  /** `false` until it can be done. */
  ready?: boolean
  /** Why it was not done. Of a trouble with one of the fields `shown`, that field tells. */
  error?: unknown
  shown?: readonly string[]
  onAct: () => void
  onClose: () => void
  children: ReactNode
}

/** A question or a few fields, and one thing to do about them. */
export function FormDialog(props: Props) {
  const { title, act, busy, ready = true, error, shown = [], onAct, onClose, children } = props
  const say = useSay()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog within a form of the page would submit that one too.
    event.stopPropagation()
    if (ready && !busy) onAct()
  }
  return (
    <Dialog title={title} onClose={onClose} lightDismiss={false}>
      <form onSubmit={submit}>
        <FormTrouble error={error} shown={shown} />
        {children}
        <div className="acts">
          <Button onClick={onClose}>{say(uiWords.cancel)}</Button>
          <Button type="submit" look="main" busy={busy} disabled={!ready}>
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
