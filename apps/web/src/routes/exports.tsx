import { PageHead } from '../frame/page-head.tsx'
import { useSay } from '../language.ts'
import { frameWords } from '../words/frame.ts'

export function ExportsPage() {
  const say = useSay()
  return <PageHead title={say(frameWords.exports)} />
}
