import type { AppRouter } from '@ropewalk/server/router'
import type { TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { askForProof } from './step-up.ts'

/** A write that asks for a fresh proof is done again, once, when the person has given one. */
export const stepUpLink: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      let inner: { unsubscribe: () => void } | undefined
      const ask = (isAgain: boolean) => {
        inner = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error(error) {
            const isStale = error.data?.refused?.code === 'STEP_UP'
            if (isAgain || !isStale) return observer.error(error)
            void askForProof().then((proved) => (proved ? ask(true) : observer.error(error)))
          },
        })
      }
      ask(false)
      return () => inner?.unsubscribe()
    })
