import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { type Say, useSay } from '../../language.ts'
import { addressOf } from '../../noun-api.ts'
import type { Selection } from '../../ui/selection.ts'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import type { Density } from '../../ui/table/use-rows.ts'
import { ClashDialog } from './clash-dialog.tsx'
import type { Plan } from './columns/plan.tsx'
import type { ListRow } from './columns/row.ts'
import { EditableCell } from './edit-cell.tsx'
import { type Edit, EditingContext, useEditing } from './editing.ts'
import { TroubleBanner } from './trouble-banner.tsx'
import type { OfferUndo } from './undo.ts'
import type { List } from './use-list.ts'
import type { View } from './view.ts'
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
  /** Who may write edits cells. */
  mayWrite: boolean
  maySelect: boolean
  selection: Selection
  onSelection: (selection: Selection) => void
  offer: OfferUndo
}

/** The rows of a list, each a link to its record, with simple cells edited where they stand. */
export function ListTable({ noun, view, go, list, plans, density, ...props }: Props) {
  const { mayWrite, maySelect, selection, onSelection, offer } = props
  const say = useSay()
  const navigate = useNavigate()
  const [notSaved, setNotSaved] = useState('')
  const editing = useEditing(noun, { offer, onTrouble: setNotSaved })
  const { edit, start, save, stop, clash, settle } = editing
  const columns = useMemo(
    () => plans.map((plan) => columnOf(plan, say, mayWrite ? start : undefined)),
    [plans, say, mayWrite, start],
  )
  return (
    <EditingContext value={{ edit, save, stop }}>
      {notSaved && (
        <TroubleBanner
          says={say(words.notSaved)}
          act={{ label: say(words.close), run: () => setNotSaved('') }}
        >
          {notSaved}
        </TroubleBanner>
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
          {...(maySelect ? { selection, onSelection } : {})}
          density={density}
        />
      </div>
      {clash && <ClashDialog clash={clash} onSettle={settle} />}
    </EditingContext>
  )
}

function columnOf(
  { cell: Cell, label, edits, ...plan }: Plan,
  say: Say,
  start: ((edit: Edit) => void) | undefined,
): Column<ListRow> {
  const column = { ...plan, label: say(label) }
  if (!edits || !start) return { ...column, cell: (row) => <Cell row={row} /> }
  return {
    ...column,
    cell: (row) => (
      <EditableCell row={row} of={plan.key}>
        <Cell row={row} />
      </EditableCell>
    ),
    onEdit: (record) => {
      if (!record.archivedAt) start({ record, key: plan.key, field: edits })
    },
  }
}

const idOf = (row: ListRow) => row.id
const nameOf = (row: ListRow) => String(row.name) || row.id
