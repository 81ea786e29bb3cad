import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
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
  const { id, version } = record
  return (
    <FormDialog
      title={say(words.ask)}
      act={say(words.ask)}
      busy={request.isPending}
      error={request.error}
      onClose={onClose}
      onAct={() => request.mutate({ id, version, from: from.map((each) => each.id), note })}
    >
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
    </FormDialog>
  )
}
