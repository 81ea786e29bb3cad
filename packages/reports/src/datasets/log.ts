import { nouns } from '@ropewalk/domain/nouns.ts'
import { both } from '@ropewalk/domain/words.ts'
import { listDataset } from '../dataset.ts'
import { secondsOf, stated } from '../facts.ts'
import { answers, wordOf } from '../word.ts'

/** One changed field of one entry of the log; sides as text. */
export type ChangeItem = {
  seq: number
  at: string
  actorId: string
  actor: string
  action: string
  recordId: string
  record: string
  version: number | null
  field: string
  before: string
  after: string
  reason: string
  hash: string
}

export const changes = listDataset<ChangeItem>('changes', ({ text, number, time, event }) => ({
  seq: number(({ seq }) => seq),
  at: time(({ at }) => secondsOf(at)),
  actor_id: text(({ actorId }) => actorId),
  actor: text(({ actor }) => stated(actor)),
  action: text(({ action }) => action),
  record_id: text(({ recordId }) => recordId),
  record: event(text(({ record }) => record)),
  version: event(number(({ version }) => version ?? '')),
  field: event(text(({ field }) => field)),
  before: event(text(({ before }) => before)),
  after: event(text(({ after }) => after)),
  reason: event(text(({ reason }) => reason)),
  hash: text(({ hash }) => hash),
}))

const changeKinds = {
  added: both('added', 'ajouté'),
  removed: both('removed', 'retiré'),
  changed: both('changed', 'modifié'),
} as const
const nounWords = Object.fromEntries(Object.entries(nouns).map(([key, { one }]) => [key, one]))

/** One field of a record that two days differ in. */
export type DifferenceItem = {
  noun: string
  recordId: string
  record: string
  change: keyof typeof changeKinds
  field: string
  before: string
  after: string
}

export const differences = listDataset<DifferenceItem>('differences', ({ text, choice }) => ({
  noun: choice(nounWords, ({ noun }) => wordOf(nounWords, noun)),
  record_id: text(({ recordId }) => recordId),
  record: text(({ record }) => stated(record)),
  change: choice(changeKinds, ({ change }) => wordOf(changeKinds, change)),
  field: text(({ field }) => field),
  before: text(({ before }) => stated(before)),
  after: text(({ after }) => stated(after)),
}))

/** One file that left the register. */
export type ExportItem = {
  exportId: string
  at: string
  actor: string
  dataset: string
  format: string
  parameters: string
  rows: number | null
  sha256: string
  /** Entries of the log at the head given with it. */
  head: string
}

export const exportsMade = listDataset<ExportItem>('exports', ({ text, number, time, event }) => ({
  export_id: text(({ exportId }) => exportId),
  at: time(({ at }) => secondsOf(at)),
  actor: text(({ actor }) => stated(actor)),
  dataset: text(({ dataset }) => dataset),
  format: text(({ format }) => format),
  parameters: text(({ parameters }) => parameters || answers.none),
  rows: event(number(({ rows }) => rows ?? '')),
  sha256: text(({ sha256 }) => sha256),
  head: text(({ head }) => head),
}))
