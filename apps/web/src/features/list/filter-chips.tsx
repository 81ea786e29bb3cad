import type { NounKey } from '@ropewalk/domain/field.ts'
import { useRef, useState } from 'react'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { RemoveButton } from '../../ui/remove-button.tsx'
import { AddFilter } from './add-filter.tsx'
import { FilterEditor } from './filter-editor.tsx'
import { useValueNames } from './filter-values.tsx'
import { type Filter, filterOf } from './filters.ts'
import { Popover } from './popover.tsx'
import { filtered, type View } from './view.ts'
import { listWords as words } from './words.ts'

type Props = { noun: NounKey; view: View; go: (view: View) => void }

/** What narrows the list, each as a chip that opens its values, and the way to add one. */
export function FilterChips({ noun, view, go }: Props) {
  const add = useRef<HTMLButtonElement>(null)
  const drop = (next: View) => {
    go(next)
    add.current?.focus()
  }
  return (
    <>
      {Object.entries(view.filters).map(([key, values]) => {
        const filter = filterOf(noun, key)
        return filter ? (
          <Chip
            key={key}
            filter={filter}
            values={values}
            onChange={(now) => go(filtered(view, key, now))}
            onRemove={() => drop(filtered(view, key, []))}
          />
        ) : null
      })}
      {view.archived && <ArchivedChip onRemove={() => drop({ ...view, archived: false })} />}
      <AddFilter noun={noun} view={view} go={go} button={add} />
    </>
  )
}

function Chip({ filter, values, onChange, onRemove }: ChipProps) {
  const say = useSay()
  const { list } = useFormats()
  const nameOf = useValueNames(filter, values)
  // The last value taken away would take the chip with it: it goes when its sheet closes.
  const [emptied, setEmptied] = useState(false)
  const name = say(filter.label)
  const change = (now: readonly string[]) => {
    setEmptied(now.length === 0)
    if (now.length > 0) onChange(now)
  }
  return (
    <span className="chip">
      <Popover
        className="face"
        label={say(words.filterBy, { name })}
        onClose={() => emptied && onRemove()}
        trigger={<bdi>{say(words.chip, { name, values: list(values.map(nameOf)) })}</bdi>}
      >
        {(close) => (
          <FilterEditor filter={filter} values={values} onChange={change} onDone={close} />
        )}
      </Popover>
      <RemoveButton name={say(words.filterName, { name })} onPress={onRemove} />
    </span>
  )
}
type ChipProps = {
  filter: Filter
  values: readonly string[]
  onChange: (values: readonly string[]) => void
  onRemove: () => void
}

function ArchivedChip({ onRemove }: { onRemove: () => void }) {
  const say = useSay()
  const name = say(words.archivedFilter)
  return (
    <span className="chip">
      <span>{name}</span>
      <RemoveButton name={say(words.filterName, { name })} onPress={onRemove} />
    </span>
  )
}
