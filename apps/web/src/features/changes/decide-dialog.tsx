import {
  type Objection,
  objectionStates,
  settledStates,
} from '@ropewalk/domain/changes/objection.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'
import { objectionWords as words } from './objection-words.ts'

const states = ['discussion', ...settledStates] as const

/** What the DPO makes of an objection, in words that its objector is mailed. */
export function DecideDialog({
  objection,
  onClose,
}: {
  objection: Objection
  onClose: () => void
}) {
  const say = useSay()
  const queries = useQueryClient()
  const [state, setState] = useState<(typeof states)[number]>(
    objection.state === 'received' ? 'discussion' : objection.state,
  )
  const [decision, setDecision] = useState('')
  const decide = useMutation(
    trpc.objections.decide.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        onClose()
      },
    }),
  )
  const trouble = decide.error ? troubleIn(decide.error, say) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    decide.mutate({ id: objection.id, version: objection.version, state, decision })
  }
  return (
    <Dialog
      title={say(words.decideOn, { id: objection.id })}
      onClose={onClose}
      lightDismiss={false}
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormTrouble error={decide.error} shown={['decision']} />
        <Field label={say(words.state)} group>
          <Radios
            value={state}
            options={states.map((value) => ({ value, label: say(objectionStates[value]) }))}
            onChange={setState}
          />
        </Field>
        <Field
          label={say(words.decision)}
          hint={say(words.decisionHint)}
          error={trouble?.field === 'decision' ? trouble.message : undefined}
        >
          <ProseInput value={decision} onChange={setDecision} />
        </Field>
        <div className="acts">
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button type="submit" look="main" busy={decide.isPending}>
            {say(words.save)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
