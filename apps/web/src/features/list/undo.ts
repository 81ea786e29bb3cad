import { useCallback, useState } from 'react'
import { useSay } from '../../language.ts'
import { useKeys } from '../../ui/keys.ts'
import { toast } from '../../ui/toast.tsx'
import { listWords as words } from './words.ts'

/** Says that something was done, with the way back. */
export type OfferUndo = (says: string, undo: () => void) => void

/** The way back from the last thing that was done in this list: in the toast, and by `u` for as long as the list stands. */
export function useUndo(): OfferUndo {
  const say = useSay()
  const [last, setLast] = useState<(() => void) | null>(null)
  useKeys(last ? [{ keys: 'u', says: words.undoKey, act: last }] : [])
  return useCallback(
    (says, undo) => {
      let isDone = false
      const once = () => {
        if (isDone) return
        isDone = true
        setLast((now) => (now === once ? null : now))
        undo()
      }
      setLast(() => once)
      toast(says, { label: say(words.undo), act: once })
    },
    [say],
  )
}
