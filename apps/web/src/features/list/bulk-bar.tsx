import type { ReactNode } from 'react'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys.ts'
import { listWords as words } from './words.ts'

type Props = { count: number; onClear: () => void; children: ReactNode }

/** What can be done with the selected records. */
export function BulkBar({ count, onClear, children }: Props) {
  const say = useSay()
  useKeys([
    {
      keys: 'Escape',
      says: words.clearSelectionKey,
      // A menu that is open takes the key for itself.
      act: () => document.querySelector(':popover-open') ?? onClear(),
    },
  ])
  return (
    <div className="bulk" role="toolbar" aria-label={say(words.selectedOnes)}>
      <b role="status">{say(words.selected, { n: count })}</b>
      {children}
      <hr />
      <Button look="quiet" small onClick={onClear}>
        {say(words.clearSelection)} <kbd>Esc</kbd>
      </Button>
    </div>
  )
}
