import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useSay } from '../language.ts'
import { post } from '../post.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/inputs.tsx'
import { peopleWords } from '../words/people.ts'
import { FormTrouble } from './form-trouble.tsx'

/** E-mail and password; a known e-mail stands as it is. What was typed stays after a refusal. */
export function SignInForm({ email: known = '', onDone }: { email?: string; onDone: () => void }) {
  const say = useSay()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => post('/api/auth/sign-in/email', { email, password }),
    onSuccess: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <form className="sign" onSubmit={submit}>
      <FormTrouble error={signIn.error} />
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
