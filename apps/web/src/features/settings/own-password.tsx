import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMe } from '../../me.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { accountWords as words } from './words.ts'

/** A new password for the current one. */
export function OwnPassword() {
  const say = useSay()
  const { email } = useMe()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation(
    trpc.people.changeOwnPassword.mutationOptions({
      onSuccess: () => {
        setCurrent('')
        setNext('')
        return queryClient.invalidateQueries()
      },
    }),
  )
  const trouble = change.error ? troubleIn(change.error, say) : undefined
  const whyOf = (field: string) => (trouble?.field === field ? trouble.message : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ current, next })
  }
  return (
    <form className="mt-4" onSubmit={submit}>
      <FormTrouble error={change.error} shown={['current', 'next']} />
      <input
        type="email"
        className="sr-only"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <Field label={say(words.current)} error={whyOf('current')}>
        <TextInput
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={setCurrent}
        />
      </Field>
      <Field label={say(words.next)} hint={say(words.nextHint)} error={whyOf('next')}>
        <TextInput
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          value={next}
          onChange={setNext}
        />
      </Field>
      <div>
        <Button type="submit" busy={change.isPending}>
          {say(words.changePassword)}
        </Button>
      </div>
      <p role="status">{change.isSuccess && say(words.passwordChanged)}</p>
    </form>
  )
}
