import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../api.ts'
import { CodeInput } from '../../frame/code-input.tsx'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { QrCode } from './qr-code.tsx'
import { secondFactorWords as words } from './second-factor-words.ts'
import { ShownOnce } from './shown-once.tsx'

type Props = { onConfirmed: (recoveryCodes: readonly string[]) => void }

/** Turning the second factor on: a secret to scan or to type, then a code that shows it arrived. */
export function Enrol({ onConfirmed }: Props) {
  const say = useSay()
  const begin = useMutation(trpc.secondFactor.begin.mutationOptions())
  if (begin.data) return <Confirm begun={begin.data} onConfirmed={onConfirmed} />
  return (
    <>
      <FormTrouble error={begin.error} />
      <p>{say(words.off)}</p>
      <p>
        <Button look="main" busy={begin.isPending} onClick={() => begin.mutate()}>
          {say(words.turnOn)}
        </Button>
      </p>
    </>
  )
}

type Begun = { secret: string; address: string }

function Confirm({ begun, onConfirmed }: Props & { begun: Begun }) {
  const say = useSay()
  const [code, setCode] = useState('')
  const confirm = useMutation(
    trpc.secondFactor.confirm.mutationOptions({
      onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
    }),
  )
  const trouble = confirm.error ? troubleIn(confirm.error, say) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!confirm.isPending) confirm.mutate({ code })
  }
  return (
    <form onSubmit={submit}>
      <p>{say(words.scan)}</p>
      <QrCode text={begun.address} label={say(words.qr)} />
      <ShownOnce label={say(words.secret)} value={begun.secret.replaceAll(/.{4}(?=.)/g, '$& ')} />
      <FormTrouble error={confirm.error} shown={['code']} />
      <CodeInput
        value={code}
        onChange={setCode}
        error={trouble?.field === 'code' ? trouble.message : undefined}
      />
      <div>
        <Button type="submit" look="main" busy={confirm.isPending}>
          {say(words.confirm)}
        </Button>
      </div>
    </form>
  )
}
