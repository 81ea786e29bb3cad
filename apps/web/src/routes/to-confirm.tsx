import { PageHead } from '../frame/page-head.tsx'
import { useSay } from '../language.ts'
import { frameWords } from '../words/frame.ts'

export function ToConfirmPage() {
  const say = useSay()
  return <PageHead title={say(frameWords.toConfirm)} />
}
