import { answerNames, type Told } from '@ropewalk/domain/changes/recipients.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Checks, Radios } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'
import { changeWords as words } from './words.ts'

type Props = { change: SupplierChange; told: Told; onClose: () => void }

/** What a party with a specific authorisation answered, or that it stays where it was. */
export function AnswerDialog({ change, told, onClose }: Props) {
  const say = useSay()
  const queries = useQueryClient()
  const [answer, setAnswer] = useState(told.answer ?? 'open')
  const [stays, setStays] = useState<readonly 'stays'[]>(told.stays ? ['stays'] : [])
  const [note, setNote] = useState(told.note)
  const save = useMutation(
    trpc.changes.answer.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { id, version } = change
    save.mutate({ id, version, party: told.party, answer, stays: stays.length > 0, note })
  }
  return (
    <Dialog title={say(words.answerOf, { name: told.name })} onClose={onClose} lightDismiss={false}>
      <form onSubmit={submit} className="grid gap-4">
        <FormTrouble error={save.error} />
        <Field label={say(words.authorisation)} group>
          <Radios
            value={answer}
            options={(['open', 'approved', 'refused'] as const).map((value) => ({
              value,
              label: say(answerNames[value]),
            }))}
            onChange={setAnswer}
          />
        </Field>
        <Field label={say(words.stays)} group>
          <Checks
            value={stays}
            options={[{ value: 'stays' as const, label: say(words.stays) }]}
            onChange={setStays}
          />
        </Field>
        <Field label={say(words.note)}>
          <ProseInput value={note} onChange={setNote} />
        </Field>
        <div className="acts">
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button type="submit" look="main" busy={save.isPending}>
            {say(words.save)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
