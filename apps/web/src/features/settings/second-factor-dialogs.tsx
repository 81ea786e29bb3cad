import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { CodeInput } from '../../frame/code-input.tsx'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { toast } from '../../ui/toast.tsx'
import { codeWords, peopleWords } from '../../words/people.ts'
import { peopleTabWords } from './people-words.ts'
import type { ListedPerson } from './person-dialogs.tsx'
import { secondFactorWords as words } from './second-factor-words.ts'
import { settingsWords } from './words.ts'

type Made = { onClose: () => void; onMade: (codes: readonly string[]) => void }

export function NewCodesDialog({ onClose, onMade }: Made) {
  const say = useSay()
  const [code, setCode] = useState('')
  const make = useMutation(
    trpc.secondFactor.replaceRecoveryCodes.mutationOptions({
      onSuccess: ({ recoveryCodes }) => onMade(recoveryCodes),
    }),
  )
  const trouble = make.error ? troubleIn(make.error, say) : undefined
  return (
    <FormDialog
      title={say(words.newCodesTitle)}
      act={say(words.makeThem)}
      busy={make.isPending}
      onClose={onClose}
      onAct={() => make.mutate({ code })}
    >
      <p>{say(words.newCodesWhy)}</p>
      <FormTrouble error={make.error} shown={['code']} />
      <CodeInput
        value={code}
        onChange={setCode}
        error={trouble?.field === 'code' ? trouble.message : undefined}
      />
    </FormDialog>
  )
}

/** For a code, or without the app for the password and a recovery code. */
export function TurnOffDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [recovery, setRecovery] = useState(false)
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const turnOff = useMutation(
    trpc.secondFactor.turnOff.mutationOptions({
      onSuccess: () => {
        toast(say(settingsWords.saved))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const trouble = turnOff.error ? troubleIn(turnOff.error, say) : undefined
  const whyOf = (field: string) => (trouble?.field === field ? trouble.message : undefined)
  return (
    <FormDialog
      title={say(words.turnOffAsk)}
      act={say(words.turnOffNow)}
      busy={turnOff.isPending}
      onClose={onClose}
      onAct={() => turnOff.mutate(recovery ? { password, recoveryCode: code } : { code })}
    >
      <p>{say(words.turnOffWhy)}</p>
      <FormTrouble error={turnOff.error} shown={['code', 'password', 'recoveryCode']} />
      {recovery && (
        <Field label={say(peopleWords.password)} error={whyOf('password')}>
          <TextInput
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={setPassword}
          />
        </Field>
      )}
      <CodeInput
        recovery={recovery}
        value={code}
        onChange={setCode}
        error={whyOf(recovery ? 'recoveryCode' : 'code')}
      />
      <p>
        <Button look="link" onClick={() => setRecovery(!recovery)}>
          {say(recovery ? codeWords.useApp : codeWords.useRecovery)}
        </Button>
      </p>
    </FormDialog>
  )
}

/** For who lost the app and the recovery codes. */
export function ResetFactorDialog({
  person: { id, name },
  onClose,
}: {
  person: Pick<ListedPerson, 'id' | 'name'>
  onClose: () => void
}) {
  const say = useSay()
  const reset = useMutation(
    trpc.people.resetSecondFactor.mutationOptions({
      onSuccess: () => {
        toast(say(peopleTabWords.done, { name }))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      title={say(words.resetAsk, { name })}
      act={say(words.resetNow)}
      busy={reset.isPending}
      onClose={onClose}
      onAct={() => reset.mutate({ id })}
      error={reset.error}
    >
      <p>{say(words.resetWhy, { name })}</p>
    </FormDialog>
  )
}
