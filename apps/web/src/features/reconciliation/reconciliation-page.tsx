import './reconciliation.css'
import type { Reconciled } from '@ropewalk/domain/reconciliation/reconciled.ts'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { PageHead } from '../../frame/page-head.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { frameWords } from '../../words/frame.ts'
import { CandidateList } from './candidate-list.tsx'
import { ColumnForm } from './column-form.tsx'
import { CountLine } from './count-line.tsx'
import { InBoth, OnlyHere, OnlyThere } from './entry-lists.tsx'
import { ListForm } from './list-form.tsx'
import { useReconciliation } from './use-reconciliation.ts'
import { reconciliationWords as words } from './words.ts'

/** A list from elsewhere beside the register: in both, only there, only here, and what only a person can tell. */
export function Reconciling() {
  const say = useSay()
  const work = useReconciliation()
  const { reading, comparing, exporting, result } = work
  const step = result ? 'result' : reading.data ? 'column' : 'list'
  const heading = useStepHeading(step)
  return (
    <>
      <PageHead
        title={say(words.title)}
        crumb={<Link to="/exports">{say(frameWords.exports)}</Link>}
        acts={step !== 'list' && <Button onClick={work.restart}>{say(words.again)}</Button>}
      >
        <p>{say(words.intro)}</p>
      </PageHead>
      <FormTrouble error={reading.error ?? comparing.error ?? exporting.error} />
      <section>
        <h2 ref={heading} tabIndex={-1} className="reconcile-step">
          {say({ list: words.list, column: words.column, result: words.result }[step])}
        </h2>
        {step === 'list' && (
          <ListForm busy={reading.isPending} onRead={(list) => reading.mutate(list)} />
        )}
        {step === 'column' && reading.data && (
          <ColumnForm
            name={reading.data.list.name}
            sheets={reading.data.sheets}
            busy={comparing.isPending}
            onCompare={(choice) => comparing.mutate({ list: reading.data.list, choice })}
          />
        )}
        {result && (
          <div className="reconcile-head">
            <CountLine result={result} />
            <Button look="main" busy={exporting.isPending} onClick={() => exporting.mutate()}>
              {say(words.download)}
            </Button>
          </div>
        )}
      </section>
      {result && <Lists result={result} work={work} />}
    </>
  )
}

type ListsProps = { result: Reconciled; work: ReturnType<typeof useReconciliation> }

function Lists({ result, work: { say, takeBack, spokenOf } }: ListsProps) {
  const names = new Map(result.records.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  return (
    <>
      <CandidateList doubts={result.candidates} nameOf={nameOf} onSay={say} />
      <OnlyThere entries={result.onlyThere} spokenOf={spokenOf} takeBack={takeBack} />
      <OnlyHere records={result.onlyHere} />
      <InBoth pairs={result.inBoth} nameOf={nameOf} spokenOf={spokenOf} takeBack={takeBack} />
    </>
  )
}

/** The heading of the step takes the focus when it changes, so that a screen reader goes along. */
function useStepHeading(step: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current !== step) heading.current?.focus()
    before.current = step
  }, [step])
  return heading
}
