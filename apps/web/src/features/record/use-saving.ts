import { changesBetween } from '@ropewalk/domain/changes-between.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { merge } from '@ropewalk/domain/merge.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSay } from '../../language.ts'
import { apiOf, asRecord } from '../../noun-api.ts'
import { type Trouble, troubleIn } from '../../trouble.ts'
import type { Draft } from './use-draft.ts'

type Stale = { theirs?: unknown; by?: string }

/** Saving a draft. A newer version on the server is shown beside what was typed; nothing typed is ever dropped. */
export function useSaving(noun: NounKey, draft: Draft, onSaved: () => void) {
  const say = useSay()
  const queries = useQueryClient()
  const [trouble, setTrouble] = useState<Trouble>()
  const [newer, setNewer] = useState<{ theirs: AnyRecord; by: string }>()
  const theirs = newer?.theirs
  const change = useMutation(apiOf(noun).change.mutationOptions())

  const send = (base: AnyRecord, now: AnyRecord) => {
    setTrouble(undefined)
    change.mutate(
      { id: base.id, version: base.version, changes: changesBetween(noun, base, now) },
      {
        onSuccess: async (saved) => {
          draft.restart(asRecord(saved))
          setNewer(undefined)
          onSaved()
          await queries.invalidateQueries()
        },
        onError: (error) => {
          const found = troubleIn(error, say)
          const details =
            found.code === 'CONFLICT' ? (found.details as Stale | undefined) : undefined
          if (details?.theirs) setNewer({ theirs: asRecord(details.theirs), by: details.by ?? '' })
          else setTrouble(found)
        },
      },
    )
  }
  return {
    trouble,
    busy: change.isPending,
    conflict: theirs && { base: draft.base, mine: draft.now, theirs },
    conflictBy: newer?.by ?? '',
    save: () => {
      if (draft.dirty && !change.isPending) send(draft.base, draft.now)
    },
    saveMerged: (saved: AnyRecord, merged: AnyRecord) => send(saved, merged),
    backToForm: () => {
      if (theirs)
        draft.restart(theirs, merge(noun, { base: draft.base, mine: draft.now, theirs }).record)
      setNewer(undefined)
    },
  }
}
