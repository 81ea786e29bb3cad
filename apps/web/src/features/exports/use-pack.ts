import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../../language.ts'
import { discard, get, post } from '../../post.ts'
import { isTrouble } from '../../trouble.ts'

/** An evidence pack on its way, or made and kept, as `/exports/jobs/<id>` says it. */
export type PackJob = {
  id: string
  state: 'running' | 'done' | 'failed' | 'cancelled'
  from: string
  to: string
  progress: { done: number; of: number; file: string }
  download: string | null
  bytes: number | null
  sha256: string | null
  keptUntil: string | null
  message: string | null
}

// Whoever leaves the page and comes back in the same tab finds it again.
const key = 'ropewalk.pack'

/** The pack that this tab asked for last: how far it is, and how to start and cancel one. */
export function usePack() {
  const spoken = useLanguage() === 'fr' ? '?lang=fr' : ''
  const client = useQueryClient()
  const [id, setId] = useState(() => sessionStorage.getItem(key))
  const place = (of: string | null) => ['pack', of]
  const job = useQuery({
    queryKey: place(id),
    queryFn: () => get(`/exports/jobs/${id}${spoken}`, isJob),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isOnItsWay(state) ? 500 : false),
    retry: (count, error) => !isTrouble(error) && count < 3,
  })
  const show = (told: PackJob) => {
    sessionStorage.setItem(key, told.id)
    client.setQueryData(place(told.id), told)
    setId(told.id)
  }
  const starting = useMutation({
    mutationFn: async (days: { from: string; to: string }) => {
      const told = await post(`/exports/pack${spoken}`, days)
      if (isJob(told)) return told
      throw new Error('/exports/pack answered something else')
    },
    onSuccess: show,
  })
  const cancelling = useMutation({
    mutationFn: () => discard(`/exports/jobs/${id}${spoken}`, isJob),
    onSuccess: show,
  })
  // One that is gone or cannot be asked about is no longer on its way.
  return { job: job.error ? undefined : job.data, error: job.error, starting, cancelling }
}

type Asked = { data: PackJob | undefined; error: unknown }

/** Whether it is worth asking again how far the pack is. */
export const isOnItsWay = ({ data, error }: Asked): boolean => !error && data?.state === 'running'

const isJob = (value: unknown): value is PackJob =>
  typeof value === 'object' && value !== null && 'state' in value && 'progress' in value
