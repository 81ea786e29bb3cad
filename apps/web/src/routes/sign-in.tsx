import { useNavigate, useSearch } from '@tanstack/react-router'
import { queryClient } from '../api.ts'
import { SignInForm } from '../frame/sign-in-form.tsx'
import { useSay } from '../language.ts'
import { peopleWords } from '../words/people.ts'
import { Door } from './door.tsx'

export function SignInPage() {
  const say = useSay()
  const navigate = useNavigate()
  const { next = '/' } = useSearch({ from: '/sign-in' })
  const done = () => {
    queryClient.clear()
    void navigate({ href: next, replace: true })
  }
  return (
    <Door title={say(peopleWords.signIn)}>
      <SignInForm onDone={done} />
      <p className="muted mt-4">{say(peopleWords.forgotten)}</p>
    </Door>
  )
}
