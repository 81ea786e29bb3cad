import { same } from '@ropewalk/domain/changes-between.ts'
import { emptyRow, isEmpty } from '@ropewalk/domain/empty.ts'
import type { RowsField } from '@ropewalk/domain/field.ts'
import { useSay } from '../../language.ts'
import { withinSentence } from '../../typography.ts'
import { Button } from '../../ui/button.tsx'
import { Sign } from '../../ui/sign.tsx'
import { answersOf } from './answers.ts'
import { CellField, DeclaredForm, declaring } from './cell-field.tsx'
import type { Row } from './rows.ts'
import { type Draft, newRowId } from './use-draft.ts'
import { recordWords as words } from './words.ts'

type Props = { name: string; field: RowsField; draft: Draft; error: string | undefined }

/** The rows of a list being written: each a group of inputs, to move, to take out, to add to. */
export function RowsForm({ name, field, draft, error }: Props) {
  const say = useSay()
  const label = say(field.label)
  const rows = draft.now[name] as readonly Row[]
  const put = (changed: readonly Row[]) => draft.set((record) => ({ ...record, [name]: changed }))
  return (
    <fieldset className="grid gap-2">
      <legend className="label">{label}</legend>
      {error && (
        <p className="why">
          <Sign of="conflict" />
          {error}
        </p>
      )}
      {rows.map((row, index) => (
        <RowForm
          key={row.rowId}
          {...{ name, field, draft, row, index }}
          onChange={(changed) => put(rows.with(index, changed))}
          onRemove={() => put(rows.toSpliced(index, 1))}
          {...(index > 0
            ? { onUp: () => put(rows.toSpliced(index, 1).toSpliced(index - 1, 0, row)) }
            : {})}
        />
      ))}
      <span>
        <Button small onClick={() => put([...rows, emptyRow(field.fields, newRowId())])}>
          {say(words.addRow, { rows: withinSentence(label) })}
        </Button>
      </span>
    </fieldset>
  )
}

type RowProps = {
  name: string
  field: RowsField
  draft: Draft
  row: Row
  index: number
  onChange: (row: Row) => void
  onRemove: () => void
  onUp?: () => void
}

function RowForm({ name, field, draft, row, index, onChange, onRemove, onUp }: RowProps) {
  const say = useSay()
  const was = (draft.base[name] as readonly Row[]).find((each) => each.rowId === row.rowId)
  const n = index + 1
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would read its legend before every input
    <div
      className="rowform"
      role="group"
      aria-label={say(words.row, { rows: say(field.label), n })}
    >
      {Object.entries(field.fields).map(([key, cell]) => (
        <div key={key} className={cell.kind === 'prose' || cell.kind === 'choices' ? 'wide' : ''}>
          <CellField
            field={cell}
            value={row[key]}
            changed={was !== undefined && !same(was[key], row[key])}
            onChange={(value) => onChange({ ...row, [key]: value })}
          />
          {isEmpty(row[key]) && (
            <DeclaredForm
              label={say(cell.label)}
              answers={answersOf(cell, draft.now)}
              declared={row.declared[key]}
              onChange={(declared) =>
                onChange({ ...row, declared: declaring(row.declared, key, declared) })
              }
            />
          )}
        </div>
      ))}
      <div className="acts wide">
        {onUp && (
          <Button small look="quiet" aria-label={say(words.rowUp, { n })} onClick={onUp}>
            <Sign of="up" size={10} />
          </Button>
        )}
        <Button small look="quiet" onClick={onRemove}>
          {say(words.removeRow, { n })}
        </Button>
      </div>
    </div>
  )
}
