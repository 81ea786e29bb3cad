import { labelAlone } from '@ropewalk/domain/chapters.ts'
import { yesNoWords } from '@ropewalk/domain/values.ts'
import { type KeyboardEvent, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { useSay } from '../../language.ts'
import { Select } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { DayInput, TextInput } from '../../ui/inputs.tsx'
import type { EditableField } from './columns/plan.tsx'
import type { ListRow } from './columns/row.ts'
import { type Edit, EditingContext } from './editing.ts'
import { listWords as words } from './words.ts'

type Props = { row: ListRow; of: string; children: ReactNode }

/** A cell that becomes an input while it is edited. */
export function EditableCell({ row, of, children }: Props) {
  const { edit } = use(EditingContext)
  return edit?.record.id === row.id && edit.key === of ? <CellEditor edit={edit} /> : children
}

/** Enter or leaving saves, Escape gives the cell back as it was. */
function CellEditor({ edit }: { edit: Edit }) {
  const say = useSay()
  const { save, stop } = use(EditingContext)
  const { record, key, field } = edit
  const [value, setValue] = useState<unknown>('typed' in edit ? edit.typed : record[key])
  const box = useRef<HTMLDivElement>(null)
  const isOver = useRef(false)
  useEffect(() => {
    const input = box.current?.querySelector<HTMLElement>('input, select')
    input?.focus()
    if (input instanceof HTMLInputElement && input.type === 'text') input.select()
  }, [])
  const end = (act: () => void) => {
    if (isOver.current) return
    isOver.current = true
    act()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    const cell = box.current?.closest<HTMLElement>('[data-column]')
    end(event.key === 'Enter' ? () => save(value) : stop)
    cell?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the input within
    <div
      ref={box}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) end(() => save(value))
      }}
    >
      <Field
        className="in-cell"
        label={say(words.editing, { field: labelAlone(field), name: String(record.name) })}
      >
        <Input field={field} value={value} onChange={setValue} />
      </Field>
    </div>
  )
}

function Input({ field, value, onChange }: InputProps) {
  const say = useSay()
  if (field.kind === 'text') return <TextInput value={String(value ?? '')} onChange={onChange} />
  if (field.kind === 'day') return <DayInput value={value as string | null} onChange={onChange} />
  if (field.kind === 'choice') {
    const options = Object.entries(field.options)
    return (
      <Select
        value={value as string | null}
        options={options.map(([key, label]) => ({ value: key, label: say(label) }))}
        onChange={onChange}
      />
    )
  }
  return (
    <Select
      value={value === null ? null : value ? 'yes' : 'no'}
      options={(['yes', 'no'] as const).map((key) => ({ value: key, label: say(yesNoWords[key]) }))}
      onChange={(answer) => onChange(answer === null ? null : answer === 'yes')}
    />
  )
}
type InputProps = { field: EditableField; value: unknown; onChange: (value: unknown) => void }
