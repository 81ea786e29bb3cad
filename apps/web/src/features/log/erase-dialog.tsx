import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
import { Field } from '../../ui/field.tsx'
import { ProseInput, TextInput } from '../../ui/inputs.tsx'
import { toast } from '../../ui/toast.tsx'
import { logWords as words } from './words.ts'

/** One value, out of every past state; with a reason that stays. */
export function EraseDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const erase = useMutation(
    trpc.history.erase.mutationOptions({
      onSuccess: ({ values }) => {
        toast(say(words.erased, { n: values }))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      title={say(words.erase)}
      act={say(words.eraseAct)}
      busy={erase.isPending}
      onClose={onClose}
      onAct={() => erase.mutate({ value, reason })}
      error={erase.error}
    >
      <p>{say(words.eraseHint)}</p>
      <Field label={say(words.value)} hint={say(words.valueHint)}>
        <TextInput value={value} onChange={setValue} required minLength={3} maxLength={300} />
      </Field>
      <Field label={say(words.why)}>
        <ProseInput value={reason} onChange={setReason} required maxLength={1000} />
      </Field>
    </FormDialog>
  )
}
