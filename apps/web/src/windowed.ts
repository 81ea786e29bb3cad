import { type QueryKey, type UseQueryOptions, useQueries } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

/** Rows asked for at once. */
export const pageSize = 50
/** Rows around those in sight that are fetched as well. */
const around = 30
/** A scroll that flies by asks for nothing on its way. */
const pause = 40

type Page<Row> = { total: number; rows: readonly Row[] }
type Asked<P> = (page: { offset: number; limit: number }) => UseQueryOptions<P, Error, P, QueryKey>
type Windowed<Row, P> = {
  /** The pages in sight: names, totals, whatever else the list gives. */
  pages: readonly P[]
  count: number
  rowAt: (index: number) => Row | undefined
}

/**
 * A long list by windows of rows: `DataTable` asks for the rows in sight by `onNeed`, and only the pages
 * that hold them are fetched. `pageAt` gives the query of the page that starts at an offset, `view` names the
 * rows and their order: until a new view answers, the rows of the last one stay.
 */
export function useWindowed<Row, P extends Page<Row>>(view: string, pageAt: Asked<P>) {
  const [needed, setNeeded] = useState<Needed>({ view, pages: [0] })
  const pages = needed.view === view ? needed.pages : first
  const answers = useQueries({
    queries: pages.map((page) => pageAt({ offset: page * pageSize, limit: pageSize })),
  })
  const now = useSteady(answers.map((answer) => answer.data))
  const isHere = now.some((page) => page !== undefined)
  const window = useMemo(() => windowOf<Row, P>(pages, now), [pages, now])
  const shown = useRef<Windowed<Row, P>>(nothing)
  const shownView = useRef(view)
  if (isHere) {
    shown.current = window
    shownView.current = view
  }

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const onNeed = useCallback(
    ({ from, to }: { from: number; to: number }) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const wanted = pagesOf(from - around, to + around)
        setNeeded((before) =>
          before.view === view && before.pages.join() === wanted.join()
            ? before
            : { view, pages: wanted },
        )
      }, pause)
    },
    [view],
  )
  return {
    ...shown.current,
    /** Why rows in sight are not here. */
    error: answers.find((answer) => answer.error && !answer.data)?.error ?? null,
    /** The rows in sight are on their way. */
    waiting: !isHere,
    /** What is shown belongs to the view before. */
    outdated: shownView.current !== view,
    /** Nothing to show yet. */
    pending: shown.current === nothing,
    onNeed,
    again: () => Promise.all(answers.map((answer) => answer.refetch())),
  }
}

type Needed = { view: string; pages: readonly number[] }
const first: readonly number[] = [0]
const nothing: Windowed<never, never> = { pages: [], count: 0, rowAt: () => undefined }

function pagesOf(from: number, to: number): readonly number[] {
  const start = Math.max(0, Math.floor(from / pageSize))
  const end = Math.max(start, Math.floor((to - 1) / pageSize))
  return Array.from({ length: end - start + 1 }, (_, at) => start + at)
}

function windowOf<Row, P extends Page<Row>>(
  numbers: readonly number[],
  pages: readonly (P | undefined)[],
): Windowed<Row, P> {
  const here = pages.filter((page) => page !== undefined)
  return {
    pages: here,
    count: here.at(-1)?.total ?? 0,
    rowAt: (index) => pages[numbers.indexOf(Math.floor(index / pageSize))]?.rows[index % pageSize],
  }
}

/** The list that was given before, as long as it holds the same. */
function useSteady<T>(list: readonly T[]): readonly T[] {
  const before = useRef(list)
  const isSame =
    before.current.length === list.length && list.every((each, at) => each === before.current[at])
  if (!isSame) before.current = list
  return before.current
}
