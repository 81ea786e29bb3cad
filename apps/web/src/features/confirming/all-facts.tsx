import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { queryClient } from '../../api.ts'
import { useNames } from '../../fields/names.tsx'
import { useFormats } from '../../formats.ts'
import { useLanguage, useSay } from '../../language.ts'
import { useMayWrite } from '../../me.ts'
import { addressOf } from '../../noun-api.ts'
import { useOneByOne } from '../../one-by-one.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys.ts'
import { type Batch, batchesOf } from './batches.ts'
import { type Fact, factText } from './fact.ts'
import { confirmFacts, settle, staleRecord } from './queue-cache.ts'
import { SeveralState } from './several-state.tsx'
import type { Queue } from './use-queue.ts'
import { confirmWords as words } from './words.ts'

/** All facts by record, to confirm several at once. */
export function AllFacts({ queue }: { queue: Queue }) {
  const say = useSay()
  const { number } = useFormats()
  const mayWriteOf = useMayWrite()
  const { facts, left, busy, more } = queue
  const mine = facts.filter((fact) => mayWriteOf(fact.noun))
  const mayWrite = mine.length > 0
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = facts.filter((fact) => chosen.has(fact.source.rowId))
  const several = useOneByOne<Batch>(async ({ noun, facts, ...at }) => {
    try {
      await confirmFacts(
        noun,
        at,
        facts.map((fact) => fact.source),
      )
    } catch (error) {
      const newer = staleRecord(troubleIn(error, say))
      if (newer) settle(newer)
      throw error
    }
  })
  const choose = (some: readonly Fact[], on: boolean) =>
    setChosen((now) => {
      const next = new Set(now)
      for (const { source } of some) on ? next.add(source.rowId) : next.delete(source.rowId)
      return next
    })
  const confirm = async () => {
    if (selected.length === 0 || several.busy) return
    await several.start(batchesOf(selected))
    await queryClient.invalidateQueries()
  }
  useKeys(mayWrite ? [{ keys: 'c', says: words.confirm, act: () => void confirm() }] : [])
  const tick = mayWrite ? { chosen, choose } : undefined
  return (
    <>
      <SeveralState {...several} />
      {tick && (
        <TriBox some={mine} tick={tick}>
          {say(words.selectAll)}
        </TriBox>
      )}
      {batchesOf(facts).map((batch) => (
        <RecordFacts
          key={batch.id}
          batch={batch}
          tick={mayWriteOf(batch.noun) ? tick : undefined}
        />
      ))}
      {left > 0 && (
        <Button busy={busy} onClick={more}>
          {say(words.more, { n: number(left) })}
        </Button>
      )}
      {selected.length > 0 && !several.busy && (
        <section className="bulk" aria-label={say(words.selected, { n: selected.length })}>
          <b>{say(words.selected, { n: number(selected.length) })}</b>
          <Button look="main" onClick={() => void confirm()}>
            {say(words.confirmSelected, { n: number(selected.length) })} <kbd aria-hidden>c</kbd>
          </Button>
          <Button look="quiet" onClick={() => setChosen(new Set())}>
            {say(words.clear)}
          </Button>
        </section>
      )}
    </>
  )
}

type Tick = {
  chosen: ReadonlySet<string>
  choose: (some: readonly Fact[], on: boolean) => void
}

function RecordFacts({ batch, tick }: { batch: Batch; tick: Tick | undefined }) {
  const say = useSay()
  const reader = { language: useLanguage(), ...useNames() }
  const { noun, id, facts } = batch
  const name = reader.names(id) ?? ''
  return (
    <section className="fact-group">
      <h2>
        {tick && (
          <TriBox some={facts} tick={tick} label={say(words.selectRecord, { record: id })} />
        )}
        <Link className="lnk" to={addressOf(noun, id)}>
          {id} <bdi>{name}</bdi>
        </Link>
      </h2>
      <ul>
        {facts.map((fact) => {
          const text = factText(fact, reader)
          return (
            <li key={fact.source.rowId}>
              {tick && (
                <input
                  type="checkbox"
                  aria-label={say(words.selectFact, { fact: `${id}, ${text}` })}
                  checked={tick.chosen.has(fact.source.rowId)}
                  onChange={(event) => tick.choose([fact], event.target.checked)}
                />
              )}
              <Link className="what" to="/to-confirm" search={{ at: fact.source.rowId }} dir="auto">
                {text}
              </Link>
              <span className="muted">{fact.source.lines}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type TriProps = { some: readonly Fact[]; tick: Tick; label?: string; children?: ReactNode }

function TriBox({ some, tick, label, children }: TriProps) {
  const n = some.filter((fact) => tick.chosen.has(fact.source.rowId)).length
  return (
    <label className="choice">
      <input
        type="checkbox"
        aria-label={label}
        checked={n > 0 && n === some.length}
        ref={(box) => {
          if (box) box.indeterminate = n > 0 && n < some.length
        }}
        onChange={(event) => tick.choose(some, event.target.checked)}
      />
      {children}
    </label>
  )
}
