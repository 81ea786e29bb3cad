import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useSay } from '../../language.ts'
import { addressOf } from '../../noun-api.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Banner } from '../../ui/note.tsx'
import { nothing, type Selection, selectedCount } from '../../ui/selection.ts'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import type { Density } from '../../ui/table/use-rows.ts'
import { uiWords } from '../../ui/words.ts'
import { BulkBar } from './bulk-bar.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { bulkFieldsOf } from './bulk-plan.ts'
import type { Plan } from './columns/plan.tsx'
import type { ListRow } from './columns/row.ts'
import { Legend } from './legend.tsx'
import { NoAnswer, NoMatch, NoRecords } from './no-rows.tsx'
import type { List } from './use-list.ts'
import { keyOf, type View } from './view.ts'
import { listWords as words } from './words.ts'

/** As many rows as stand while the first answer is on its way. */
const expected = 12

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
export function ListRows({ noun, view, go, list, plans, density, mayWrite, onNew }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const [selection, setSelection] = useSelection(view)
  const [isSetting, setSetting] = useState(false)
  const [notUndone, setNotUndone] = useState('')
  const columns = useMemo(() => plans.map((plan) => columnOf(plan, say(plan.label))), [plans, say])
  const chosen = mayWrite ? selectedCount(selection, list.count) : 0
  const clear = () => setSelection(nothing)

  if (list.pending && list.error)
    return <NoAnswer error={list.error} onRetry={() => void list.again()} go={go} />
  const isEmpty = !list.pending && list.count === 0
  if (isEmpty && list.all === 0) return <NoRecords noun={noun} onNew={onNew} />
  if (isEmpty) return <NoMatch noun={noun} view={view} all={list.all} go={go} />
  return (
    <>
      {notUndone && (
        <div className="mb-3">
          <Banner
            of="conflict"
            says={say(words.notUndone)}
            acts={
              <Button small onClick={() => setNotUndone('')}>
                {say(words.close)}
              </Button>
            }
          >
            {notUndone}
          </Banner>
        </div>
      )}
      {list.waiting && list.error && (
        <div className="mb-3">
          <Banner
            of="conflict"
            says={say(words.noAnswer)}
            acts={
              <Button small onClick={() => void list.again()}>
                {say(uiWords.tryAgain)}
              </Button>
            }
          >
            {troubleIn(list.error, say).message} {say(words.before)}
          </Banner>
        </div>
      )}
      <div aria-busy={list.waiting || undefined}>
        {list.pending && <p className="sr-only">{say(words.loading)}</p>}
        <DataTable<ListRow>
          label={say(nouns[noun].many)}
          columns={columns}
          count={list.pending ? expected : list.count}
          rowAt={list.rowAt}
          onNeed={list.onNeed}
          idOf={idOf}
          nameOf={nameOf}
          hrefOf={(row) => addressOf(noun, row.id)}
          onOpen={(row) => void navigate({ to: addressOf(noun, row.id) })}
          sort={view.sort}
          onSort={(sort) => go({ ...view, sort })}
          {...(mayWrite ? { selection, onSelection: setSelection } : {})}
          density={density}
        />
      </div>
      <Legend />
      {chosen > 0 && (
        <BulkBar
          count={chosen}
          onSet={bulkFieldsOf(noun).length > 0 ? () => setSetting(true) : undefined}
          onClear={clear}
        />
      )}
      {isSetting && (
        <BulkDialog
          noun={noun}
          view={view}
          selection={selection}
          count={chosen}
          onDone={() => {
            setSetting(false)
            clear()
          }}
          onClose={() => setSetting(false)}
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

function columnOf({ cell: Cell, label: _, ...plan }: Plan, label: string): Column<ListRow> {
  return { ...plan, label, cell: (row) => <Cell row={row} /> }
}

const idOf = (row: ListRow) => row.id
const nameOf = (row: ListRow) => String(row.name) || row.id
