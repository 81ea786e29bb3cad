import { answerNames, type Told } from '@ropewalk/domain/changes/recipients.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
import { Checks, Radios } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'
import { changeWords as words } from './words.ts'

type Props = { change: SupplierChange; told: Told; onClose: () => void }

/** What a party with a specific authorisation answered, or that it stays where it was. */
export function AnswerDialog({ change, told, onClose }: Props) {
  const say = useSay()
  const [answer, setAnswer] = useState(told.answer ?? 'open')
  const [stays, setStays] = useState<readonly 'stays'[]>(told.stays ? ['stays'] : [])
  const [note, setNote] = useState(told.note)
  const save = useMutation(
    trpc.changes.answer.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        onClose()
      },
    }),
  )
  const { id, version } = change
  return (
    <FormDialog
      title={say(words.answerOf, { name: told.name })}
      act={say(words.save)}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      onAct={() =>
        save.mutate({ id, version, party: told.party, answer, stays: stays.length > 0, note })
      }
    >
      <div className="grid gap-4">
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
      </div>
    </FormDialog>
  )
}
