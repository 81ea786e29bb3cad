import { useSyncExternalStore } from 'react'

let asked: { answer: Promise<boolean>; settle: (proved: boolean) => void } | undefined
const listeners = new Set<() => void>()

/** Asks the person for a password or a code; false when it is not given. All who wait share one question. */
export function askForProof(): Promise<boolean> {
  if (!asked) {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    asked = { answer: promise, settle: resolve }
    tell()
  }
  return asked.answer
}

export function answerProof(proved: boolean): void {
  asked?.settle(proved)
  asked = undefined
  tell()
}

export const useProofAsked = (): boolean => useSyncExternalStore(subscribe, isAsked, isAsked)
const isAsked = () => Boolean(asked)

function tell() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
