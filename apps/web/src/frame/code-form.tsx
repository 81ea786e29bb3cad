import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useSay } from '../language.ts'
import { post } from '../post.ts'
import { isTrouble } from '../trouble.ts'
import { Button } from '../ui/button.tsx'
import { codeWords, peopleWords } from '../words/people.ts'
import { CodeInput } from './code-input.tsx'
import { FormTrouble } from './form-trouble.tsx'

type Props = {
  onDone: () => void
  /** The password is too long ago: the sign-in begins anew, and why. */
  onAnew: (why: unknown) => void
}

/** The second step of a sign-in. */
export function CodeForm({ onDone, onAnew }: Props) {
  const say = useSay()
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const give = useMutation({
    mutationFn: () => post('/api/auth/sign-in/code', { code }),
    onSuccess: onDone,
    onError: (error) => {
      if (isAnew(error)) onAnew(error)
    },
  })
  // The password's field is gone: the focus goes to the one that took its place.
  useEffect(() => form.current?.querySelector('input')?.focus(), [recovery])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate()
  }
  const other = () => {
    setRecovery(!recovery)
    setCode('')
    give.reset()
  }
  return (
    <form ref={form} className="sign" onSubmit={submit}>
      <FormTrouble error={give.error} />
      <CodeInput value={code} onChange={setCode} recovery={recovery} />
      <Button type="submit" look="main" busy={give.isPending}>
        {say(peopleWords.signIn)}
      </Button>
      <p>
        <Button look="link" onClick={other}>
          {say(recovery ? codeWords.useApp : codeWords.useRecovery)}
        </Button>
      </p>
    </form>
  )
}

const isAnew = (error: unknown): boolean =>
  isTrouble(error) &&
  typeof error.details === 'object' &&
  error.details !== null &&
  'signInAnew' in error.details
