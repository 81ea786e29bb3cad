import { changeFields } from '@ropewalk/domain/changes/change-fields.ts'
import {
  type Alteration,
  alterations,
  type ChangeDraft,
  changeKinds,
  type SupplierChange,
} from '@ropewalk/domain/changes/supplier-change.ts'
import type { Cell } from '@ropewalk/domain/field.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { CellInput } from '../../fields/cell-input.tsx'
import { NamesProvider } from '../../fields/names.tsx'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Checks, Select } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { ImpactView } from './impact-view.tsx'
import { changeWords as words } from './words.ts'

type Props = {
  onClose: () => void
  /** The draft that is written on; a new one without. */
  draft?: SupplierChange
  names?: Readonly<Record<string, string>>
}

const blank: ChangeDraft = {
  kind: 'add',
  what: '',
  why: '',
  subProcessors: [],
  replaced: [],
  alterations: [],
  effectiveOn: null,
  emergency: '',
}

/** A change being drafted: first what hangs on the suppliers, then what is told. */
export function DraftDialog({ onClose, draft, names = {} }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const [now, setNow] = useState<ChangeDraft>(() => (draft ? pickDraft(draft) : blank))
  const onSuccess = async ({ id }: { id: string }) => {
    await queryClient.invalidateQueries()
    onClose()
    if (!draft) await navigate({ to: '/changes/$id', params: { id } })
  }
  const create = useMutation(trpc.changes.create.mutationOptions({ onSuccess }))
  const change = useMutation(trpc.changes.change.mutationOptions({ onSuccess }))
  const error = create.error ?? change.error
  const trouble = error ? troubleIn(error, say) : undefined
  const set = (parts: Partial<ChangeDraft>) => setNow((before) => ({ ...before, ...parts }))
  const cell = (
    key: 'what' | 'why' | 'subProcessors' | 'replaced' | 'effectiveOn' | 'emergency',
  ) => {
    const field: Cell = changeFields[key]
    const hints = { what: words.whatHint, why: words.whyHint, emergency: words.emergencyHint }
    const hint = key in hints ? hints[key as keyof typeof hints] : undefined
    return (
      <Field
        label={say(field.label)}
        hint={hint && say(hint)}
        error={trouble?.field?.endsWith(key) ? trouble.message : undefined}
      >
        <CellInput
          field={field}
          label={say(field.label)}
          value={now[key]}
          onChange={(value) => set({ [key]: value })}
        />
      </Field>
    )
  }
  const save = () => {
    const changes = {
      ...now,
      subProcessors: [...now.subProcessors],
      replaced: now.kind === 'replace' ? [...now.replaced] : [],
      alterations: now.kind === 'alter' ? [...now.alterations] : [],
    }
    if (draft) change.mutate({ id: draft.id, version: draft.version, changes })
    else create.mutate(changes)
  }
  const concerned = [...now.subProcessors, ...now.replaced]
  return (
    <FormDialog
      title={say(draft ? words.edit : words.create)}
      act={say(draft ? words.save : words.draftIt)}
      busy={create.isPending || change.isPending}
      error={error}
      shown={Object.keys(changeFields)}
      onClose={onClose}
      onAct={save}
    >
      <NamesProvider known={names}>
        <div className="grid gap-4">
          <Field label={say(changeFields.kind.label)}>
            <Select
              value={now.kind}
              none={null}
              options={optionsOf(changeKinds, say)}
              onChange={(kind) => kind && set({ kind })}
            />
          </Field>
          {cell('subProcessors')}
          {now.kind === 'replace' && cell('replaced')}
          {now.kind === 'alter' && (
            <Field label={say(changeFields.alterations.label)} group>
              <Checks<Alteration>
                value={now.alterations}
                options={optionsOf(alterations, say)}
                onChange={(chosen) => set({ alterations: chosen })}
              />
            </Field>
          )}
          {concerned.length > 0 && <ImpactView ids={concerned} />}
          {cell('what')}
          {cell('why')}
          {cell('effectiveOn')}
          {cell('emergency')}
        </div>
      </NamesProvider>
    </FormDialog>
  )
}

const optionsOf = <Key extends string>(
  options: Readonly<Record<Key, Parameters<ReturnType<typeof useSay>>[0]>>,
  say: ReturnType<typeof useSay>,
) => (Object.keys(options) as Key[]).map((value) => ({ value, label: say(options[value]) }))

const pickDraft = (change: SupplierChange): ChangeDraft => ({
  kind: change.kind,
  what: change.what,
  why: change.why,
  subProcessors: change.subProcessors,
  replaced: change.replaced,
  alterations: change.alterations,
  effectiveOn: change.effectiveOn,
  emergency: change.emergency,
})
