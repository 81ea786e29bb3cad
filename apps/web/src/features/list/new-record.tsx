import type { NounKey } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { queryClient } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { addressOf, apiOf } from '../../noun-api.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { nounWords, listWords as words } from './words.ts'

const nameField = 'changes.fields.name'

/** Asks for the name alone; the rest is written in the record, which opens. */
export function NewRecord({ noun, onClose }: { noun: NounKey; onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [isBlank, setBlank] = useState(false)
  const create = useMutation(
    apiOf(noun).create.mutationOptions({
      onSuccess: ({ id }) => {
        void queryClient.invalidateQueries()
        void navigate({ to: addressOf(noun, id) })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) create.mutate({ changes: { fields: { name } } })
    else setBlank(true)
  }
  const trouble = create.error ? troubleIn(create.error, say) : undefined
  return (
    <Dialog title={say(nounWords[noun].new)} lightDismiss={name === ''} onClose={onClose}>
      <form onSubmit={submit}>
        <FormTrouble error={create.error} shown={[nameField]} />
        <Field
          label={say(nouns[noun].fields.name.label)}
          hint={say(words.nameHint)}
          error={
            isBlank && !name.trim()
              ? say(words.nameNeeded)
              : trouble?.field === nameField
                ? trouble.message
                : undefined
          }
        >
          <TextInput value={name} onChange={setName} maxLength={limits.text} required autoFocus />
        </Field>
        <div className="acts">
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button type="submit" look="main" busy={create.isPending}>
            {say(words.create)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
