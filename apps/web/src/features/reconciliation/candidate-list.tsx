import type { Decision, Doubt } from '@ropewalk/domain/reconciliation/reconciled.ts'
import { whyNames } from '@ropewalk/domain/reconciliation/words.ts'
import { useEffect, useRef } from 'react'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { ListedName, linesOf, RecordName } from './entry-lists.tsx'
import { Group } from './group.tsx'
import { reconciliationWords as words } from './words.ts'

type Props = {
  doubts: readonly Doubt[]
  nameOf: (id: string) => string
  onSay: (decision: Decision) => void
}

/** Names that are similar: a person says whether they are the same. */
export function CandidateList({ doubts, nameOf, onSay }: Props) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const last = useRef<number>(undefined)
  const left = doubts.reduce((sum, { candidates }) => sum + candidates.length, 0)
  // What was pressed is gone: the next pair takes the focus, else the heading.
  useEffect(() => {
    if (last.current === undefined || last.current === left) return
    const at = last.current
    last.current = undefined
    if (at === left) return
    const next = box.current?.querySelector<HTMLElement>('button[data-same]')
    const focusable = next ?? box.current?.querySelector<HTMLElement>('h2')
    if (document.activeElement === document.body) focusable?.focus()
  }, [left])
  const pressed = (decision: Decision) => {
    last.current = left
    onSay(decision)
  }
  return (
    <div ref={box}>
      <Group
        title={say(words.candidates)}
        hint={say(words.candidatesHint)}
        items={doubts}
        count={linesOf(doubts.map(({ entry }) => entry))}
      >
        {({ entry, candidates }) => (
          <li key={entry.key}>
            <ListedName entry={entry} />
            <ul className="pairs">
              {candidates.map(({ id, score, why }) => {
                const names = { name: entry.name, record: nameOf(id) || id }
                return (
                  <li key={id}>
                    <RecordName id={id} name={nameOf(id)} />
                    <span className="muted why">
                      {say(words.score, { score, why: whyNames[why] })}
                    </span>
                    <span className="acts">
                      <Button
                        small
                        data-same
                        aria-label={say(words.sameAs, names)}
                        onClick={() => pressed({ key: entry.key, id, same: true })}
                      >
                        {say(words.same)}
                      </Button>
                      <Button
                        small
                        look="quiet"
                        aria-label={say(words.differentFrom, names)}
                        onClick={() => pressed({ key: entry.key, id, same: false })}
                      >
                        {say(words.different)}
                      </Button>
                    </span>
                  </li>
                )
              })}
            </ul>
          </li>
        )}
      </Group>
    </div>
  )
}
