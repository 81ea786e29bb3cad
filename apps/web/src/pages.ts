import { type QueryKey, type UseQueryOptions, useQueries } from '@tanstack/react-query'
import { useState } from 'react'

const pageSize = 100

type Page = { total: number }

/** A list that grows by pages of 100 when asked. `pageAt` gives the query of the page that starts at an offset. */
export function usePages<P extends Page, E, K extends QueryKey>(
  pageAt: (page: { offset: number; limit: number }) => UseQueryOptions<P, E, P, K>,
) {
  const [count, setCount] = useState(1)
  const answers = useQueries({
    queries: Array.from({ length: count }, (_, page) =>
      pageAt({ offset: page * pageSize, limit: pageSize }),
    ),
  })
  const pages = answers.flatMap((answer) => answer.data ?? [])
  const total = pages.at(-1)?.total ?? 0
  return {
    pages,
    total,
    error: answers.find((answer) => answer.error)?.error ?? null,
    /** Nothing to show yet. */
    pending: pages.length === 0 && answers.some((answer) => answer.isPending),
    /** How many are left; asks for the next 100 of them. */
    left: Math.max(0, total - count * pageSize),
    busy: answers.some((answer) => answer.isFetching),
    more: () => setCount(count + 1),
  }
}
