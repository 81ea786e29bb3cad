import { type ComponentProps, type ReactNode, useState } from 'react'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'

type Props = Omit<ComponentProps<typeof FormDialog>, 'onAct' | 'children'> & {
  hint?: string
  /** The reason asked for; none when nothing has to be said. */
  ask?: { label: string; hint?: string } | undefined
  onAct: (reason: string) => void
  children?: ReactNode
}

/** One act, and why. */
export function ReasonDialog({ hint, ask, onAct, children, ...dialog }: Props) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog {...dialog} onAct={() => onAct(reason)}>
      <div className="grid gap-4">
        {hint && <p>{hint}</p>}
        {children}
        {ask && (
          <Field label={ask.label} hint={ask.hint}>
            <ProseInput value={reason} onChange={setReason} required />
          </Field>
        )}
      </div>
    </FormDialog>
  )
}
