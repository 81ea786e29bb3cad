import { limits } from '@ropewalk/domain/limits.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { Skeleton } from '../../ui/states.tsx'
import type { BulkPlan } from './bulk-plan.ts'
import { BulkPreview } from './bulk-preview.tsx'
import { TooMany } from './too-many.tsx'
import { type BulkOptions, useBulk } from './use-bulk.ts'
import { type Chosen, useChosen } from './use-chosen.ts'
import { listWords as words } from './words.ts'

/** The selected records, and what is to be told when they changed. */
export type BulkProps = Chosen & BulkOptions & { onClose: () => void }
type Props = BulkProps & {
  title: string
  /** Names what is to become of them; nothing until that is known. */
  about: string | null
  planFor: (records: readonly AnyRecord[]) => BulkPlan | undefined
  /** `true`: the plan asks for the whole records, not for those of the list. */
  whole?: boolean
  children: ReactNode
}

/** One change of many records: what it becomes, what that changes, then all of it in one step. */
export function BulkDialog({ title, about, planFor, whole = false, children, ...props }: Props) {
  const { noun, view, selection, count, onClose, ...done } = props
  const say = useSay()
  const { number } = useFormats()
  const [reason, setReason] = useState('')
  const chosen = useChosen({ noun, view, selection, count }, whole)
  const bulk = useBulk({ noun, ...done })
  const plan = chosen.records && planFor(chosen.records)
  const isStale = bulk.error !== null && troubleIn(bulk.error, say).code === 'CONFLICT'
  useEffect(() => bulk.reset(), [about])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan && plan.changing.length > 0 && !bulk.isPending) bulk.mutate({ plan, reason })
  }
  const lookAgain = async () => {
    await chosen.refresh(staleIn(bulk.error))
    bulk.reset()
  }
  if (count > limits.together) return <TooMany title={title} count={count} onClose={onClose} />
  return (
    <Dialog title={title} lightDismiss={false} onClose={onClose}>
      <form onSubmit={submit}>
        <FormTrouble error={bulk.error ?? chosen.error} />
        {children}
        {about !== null && (plan ? <BulkPreview plan={plan} /> : <Skeleton width="80%" />)}
        {about !== null && (
          <Field label={say(words.reason)} hint={say(words.reasonHint)}>
            <TextInput value={reason} onChange={setReason} maxLength={limits.reason} />
          </Field>
        )}
        <div className="acts">
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          {isStale ? (
            <Button look="main" onClick={() => void lookAgain()}>
              {say(words.lookAgain)}
            </Button>
          ) : (
            <Button
              type="submit"
              look="main"
              busy={bulk.isPending}
              disabled={!plan || plan.changing.length === 0}
            >
              {say(words.apply, { n: plan ? number(plan.changing.length) : '' })}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function staleIn(error: unknown): readonly string[] {
  const { details } = troubleIn(error, () => '')
  return (details as { ids?: readonly string[] } | undefined)?.ids ?? []
}
