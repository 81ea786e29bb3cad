import { type FormEvent, type ReactNode, useState } from 'react'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'
import { changeWords as words } from './words.ts'

type Props = {
  title: string
  hint?: string
  act: string
  /** The reason asked for; none when nothing has to be said. */
  ask?: { label: string; hint?: string } | undefined
  error: unknown
  busy: boolean
  onAct: (reason: string) => void
  onClose: () => void
  children?: ReactNode
}

/** One act, and why. */
export function ReasonDialog(props: Props) {
  const { title, hint, act, ask, error, busy, onAct, onClose, children } = props
  const say = useSay()
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onAct(reason)
  }
  return (
    <Dialog title={title} onClose={onClose} lightDismiss={false}>
      <form onSubmit={submit} className="grid gap-4">
        <FormTrouble error={error} />
        {hint && <p>{hint}</p>}
        {children}
        {ask && (
          <Field label={ask.label} hint={ask.hint}>
            <ProseInput value={reason} onChange={setReason} required />
          </Field>
        )}
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
