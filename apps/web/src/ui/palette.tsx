import { useLayoutEffect } from 'react'
import { type Item, type Search, useCombo } from './combo.ts'
import { Dialog } from './dialog.tsx'
import { Options } from './options.tsx'

type Props<I extends Item> = {
  label: string
  placeholder: string
  /** Records and verbs that fit the query; all verbs for an empty one. */
  search: Search<I>
  onPick: (item: I) => void
  onClose: () => void
}

/** Finds and does, by typing. */
export function Palette<I extends Item>({ label, placeholder, search, onPick, onClose }: Props<I>) {
  const combo = useCombo<I>({
    search,
    onPick: (item) => {
      onClose()
      onPick(item)
    },
    onDismiss: onClose,
  })
  const { look } = combo
  // Before any key: an effect that came later would undo the search for what was typed first.
  useLayoutEffect(() => look('', 0), [])
  return (
    <Dialog title={label} titled={false} look="palette" onClose={onClose}>
      <input
        {...combo.input}
        type="text"
        aria-label={label}
        placeholder={placeholder}
        onChange={(event) => look(event.target.value)}
      />
      <Options combo={combo} label={label} />
    </Dialog>
  )
}
