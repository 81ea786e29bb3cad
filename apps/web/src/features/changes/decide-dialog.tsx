import {
  type Objection,
  objectionStates,
  settledStates,
} from '@ropewalk/domain/changes/objection.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Radios } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'
import { objectionWords as words } from './objection-words.ts'

const states = ['discussion', ...settledStates] as const

/** What the DPO makes of an objection, in words that its objector is mailed where the address can be read. */
export function DecideDialog({
  objection,
  onClose,
}: {
  objection: Objection & { unreachable: boolean }
  onClose: () => void
}) {
  const say = useSay()
  const [state, setState] = useState<(typeof states)[number]>(
    objection.state === 'received' ? 'discussion' : objection.state,
  )
  const [decision, setDecision] = useState('')
  const decide = useMutation(
    trpc.objections.decide.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries()
        onClose()
      },
    }),
  )
  const trouble = decide.error ? troubleIn(decide.error, say) : undefined
  return (
    <FormDialog
      title={say(words.decideOn, { id: objection.id })}
      act={say(objection.unreachable ? words.decideAlone : words.save)}
      busy={decide.isPending}
      error={decide.error}
      shown={['decision']}
      onClose={onClose}
      onAct={() => {
        const { id, version } = objection
        decide.mutate({ id, version, state, decision })
      }}
    >
      <div className="grid gap-4">
        <Field label={say(words.state)} group>
          <Radios
            value={state}
            options={states.map((value) => ({ value, label: say(objectionStates[value]) }))}
            onChange={setState}
          />
        </Field>
        <Field
          label={say(words.decision)}
          hint={say(objection.unreachable ? words.unreachableHint : words.decisionHint)}
          error={trouble?.field === 'decision' ? trouble.message : undefined}
        >
          <ProseInput value={decision} onChange={setDecision} />
        </Field>
      </div>
    </FormDialog>
  )
}
