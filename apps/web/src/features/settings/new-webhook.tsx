import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { ShownOnce } from './shown-once.tsx'
import { webhookWords as words } from './webhook-words.ts'
import { settingsWords } from './words.ts'

/** Asks where a program is told, and shows once what it checks signatures with. */
export function NewWebhook({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [label, setLabel] = useState('')
  const [url, setUrl] = useState('')
  const create = useMutation(
    trpc.webhooks.create.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  )
  if (create.data)
    return (
      <Dialog title={say(words.shownTitle)} onClose={onClose} lightDismiss={false}>
        <p className="mb-4">{say(words.shownHint)}</p>
        <ShownOnce label={say(words.secret)} value={create.data.secret} />
        <div className="acts">
          <Button look="main" onClick={onClose}>
            {say(settingsWords.finish)}
          </Button>
        </div>
      </Dialog>
    )
  const trouble = create.error ? troubleIn(create.error, say) : undefined
  const whyOf = (field: string) => (trouble?.field === field ? trouble.message : undefined)
  return (
    <FormDialog
      title={say(words.create)}
      act={say(words.create)}
      busy={create.isPending}
      error={create.error}
      shown={['label', 'url']}
      onClose={onClose}
      onAct={() => create.mutate({ label: label.trim(), url: url.trim() })}
    >
      <Field label={say(words.label)} hint={say(words.labelHint)} error={whyOf('label')}>
        <TextInput value={label} onChange={setLabel} required />
      </Field>
      <Field label={say(words.url)} hint={say(words.urlHint)} error={whyOf('url')}>
        <TextInput value={url} onChange={setUrl} required />
      </Field>
    </FormDialog>
  )
}
