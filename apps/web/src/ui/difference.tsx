import type { ReactNode } from 'react'
import { useSay } from '../language.ts'
import { uiWords } from './words.ts'

/** What stood before, struck, and what stands now, with a rule; `null` reads "not stated". */
export function Difference({ before, after }: { before: ReactNode; after: ReactNode }) {
  const say = useSay()
  return (
    <>
      <del>
        <span className="sr-only">{say(uiWords.before)}</span>
        {before ?? say(uiWords.notStated)}
      </del>{' '}
      <ins>
        <span className="sr-only">{say(uiWords.after)}</span>
        {after ?? say(uiWords.notStated)}
      </ins>
    </>
  )
}
