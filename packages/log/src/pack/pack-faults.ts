import type { Fault } from '../verifier.ts'

/** What a pack is asked, in the order in which it is told. */
export const packChecks = ['files', 'signature', 'counts', 'log', 'changes', 'earlier'] as const
export type PackCheck = (typeof packChecks)[number]

type Own =
  | 'file-missing'
  | 'file-unlisted'
  | 'file-unreadable'
  | 'file-altered'
  | 'file-size'
  | 'manifest-unreadable'
  | 'manifest-csv'
  | 'manifest-unsigned'
  | 'key-unreadable'
  | 'key-foreign'
  | 'head-unsigned'
  | 'head-differs'
  | 'csv-malformed'
  | 'csv-columns'
  | 'csv-rows'
  | 'csv-escaped'
  | 'csv-counted'
  | 'not-reconciled'
  | 'ids-not-reconciled'
  | 'entries-short'
  | 'entries-long'
  | 'states-long'
  | 'change-unknown'
  | 'change-differs'
  | 'change-untold'
  | 'earlier-unsigned'

/** What is wrong with a pack: which file, which entry of the log or row (0: none), and data for a sentence. */
export type PackFault = {
  check: PackCheck
  file: string
  seq: number
  what: Own | Fault['what']
  detail: string
}
