import { useEffect, useRef, useState } from 'react'

export type Run<Item> = {
  done: readonly Item[]
  of: number
  /** Stopped before the end. */
  cancelled: boolean
  failed: readonly { item: Item; error: unknown }[]
}

/** Does a thing for each of many, one after the other: counted, and stopped when asked or when the page is left. */
export function useOneByOne<Item>(act: (item: Item) => Promise<unknown>) {
  const [run, setRun] = useState<Run<Item> | null>(null)
  const [busy, setBusy] = useState(false)
  const stopped = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )
  const start = async (items: readonly Item[]): Promise<Run<Item>> => {
    stopped.current = false
    let now: Run<Item> = { done: [], of: items.length, cancelled: false, failed: [] }
    setRun(now)
    setBusy(true)
    for (const item of items) {
      if (stopped.current) {
        now = { ...now, cancelled: true }
        break
      }
      try {
        await act(item)
        now = { ...now, done: [...now.done, item] }
      } catch (error) {
        now = { ...now, failed: [...now.failed, { item, error }] }
      }
      setRun(now)
    }
    setRun(now)
    setBusy(false)
    return now
  }
  const cancel = () => {
    stopped.current = true
  }
  return { run, busy, start, cancel }
}
