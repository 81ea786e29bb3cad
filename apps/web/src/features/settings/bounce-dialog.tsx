import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'
import { mailWords as words } from './mail-words.ts'

type Props = { mail: { id: string; subject: string; address: string }; onClose: () => void }

/** A mail that came back, in the words of what came. */
export function BounceDialog({ mail, onClose }: Props) {
  const say = useSay()
  const [text, setText] = useState('')
  const mark = useMutation(
    trpc.mails.markBounced.mutationOptions({
      onSuccess: () => {
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      title={say(words.bounceOf, { subject: mail.subject, to: mail.address })}
      act={say(words.bounceNow)}
      busy={mark.isPending}
      onClose={onClose}
      onAct={() => mark.mutate({ id: mail.id, text })}
      error={mark.error}
    >
      <Field label={say(words.bounceText)} hint={say(words.bounceHint)}>
        <ProseInput value={text} onChange={setText} maxLength={500} />
      </Field>
    </FormDialog>
  )
}
