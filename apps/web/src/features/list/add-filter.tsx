import type { NounKey } from '@ropewalk/domain/field.ts'
import { folded } from '@ropewalk/domain/foreign-text.ts'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useSay } from '../../language.ts'
import { type Item, useCombo } from '../../ui/combo.ts'
import { Options } from '../../ui/options.tsx'
import { FilterEditor } from './filter-editor.tsx'
import { type Filter, filterOf, filtersOf } from './filters.ts'
import { Popover } from './popover.tsx'
import { filtered, type View } from './view.ts'
import { listWords as words } from './words.ts'

type Props = { noun: NounKey; view: View; go: (view: View) => void }

/** A sheet of every filter that the noun offers; what is picked there is at once in the list. */
export function AddFilter({
  button,
  ...list
}: Props & { button: RefObject<HTMLButtonElement | null> }) {
  const say = useSay()
  return (
    <Popover
      button={button}
      className="chip add"
      trigger={say(words.addFilter)}
      label={say(words.addFilter)}
    >
      {(close) => <Adding {...list} close={close} />}
    </Popover>
  )
}

/** First which filter, by typing; then its values. */
function Adding({ noun, view, go, close }: Props & { close: () => void }): ReactNode {
  const [filter, setFilter] = useState<Filter | null>(null)
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (filter) sheet.current?.querySelector<HTMLElement>('input')?.focus()
  }, [filter])
  if (!filter) return <Choosing noun={noun} view={view} go={go} close={close} onPick={setFilter} />
  return (
    <div ref={sheet}>
      <FilterEditor
        filter={filter}
        values={view.filters[filter.key] ?? []}
        onChange={(values) => go(filtered(view, filter.key, values))}
        onDone={close}
      />
    </div>
  )
}

const archivedItem = 'archived'

function Choosing({
  noun,
  view,
  go,
  close,
  onPick,
}: Props & { close: () => void; onPick: (filter: Filter) => void }) {
  const say = useSay()
  const label = say(words.whichFilter)
  const items = (): readonly Item[] => [
    ...filtersOf(noun).map((filter) => ({
      id: filter.key,
      label: say(filter.label),
      ...(filter.hint ? { hint: say(filter.hint) } : {}),
    })),
    ...(view.archived ? [] : [{ id: archivedItem, label: say(words.archivedFilter) }]),
  ]
  const combo = useCombo<Item>({
    search: (query) =>
      items().filter((item) =>
        folded(`${item.label} ${item.hint ?? ''}`).includes(folded(query.trim())),
      ),
    onPick: ({ id }) => {
      const filter = filterOf(noun, id)
      if (filter) return onPick(filter)
      go({ ...view, archived: true })
      close()
    },
    onDismiss: close,
  })
  const { look } = combo
  // Before any key: an effect that came later would undo the search for what was typed first.
  useLayoutEffect(() => look('', 0), [])
  return (
    <div className="choosing">
      <input
        {...combo.input}
        type="text"
        className="input"
        aria-label={label}
        placeholder={label}
        onChange={(event) => look(event.target.value, 0)}
      />
      <Options combo={combo} label={label} />
    </div>
  )
}
