import { useNavigate } from '@tanstack/react-router'
import { queryClient } from '../api.ts'
import { OwnSecondFactor } from '../features/settings/own-second-factor.tsx'
import { useSay } from '../language.ts'
import { post } from '../post.ts'
import { Button } from '../ui/button.tsx'
import { frameWords } from '../words/frame.ts'
import { codeWords as words } from '../words/people.ts'
import { Door } from './door.tsx'

/** All that is open to who must have a second factor and has none. */
export function SecondFactorPage() {
  const say = useSay()
  const navigate = useNavigate()
  const done = () => {
    queryClient.clear()
    void navigate({ to: '/', replace: true })
  }
  const leave = async () => {
    await post('/api/auth/sign-out', {})
    queryClient.clear()
    location.assign('/sign-in')
  }
  return (
    <Door title={say(words.required)}>
      <p className="mt-4 mb-4">{say(words.requiredWhy)}</p>
      <div className="settings">
        <OwnSecondFactor onDone={done} />
      </div>
      <p className="mt-6">
        <Button look="link" onClick={() => void leave()}>
          {say(frameWords.signOut)}
        </Button>
      </p>
    </Door>
  )
}
