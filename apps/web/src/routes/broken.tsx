import { Link, useRouter } from '@tanstack/react-router'
import { queryClient } from '../api.ts'
import { PageHead } from '../frame/page-head.tsx'
import { useSay } from '../language.ts'
import { troubleIn } from '../trouble.ts'
import { Button } from '../ui/button.tsx'
import { uiWords } from '../ui/words.ts'
import { frameWords } from '../words/frame.ts'

/** A page that could not be drawn: says why, and tries again. */
export function BrokenPage({ error }: { error: unknown }) {
  const say = useSay()
  const router = useRouter()
  const again = () => {
    void queryClient.invalidateQueries()
    void router.invalidate()
  }
  return (
    <>
      <PageHead title={say(frameWords.broken)}>
        <p>{troubleIn(error, say).message}</p>
      </PageHead>
      <Button onClick={again}>{say(uiWords.tryAgain)}</Button>
    </>
  )
}

export function NoSuchPage() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(frameWords.notFound)}>
        <p>{say(frameWords.notFoundHint)}</p>
      </PageHead>
      <Link to="/">{say(frameWords.toOverview)}</Link>
    </>
  )
}

/** Where there is no frame around it. */
export const NoSuchPageAlone = () => (
  <main className="page">
    <NoSuchPage />
  </main>
)
export const BrokenPageAlone = ({ error }: { error: unknown }) => (
  <main className="page">
    <BrokenPage error={error} />
  </main>
)
