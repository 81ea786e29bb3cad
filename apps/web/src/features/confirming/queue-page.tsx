import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { NamesProvider } from '../../fields/names.tsx'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { PageHead } from '../../frame/page-head.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Empty, SkeletonPage } from '../../ui/states.tsx'
import { AllFacts } from './all-facts.tsx'
import { OneAtATime } from './one-at-a-time.tsx'
import { useQueue } from './use-queue.ts'
import { confirmWords as words } from './words.ts'

const route = getRouteApi('/framed/to-confirm')

/** The queue of facts that are only inferred: one at a time, or all by record (`?view=all`). */
export function ConfirmingQueue() {
  const say = useSay()
  const { number } = useFormats()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayWrite = useMay('register:write')
  const queue = useQueue()
  const [done, setDone] = useState(0)
  const all = search.view === 'all'
  return (
    <>
      <PageHead title={say(words.title)}>
        <p>{say(words.intro)}</p>
        {!mayWrite && <p>{say(words.readOnly)}</p>}
      </PageHead>
      <nav className="views" aria-label={say(words.views)}>
        <Link
          to="/to-confirm"
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={all ? undefined : 'page'}
        >
          {say(words.oneByOne)}
        </Link>
        <Link to="/to-confirm" search={{ view: 'all' }} aria-current={all ? 'page' : undefined}>
          {say(words.all)} <span>{number(queue.total)}</span>
        </Link>
      </nav>
      <FormTrouble error={queue.error} />
      {queue.pending && <SkeletonPage />}
      {!queue.pending && !queue.error && queue.total === 0 && <AllDone />}
      <NamesProvider known={queue.names}>
        {all ? (
          <AllFacts queue={queue} />
        ) : (
          <OneAtATime
            queue={queue}
            at={typeof search.at === 'string' ? search.at : undefined}
            onMove={(at) =>
              void navigate({ search: at ? { at } : {}, replace: true, resetScroll: false })
            }
            done={done}
            onDone={() => setDone((now) => now + 1)}
          />
        )}
      </NamesProvider>
    </>
  )
}

function AllDone() {
  const say = useSay()
  const { data } = useQuery(trpc.register.counts.queryOptions(undefined))
  const n = data ? data.findings.gaps + data.findings.conflicts + data.findings.advice : 0
  return (
    <Empty
      title={say(words.doneTitle)}
      acts={
        <>
          {n > 0 && (
            <Link className={buttonClass({ look: 'main' })} to="/findings">
              {say(words.toFindings, { n })}
            </Link>
          )}
          <Link className={buttonClass()} to="/settings" search={{ tab: 'public' }}>
            {say(words.toPublic)}
          </Link>
          <Link className={buttonClass({ look: 'quiet' })} to="/">
            {say(words.toOverview)}
          </Link>
        </>
      }
    >
      {say(words.doneHint)}
    </Empty>
  )
}
