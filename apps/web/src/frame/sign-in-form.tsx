import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useSay } from '../language.ts'
import { needsCode, post } from '../post.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/inputs.tsx'
import { peopleWords } from '../words/people.ts'
import { CodeForm } from './code-form.tsx'
import { FormTrouble } from './form-trouble.tsx'

/** E-mail and password, then the code where there is a second factor; a known e-mail stands as it is. What was typed stays after a refusal. */
export function SignInForm({ email: known = '', onDone }: { email?: string; onDone: () => void }) {
  const say = useSay()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const [awaits, setAwaits] = useState(false)
  const [ended, setEnded] = useState<unknown>(null)
  const signIn = useMutation({
    mutationFn: () => post('/api/auth/sign-in/email', { email, password }),
    onSuccess: (answer) => (needsCode(answer) ? setAwaits(true) : onDone()),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setEnded(null)
    signIn.mutate()
  }
  const anew = (why: unknown) => {
    setAwaits(false)
    setPassword('')
    setEnded(why)
  }
  if (awaits) return <CodeForm onDone={onDone} onAnew={anew} />
  return (
    <form className="sign" onSubmit={submit}>
      <FormTrouble error={signIn.error ?? ended} />
      <Field label={say(peopleWords.email)}>
        <TextInput
          type="email"
          autoComplete="username"
          required
          disabled={known !== ''}
          value={email}
          onChange={setEmail}
        />
      </Field>
      <Field label={say(peopleWords.password)}>
        <TextInput
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
      </Field>
      <Button type="submit" look="main" busy={signIn.isPending}>
        {say(peopleWords.signIn)}
      </Button>
    </form>
  )
}
