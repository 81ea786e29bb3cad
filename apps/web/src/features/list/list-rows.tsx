import type { NounKey } from '@ropewalk/domain/field.ts'
import { useState } from 'react'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { nothing, type Selection, selectedCount } from '../../ui/selection.ts'
import type { Density } from '../../ui/table/use-rows.ts'
import { uiWords } from '../../ui/words.ts'
import { BulkActs, useMaySelect } from './bulk-acts.tsx'
import type { Plan } from './columns/plan.tsx'
import { Legend } from './legend.tsx'
import { ListTable } from './list-table.tsx'
import { NoAnswer, NoMatch, NoRecords } from './no-rows.tsx'
import { TroubleBanner } from './trouble-banner.tsx'
import { useUndo } from './undo.ts'
import type { List } from './use-list.ts'
import { keyOf, type View } from './view.ts'
import { listWords as words } from './words.ts'

type Props = {
  noun: NounKey
  view: View
  go: (view: View) => void
  list: List
  plans: readonly Plan[]
  density: Density
  mayWrite: boolean
  onNew: (() => void) | undefined
}

/** The table, what stands in its place when there is nothing to show, and what is done with selected rows. */
export function ListRows({ onNew, ...table }: Props) {
  const { noun, view, go, list, mayWrite } = table
  const say = useSay()
  const [selection, setSelection] = useSelection(view)
  const [notUndone, setNotUndone] = useState('')
  const offer = useUndo()
  const maySelect = useMaySelect(noun)
  const chosen = maySelect ? selectedCount(selection, list.count) : 0
  const again = () => void list.again()

  if (list.pending && list.error) return <NoAnswer error={list.error} onRetry={again} go={go} />
  const isEmpty = !list.pending && list.count === 0
  if (isEmpty && list.all === 0) return <NoRecords noun={noun} onNew={onNew} />
  if (isEmpty) return <NoMatch noun={noun} view={view} all={list.all} go={go} />
  return (
    <>
      {notUndone && (
        <TroubleBanner
          says={say(words.notUndone)}
          act={{ label: say(words.close), run: () => setNotUndone('') }}
        >
          {notUndone}
        </TroubleBanner>
      )}
      <ListTable
        {...table}
        maySelect={maySelect}
        offer={offer}
        selection={selection}
        onSelection={setSelection}
      />
      <Legend mayWrite={mayWrite} />
      {list.error && (
        <div className="sticky bottom-4 z-3">
          <TroubleBanner
            says={say(words.noAnswer)}
            act={{ label: say(uiWords.tryAgain), run: again }}
          >
            {troubleIn(list.error, say).message} {list.outdated && say(words.before)}
          </TroubleBanner>
        </div>
      )}
      {chosen > 0 && (
        <BulkActs
          noun={noun}
          view={view}
          selection={selection}
          count={chosen}
          onSelection={setSelection}
          offer={offer}
          onNotUndone={setNotUndone}
        />
      )}
    </>
  )
}

/** A selection is of the rows that were there: others begin anew. */
function useSelection(view: View) {
  const rows = keyOf(view)
  const [state, setState] = useState({ rows, selection: nothing })
  const set = (selection: Selection) => setState({ rows, selection })
  return [state.rows === rows ? state.selection : nothing, set] as const
}
