import { useSyncExternalStore } from 'react'
import { askingAgain } from './asking-again.ts'
import { inBrowser } from './in-browser.ts'
import { currentLanguage } from './language.ts'

/** Whether the server answers, and when it last did. */
type Connection = { gone: boolean; heardAt: Date }

export const useConnection = (): Connection => useSyncExternalStore(subscribe, now, now)

/** `fetch` in the reader's language that notices when the server is gone and when it is back. */
export const reach: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers)
  headers.set('accept-language', currentLanguage())
  try {
    const answer = await fetch(input, { ...init, headers })
    heard(answer.status === 502 || answer.status === 503 || answer.status === 504)
    return answer
  } catch (trouble) {
    if (!init?.signal?.aborted) heard(true)
    throw trouble
  }
}

// While the server is gone nothing else may be asked: the page looks for itself whether it is back.
const again = askingAgain(
  async () => (await fetch('/healthz', { cache: 'no-store' })).ok,
  () => heard(false),
)
if (inBrowser) addEventListener('online', () => void again.now())

let current: Connection = { gone: false, heardAt: new Date() }
const now = () => current
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function heard(gone: boolean) {
  const changed = gone !== current.gone
  if (!gone && !changed) current.heardAt.setTime(Date.now())
  if (!changed) return
  current = { gone, heardAt: gone ? current.heardAt : new Date() }
  if (gone) again.start()
  else again.stop()
  for (const listener of listeners) listener()
}
