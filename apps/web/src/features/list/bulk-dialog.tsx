import { labelAlone } from '@ropewalk/domain/chapters.ts'
import { emptyValue } from '@ropewalk/domain/empty.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient } from '../../api.ts'
import { CellInput, isGroup } from '../../fields/cell-input.tsx'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import type { Selection } from '../../ui/selection.ts'
import { Skeleton } from '../../ui/states.tsx'
import { bulkFieldsOf, planOf } from './bulk-plan.ts'
import { BulkPreview } from './bulk-preview.tsx'
import { chosenRecords, freshRecords } from './chosen-records.ts'
import type { OfferUndo } from './undo.ts'
import { useBulk } from './use-bulk.ts'
import type { View } from './view.ts'
import { listWords as words } from './words.ts'

type Props = {
  noun: NounKey
  view: View
  selection: Selection
  count: number
  onDone: () => void
  onClose: () => void
  offer: OfferUndo
  onNotUndone: (why: string) => void
}

/** One field of many records: what it becomes, what that changes, then all of it in one step. */
export function BulkDialog({ noun, view, selection, count, onClose, ...done }: Props) {
  const say = useSay()
  const { number } = useFormats()
  const fields = bulkFieldsOf(noun)
  const [key, setKey] = useState<string | null>(null)
  const [value, setValue] = useState<unknown>(null)
  const [reason, setReason] = useState('')
  const chosen = useChosen({ noun, view, selection, count })
  const bulk = useBulk({ noun, ...done })
  const picked = fields.find((each) => each.key === key)
  const plan = picked && chosen.records && planOf(picked, value, chosen.records)
  const isStale = bulk.error !== null && troubleIn(bulk.error, say).code === 'CONFLICT'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan && plan.changing.length > 0) bulk.mutate({ plan, reason })
  }
  const lookAgain = async () => {
    await chosen.refresh(staleIn(bulk.error))
    bulk.reset()
  }
  const title = say(words.setTitle, { n: count })
  if (count > limits.together) {
    return (
      <Dialog title={title} onClose={onClose}>
        <p>{say(words.tooMany, { n: number(count), most: limits.together })}</p>
        <div className="acts">
          <Button onClick={onClose}>{say(words.close)}</Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={title} lightDismiss={false} onClose={onClose}>
      <form onSubmit={submit}>
        <FormTrouble error={bulk.error ?? chosen.error} />
        <Field label={say(words.field)}>
          <Select
            value={key}
            none={say(words.chooseField)}
            options={fields.map((each) => ({
              value: each.key,
              label: say(labelAlone(each.field)),
            }))}
            onChange={(next) => {
              const field = fields.find((each) => each.key === next)?.field
              setKey(next)
              setValue(field ? emptyValue(field) : null)
              bulk.reset()
            }}
          />
        </Field>
        {picked && (
          <Field label={say(words.becomes)} group={isGroup(picked.field)}>
            <CellInput
              field={picked.field}
              label={say(labelAlone(picked.field))}
              value={value}
              onChange={setValue}
            />
          </Field>
        )}
        {picked && (plan ? <BulkPreview plan={plan} /> : <Skeleton width="80%" />)}
        {picked && (
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

function useChosen({
  noun,
  view,
  selection,
  count,
}: Pick<Props, 'noun' | 'view' | 'selection' | 'count'>) {
  const [asked] = useState(() => Date.now())
  const queryKey = ['chosen', noun, asked]
  const { data, error } = useQuery({
    queryKey,
    queryFn: () => chosenRecords(noun, view, selection),
    enabled: count <= limits.together,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return {
    records: data,
    error,
    /** Reads the records that someone else changed. */
    refresh: async (ids: readonly string[]) => {
      const fresh = new Map((await freshRecords(noun, ids)).map((record) => [record.id, record]))
      queryClient.setQueryData<readonly AnyRecord[]>(queryKey, (now) =>
        now?.map((record) => fresh.get(record.id) ?? record),
      )
    },
  }
}

function staleIn(error: unknown): readonly string[] {
  const { details } = troubleIn(error, () => '')
  return (details as { ids?: readonly string[] } | undefined)?.ids ?? []
}
