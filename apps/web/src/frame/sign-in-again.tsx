import { queryClient } from '../api.ts'
import { useSay } from '../language.ts'
import { useMe } from '../me.ts'
import { Dialog } from '../ui/dialog.tsx'
import { peopleWords } from '../words/people.ts'
import { SignInForm } from './sign-in-form.tsx'

/** The session ended while a page was open: signing in again keeps the page as it is. */
export function SignInAgain({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { email } = useMe()
  const done = () => {
    onClose()
    void queryClient.invalidateQueries()
  }
  return (
    <Dialog title={say(peopleWords.signInAgain)} lightDismiss={false} onClose={onClose}>
      <p>{say(peopleWords.sessionEnded)}</p>
      <SignInForm email={email} onDone={done} />
    </Dialog>
  )
}
