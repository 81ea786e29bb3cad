import type { NounKey } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient } from '../../api.ts'
import type { Selection } from '../../ui/selection.ts'
import { chosenRecords, freshRecords } from './chosen-records.ts'
import type { View } from './view.ts'

export type Chosen = { noun: NounKey; view: View; selection: Selection; count: number }

/** The selected records as they were when the dialog opened: what others change meanwhile is a conflict. `whole`: not as a list gives them. */
export function useChosen({ noun, view, selection, count }: Chosen, whole: boolean) {
  const [asked] = useState(() => Date.now())
  const queryKey = ['chosen', noun, asked]
  const { data, error } = useQuery({
    queryKey,
    queryFn: async () => {
      const chosen = await chosenRecords(noun, view, selection)
      return whole
        ? freshRecords(
            noun,
            chosen.map(({ id }) => id),
          )
        : chosen
    },
    enabled: count <= limits.together,
    staleTime: 'static',
    gcTime: 0,
  })
  return {
    records: data,
    error,
    /** Reads the records that someone else changed. */
    refresh: async (ids: readonly string[]) => {
      const fresh = new Map((await freshRecords(noun, ids)).map((record) => [record.id, record]))
      queryClient.setQueryData<readonly AnyRecord[]>(queryKey, (now) =>
        now?.map((record) => fresh.get(record.id) ?? record),
      )
    },
  }
}
