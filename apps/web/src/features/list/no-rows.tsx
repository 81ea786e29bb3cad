import type { NounKey } from '@ropewalk/domain/field.ts'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'
import { uiWords } from '../../ui/words.ts'
import { useCount } from './use-list.ts'
import { everyRecord, type View } from './view.ts'
import { nounWords, listWords as words } from './words.ts'

type Props = { noun: NounKey; view: View; go: (view: View) => void }

/** The noun has no record yet: says what one is, and how to begin. */
export function NoRecords({ noun, onNew }: { noun: NounKey; onNew: (() => void) | undefined }) {
  const say = useSay()
  const { none, hint, new: begin } = nounWords[noun]
  return (
    <Empty
      title={say(none)}
      acts={
        onNew && (
          <Button look="main" onClick={onNew}>
            {say(begin)}
          </Button>
        )
      }
    >
      {say(hint)}
    </Empty>
  )
}

/** Nothing matches: says with what, how many there are without the filters, and how to see them. */
export function NoMatch({ noun, view, all, go }: Props & { all: number }) {
  const say = useSay()
  const filters = Object.keys(view.filters).length
  const q = view.q.trim()
  const unfiltered = { ...view, filters: {} }
  const without = useCount(noun, q && filters > 0 ? unfiltered : null)
  const title = !q ? words.noMatchFilters : filters > 0 ? words.noMatchFiltered : words.noMatch
  return (
    <Empty
      title={say(title, { words: q, n: filters })}
      acts={
        <>
          {filters > 0 && without !== 0 && (
            <Button onClick={() => go(unfiltered)}>{say(words.clearFilters)}</Button>
          )}
          {q && <Button onClick={() => go({ ...view, q: '' })}>{say(words.clearSearch)}</Button>}
          {q && filters > 0 && (
            <Button look="quiet" onClick={() => go({ ...everyRecord, sort: view.sort })}>
              {say(words.showAll)}
            </Button>
          )}
        </>
      }
    >
      {without === undefined ? say(words.inAll, { n: all }) : say(words.without, { n: without })}
    </Empty>
  )
}

/** The server refused the list or does not answer, and nothing was there before. */
export function NoAnswer({ error, onRetry, go }: NoAnswerProps) {
  const say = useSay()
  return (
    <Empty
      title={say(words.noAnswer)}
      acts={
        <>
          <Button onClick={onRetry}>{say(uiWords.tryAgain)}</Button>
          <Button look="quiet" onClick={() => go(everyRecord)}>
            {say(words.showAll)}
          </Button>
        </>
      }
    >
      <span role="alert">{troubleIn(error, say).message}</span>
    </Empty>
  )
}
type NoAnswerProps = { error: unknown; onRetry: () => void; go: (view: View) => void }
