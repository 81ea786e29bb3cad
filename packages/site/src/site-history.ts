import type { PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import type { Snapshot } from '@ropewalk/domain/published.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import { inOrder } from './facts.ts'
import type { PublicOrganisation } from './public-organisation.ts'

/** A snapshot that stands or stood; not listed once it was taken off. */
export type PastSnapshot = Snapshot & { listed: boolean }

/** What the pages and feeds beside the list are made from. */
export type HistoryInput = {
  organisation: PublicOrganisation | null
  /** In the order of their announcement. */
  changes: readonly PublicChange[]
  /** Every snapshot ever, oldest first. */
  history: readonly PastSnapshot[]
  language: Language
  base: string
}

/** What was published at the end of a day, whatever came later. */
export function listAsOf(history: readonly PastSnapshot[], day: string): Snapshot[] {
  const newest = new Map<string, PastSnapshot>()
  for (const snapshot of history)
    if (snapshot.updatedOn <= day) newest.set(snapshot.subProcessorId, snapshot)
  return inOrder([...newest.values()].filter(({ listed }) => listed))
}

/** The days on which the list changed, newest first. */
export const daysOfChange = (history: readonly PastSnapshot[]): string[] =>
  [...new Set(history.map(({ updatedOn }) => updatedOn))].toSorted().toReversed()
