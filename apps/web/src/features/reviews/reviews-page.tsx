import './reviews.css'
import { PageHead } from '../../frame/page-head.tsx'
import { useSay } from '../../language.ts'
import { DueLists } from './due-lists.tsx'
import { WaitingApprovals } from './waiting-approvals.tsx'
import { reviewWords as words } from './words.ts'

/** What waits for somebody to look at it: approvals, reviews, and what expires. */
export function Reviews() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(words.title)}>
        <p>{say(words.intro)}</p>
      </PageHead>
      <WaitingApprovals />
      <DueLists />
    </>
  )
}
