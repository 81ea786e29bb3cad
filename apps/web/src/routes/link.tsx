import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { queryClient } from '../api.ts'
import { CodeForm } from '../frame/code-form.tsx'
import { FormTrouble } from '../frame/form-trouble.tsx'
import { useSay } from '../language.ts'
import { get, isLink, needsCode, type PeopleLink, post } from '../post.ts'
import { isTrouble, troubleIn } from '../trouble.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/inputs.tsx'
import { SkeletonPage } from '../ui/states.tsx'
import { peopleWords } from '../words/people.ts'
import { Door } from './door.tsx'

/** What a single-use link opens: the first account, an invitation, or a new password. */
export function LinkPage() {
  const say = useSay()
  const { token } = useParams({ strict: false })
  const path = `/api/people/link/${token}`
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => get(path, isLink),
    retry: (failures, error) => failures < 2 && !isTrouble(error),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (link.data) return <LinkForm link={link.data} path={path} />
  if (link.isPending) return <SkeletonPage />
  return (
    <Door title={say(peopleWords.linkDead)}>
      <p className="mt-4 mb-4">
        {isTrouble(link.error) ? say(peopleWords.linkDeadHint) : troubleIn(link.error, say).message}
      </p>
      <Link to="/sign-in">{say(peopleWords.toSignIn)}</Link>
    </Door>
  )
}

function LinkForm({ link, path }: { link: PeopleLink; path: string }) {
  const say = useSay()
  const navigate = useNavigate()
  const [name, setName] = useState(link.name ?? '')
  const [email, setEmail] = useState(link.email ?? '')
  const [password, setPassword] = useState('')
  const [awaits, setAwaits] = useState(false)
  const first = link.kind === 'first'
  const done = () => {
    queryClient.clear()
    void navigate({ to: '/', replace: true })
  }
  const sent = useMutation({
    mutationFn: () => post(path, first ? { name, email, password } : { password }),
    onSuccess: (answer) => (needsCode(answer) ? setAwaits(true) : done()),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sent.mutate()
  }
  const trouble = sent.error ? troubleIn(sent.error, say) : undefined
  const whyOf = (field: string) => (trouble?.field === field ? trouble.message : undefined)
  // The link is used: a code that comes too late sends to the sign-in, with the new password.
  if (awaits)
    return (
      <Door title={say(peopleWords.signIn)}>
        <CodeForm onDone={done} onAnew={() => void navigate({ to: '/sign-in' })} />
      </Door>
    )
  return (
    <Door title={titleOf(link, say)}>
      <p className="mt-2">
        {first ? say(peopleWords.firstHint) : say(peopleWords.invitationHint, { email })}
      </p>
      <form className="sign" onSubmit={submit}>
        <FormTrouble error={sent.error} shown={['name', 'email', 'password']} />
        {first && (
          <>
            <Field label={say(peopleWords.name)} error={whyOf('name')}>
              <TextInput autoComplete="name" required value={name} onChange={setName} />
            </Field>
            <Field label={say(peopleWords.email)} error={whyOf('email')}>
              <TextInput
                type="email"
                autoComplete="username"
                required
                value={email}
                onChange={setEmail}
              />
            </Field>
          </>
        )}
        {!first && (
          <input
            type="email"
            className="sr-only"
            autoComplete="username"
            value={email}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
        )}
        <Field
          label={say(first ? peopleWords.password : peopleWords.newPassword)}
          hint={say(peopleWords.passwordHint)}
          error={whyOf('password')}
        >
          <TextInput
            type="password"
            autoComplete="new-password"
            required
            minLength={12}
            value={password}
            onChange={setPassword}
          />
        </Field>
        <Button type="submit" look="main" busy={sent.isPending}>
          {say(first ? peopleWords.createAccount : peopleWords.setPassword)}
        </Button>
      </form>
    </Door>
  )
}

function titleOf(link: PeopleLink, say: ReturnType<typeof useSay>) {
  if (link.kind === 'first') return say(peopleWords.first)
  if (link.kind === 'reset') return say(peopleWords.reset)
  return say(peopleWords.invitation, { name: link.name ?? '' })
}
