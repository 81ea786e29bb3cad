import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { type PersonItem, peopleFound } from './people-found.ts'
import { approvalWords as words } from './words.ts'

/** Asks for approval, of some people or of whoever may. */
export function RequestDialog({ record, onClose }: { record: AnyRecord; onClose: () => void }) {
  const say = useSay()
  const [from, setFrom] = useState<readonly PersonItem[]>([])
  const [note, setNote] = useState('')
  const approvers = useQuery(trpc.approvals.approvers.queryOptions(undefined))
  const request = useMutation(
    trpc.approvals.request.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { id, version } = record
    if (!request.isPending) request.mutate({ id, version, from: from.map((each) => each.id), note })
  }
  return (
    <Dialog title={say(words.ask)} onClose={onClose} lightDismiss={false}>
      <form className="grid gap-4" onSubmit={submit}>
        <FormTrouble error={request.error} />
        <Field label={say(words.askFrom)} hint={say(words.askFromHint)}>
          <MultiSelect
            label={say(words.askFrom)}
            value={from}
            onChange={setFrom}
            search={(query) => peopleFound(approvers.data ?? [], query)}
          />
        </Field>
        <Field label={say(words.note)}>
          <ProseInput value={note} onChange={setNote} maxLength={1000} />
        </Field>
        <div className="acts">
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button look="main" type="submit" busy={request.isPending}>
            {say(words.ask)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
