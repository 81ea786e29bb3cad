import './overview.css'
import { severityCounts } from '@ropewalk/domain/finding.ts'
import { usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { PageHead } from '../../frame/page-head.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Empty, SkeletonPage } from '../../ui/states.tsx'
import { ByActivity } from './by-activity.tsx'
import { ChangesByDay } from './by-day.tsx'
import { announced, ReviewsDue, TakingEffect } from './coming.tsx'
import { FirstFact, firstFact } from './first-fact.tsx'
import { FirstOrganisation } from './first-organisation.tsx'
import { ItemsTable } from './items-table.tsx'
import { ChangedLately } from './lately.tsx'
import { Hatch } from './legend.tsx'
import { suppliers, WhatWaits } from './waiting.tsx'
import { overviewWords as words } from './words.ts'

/** Where the register stands, and what to do next. An empty one begins with its organisation. */
export function OverviewOfRegister() {
  const say = useSay()
  const counts = useQuery(trpc.register.counts.queryOptions(undefined))
  const overview = useQuery(trpc.register.overview.queryOptions(undefined))
  // Asked for together, so that the page does not grow piece by piece.
  usePrefetchQuery(trpc.toConfirm.list.queryOptions(firstFact))
  usePrefetchQuery(trpc.subProcessors.list.queryOptions(suppliers('different')))
  usePrefetchQuery(trpc.subProcessors.list.queryOptions(suppliers('no')))
  usePrefetchQuery(trpc.subProcessors.list.queryOptions(announced))
  const error = counts.error ?? overview.error
  if (counts.data?.nouns.organisation === 0) return <FirstOrganisation />
  if (!counts.data || !overview.data)
    return (
      <>
        <PageHead title={say(words.title)} />
        <FormTrouble error={error} />
        {!error && <SkeletonPage />}
      </>
    )
  const { nouns, findings, toConfirm } = counts.data
  const { items, activities, changes, byDay, due, today } = overview.data
  const { gaps, conflicts, advice } = findings
  const open = gaps + conflicts + advice
  return (
    <>
      <PageHead
        title={say(words.title)}
        acts={
          <>
            <Button onClick={() => window.print()}>{say(words.print)}</Button>
            {open > 0 && (
              <Link className={buttonClass({ look: 'main' })} to="/findings">
                {say(words.work)}
              </Link>
            )}
          </>
        }
      >
        <p>
          {say(words.holds, {
            activities: say(words.activities, { n: nouns.activity }),
            suppliers: say(words.suppliers, { n: nouns.subProcessor }),
            gaps: say(severityCounts.gap, { n: gaps }),
            conflicts: say(severityCounts.conflict, { n: conflicts }),
            advice: say(severityCounts.advice, { n: advice }),
          })}
        </p>
      </PageHead>
      <Hatch />
      <FormTrouble error={error} />
      <div className="sheet2 overview">
        <WhatWaits toConfirm={toConfirm} findings={findings} />
        <div className="stack">
          {nouns.activity === 0 ? (
            <NoActivities />
          ) : (
            <>
              <ItemsTable items={items} />
              <ByActivity rows={activities} of={nouns.activity} />
            </>
          )}
        </div>
        <div className="stack">
          <FirstFact />
          <ReviewsDue due={due} today={today} />
          <TakingEffect />
          <ChangesByDay days={byDay} />
          <ChangedLately changes={changes} />
        </div>
      </div>
    </>
  )
}

function NoActivities() {
  const say = useSay()
  const mayInvite = useMay('people:manage')
  return (
    <Empty
      title={say(words.noActivities)}
      acts={
        <>
          <Link className={buttonClass({ look: 'main' })} to="/activities">
            {say(words.toActivities)}
          </Link>
          <Link className={buttonClass()} to="/sub-processors">
            {say(words.toSuppliers)}
          </Link>
          {mayInvite && (
            <Link className={buttonClass()} to="/settings" search={{ tab: 'people' }}>
              {say(words.toPeople)}
            </Link>
          )}
        </>
      }
    >
      {say(words.noActivitiesHint)}
    </Empty>
  )
}
