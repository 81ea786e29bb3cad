import type { NounKey } from '@ropewalk/domain/field.ts'
import { useMutation } from '@tanstack/react-query'
import { queryClient } from '../../api.ts'
import { useSay } from '../../language.ts'
import { apiOf } from '../../noun-api.ts'
import { troubleIn } from '../../trouble.ts'
import { toast } from '../../ui/toast.tsx'
import { type BulkPlan, changesOf, undoingOf } from './bulk-plan.ts'
import type { OfferUndo } from './undo.ts'
import { listWords as words } from './words.ts'

export type BulkOptions = {
  noun: NounKey
  onDone: () => void
  offer: OfferUndo
  /** Told why an undo was refused, long after the change. */
  onNotUndone: (why: string) => void
}

/** Applies a plan in one step, and offers the way back. */
export function useBulk({ noun, onDone, offer, onNotUndone }: BulkOptions) {
  const say = useSay()
  const { mutateAsync: send } = useMutation(apiOf(noun).bulkChange.mutationOptions())
  const undo = async (plan: BulkPlan, now: readonly { id: string; version: number }[]) => {
    try {
      await send({ records: undoingOf(plan, now) })
      toast(say(words.undone, { n: plan.changing.length }))
    } catch (error) {
      onNotUndone(troubleIn(error, say).message)
    }
    void queryClient.invalidateQueries()
  }
  return useMutation({
    mutationFn: ({ plan, reason }: { plan: BulkPlan; reason: string }) =>
      send({ records: changesOf(plan), ...(reason.trim() ? { reason } : {}) }),
    onSuccess: ({ records }, { plan }) => {
      onDone()
      void queryClient.invalidateQueries()
      offer(
        say(words.changed, { field: plan.label, n: plan.changing.length }),
        () => void undo(plan, records),
      )
    },
  })
}
