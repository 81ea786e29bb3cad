import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { queryClient } from '../../api.ts'
import { useNames } from '../../fields/names.tsx'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { useMayWrite } from '../../me.ts'
import { addressOf } from '../../noun-api.ts'
import { troubleIn } from '../../trouble.ts'
import { sentences } from '../../typography.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Banner } from '../../ui/note.tsx'
import { WhereFrom } from './document-text.tsx'
import { type Fact, factText } from './fact.ts'
import { FactCard } from './fact-card.tsx'
import { confirmFacts, settle, staleRecord } from './queue-cache.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import type { Queue } from './use-queue.ts'
import { confirmWords as words } from './words.ts'

type Props = {
  queue: Queue
  /** The source of the fact in front. */
  at: string | undefined
  onMove: (at: string | undefined) => void
  /** How many were dealt with since the page was opened. */
  done: number
  onDone: () => void
}

/** One fact in front, its source beside it, and a key for each answer. */
export function OneAtATime({ queue, at, onMove, done, onDone }: Props) {
  const { facts, total, left, busy, more } = queue
  const index = Math.max(
    0,
    facts.findIndex((fact) => fact.source.rowId === at),
  )
  const fact = facts[index]
  const isNear = index > facts.length - 10
  useEffect(() => {
    if (isNear && left > 0 && !busy) more()
  }, [isNear, left, busy, more])
  // Past the last comes the first again: what was skipped is still to be answered.
  const go = (step: number) =>
    onMove(facts[(index + step + facts.length) % facts.length]?.source.rowId)
  const dealtWith = () => {
    onMove((facts[index + 1] ?? facts[index - 1])?.source.rowId)
    onDone()
  }
  if (!fact) return null
  return (
    <InFront
      fact={fact}
      place={{ n: done + index + 1, of: done + total }}
      onMove={facts.length > 1 ? go : undefined}
      onDealtWith={dealtWith}
    />
  )
}

type FrontProps = {
  fact: Fact
  place: { n: number; of: number }
  /** Missing when there is no other. */
  onMove: ((step: 1 | -1) => void) | undefined
  onDealtWith: () => void
}

function InFront({ fact, place, onMove, onDealtWith }: FrontProps) {
  const say = useSay()
  const language = useLanguage()
  const { number } = useFormats()
  const { names } = useNames()
  const navigate = useNavigate()
  const mayWrite = useMayWrite()(fact.noun)
  const [removing, setRemoving] = useState(false)
  const { noun, record, source, chapter, removal } = fact
  const where = say(words.place, { n: number(place.n), of: number(place.of) })
  const confirm = useMutation({
    mutationFn: () => confirmFacts(noun, { id: record.id, version: record.version }, [source]),
    onSuccess: () => {
      onDealtWith()
      void queryClient.invalidateQueries()
    },
    onError: (error) => {
      const newer = staleRecord(troubleIn(error, say))
      if (newer) settle(newer)
    },
  })
  const stale = confirm.error && staleRecord(troubleIn(confirm.error, say))
  const change = () => void navigate({ to: addressOf(noun, record.id), hash: chapter })
  const sure = () => {
    if (!confirm.isPending) confirm.mutate()
  }
  const move = (step: 1 | -1) => () => {
    confirm.reset()
    onMove?.(step)
  }
  const removable = mayWrite && removal !== undefined
  useKeys([
    ...(mayWrite
      ? [
          { keys: 'c', says: words.confirm, act: sure },
          { keys: 'e', says: words.change, act: change },
        ]
      : []),
    ...(removable ? [{ keys: 'r', says: words.remove, act: () => setRemoving(true) }] : []),
    ...(onMove
      ? [
          { keys: 's', says: words.skip, act: move(1) },
          { keys: 'ArrowLeft', says: words.previous, act: move(-1) },
          { keys: 'ArrowRight', says: words.next, act: move(1) },
        ]
      : []),
  ])
  return (
    <div className="confirming">
      <div>
        {stale ? (
          <Banner of="conflict" says={say(words.changedMeanwhile)}>
            {say(words.changedMeanwhileWhy, { id: record.id })}
          </Banner>
        ) : (
          <FormTrouble error={confirm.error} />
        )}
        <p className="sr-only" role="status">
          {sentences([
            where,
            `${record.id} ${String(record.name)}`,
            factText(fact, { language, names }),
          ])}
        </p>
        <FactCard fact={fact} place={where}>
          <div className="answers">
            {mayWrite && (
              <>
                <Button look="main" busy={confirm.isPending} onClick={sure}>
                  {say(words.confirm)} <kbd aria-hidden>c</kbd>
                </Button>
                <Button onClick={change}>
                  {say(words.change)} <kbd aria-hidden>e</kbd>
                </Button>
              </>
            )}
            {removable && (
              <Button onClick={() => setRemoving(true)}>
                {say(words.remove)} <kbd aria-hidden>r</kbd>
              </Button>
            )}
            {onMove && (
              <>
                <Button look="quiet" onClick={move(1)}>
                  {say(words.skip)} <kbd aria-hidden>s</kbd>
                </Button>
                <Button look="quiet" onClick={move(-1)}>
                  {say(words.previous)} <kbd aria-hidden>←</kbd>
                </Button>
              </>
            )}
          </div>
        </FactCard>
        <progress value={place.n - 1} max={place.of} aria-label={where} />
      </div>
      <WhereFrom fact={fact} />
      {removing && (
        <RemoveDialog
          fact={fact}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            setRemoving(false)
            onDealtWith()
            void queryClient.invalidateQueries()
          }}
        />
      )}
    </div>
  )
}
