import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../api.ts'
import { useSay } from '../language.ts'
import { useMe } from '../me.ts'
import { answerProof } from '../step-up.ts'
import { troubleIn } from '../trouble.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/inputs.tsx'
import { peopleWords, codeWords as words } from '../words/people.ts'
import { CodeInput } from './code-input.tsx'
import { FormTrouble } from './form-trouble.tsx'

/** Asks for a code or the password before something that asks for a fresh proof. */
export function ProofDialog() {
  const say = useSay()
  const { email, secondFactor } = useMe()
  const [byCode, setByCode] = useState(secondFactor)
  const [typed, setTyped] = useState('')
  const prove = useMutation(
    trpc.people.prove.mutationOptions({ onSuccess: () => answerProof(true) }),
  )
  const trouble = prove.error ? troubleIn(prove.error, say) : undefined
  const why = trouble?.field ? trouble.message : undefined
  const close = () => answerProof(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog within a form of the page would submit that one too.
    event.stopPropagation()
    if (!prove.isPending) prove.mutate(byCode ? { code: typed } : { password: typed })
  }
  const other = () => {
    setByCode(!byCode)
    setTyped('')
    prove.reset()
  }
  return (
    <Dialog title={say(words.prove)} onClose={close} lightDismiss={false}>
      <form onSubmit={submit}>
        <p>{say(words.proveWhy)}</p>
        <FormTrouble error={prove.error} shown={['code', 'password']} />
        <input
          type="email"
          className="sr-only"
          autoComplete="username"
          value={email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        {byCode ? (
          <CodeInput value={typed} onChange={setTyped} error={why} />
        ) : (
          <Field label={say(peopleWords.password)} error={why}>
            <TextInput
              type="password"
              autoComplete="current-password"
              required
              value={typed}
              onChange={setTyped}
            />
          </Field>
        )}
        {secondFactor && (
          <p>
            <Button look="link" onClick={other}>
              {say(byCode ? words.usePassword : words.useApp)}
            </Button>
          </p>
        )}
        <div className="acts">
          <Button onClick={close}>{say(words.cancel)}</Button>
          <Button type="submit" look="main" busy={prove.isPending}>
            {say(words.confirm)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
