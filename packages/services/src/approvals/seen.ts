import type { NounKey } from '@ropewalk/domain/field.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { recordId } from '@ropewalk/domain/schema.ts'
import { both, languages } from '@ropewalk/domain/words.ts'
import { and, eq } from 'drizzle-orm'
import * as z from 'zod'
import { namesOf } from '../links.ts'
import { entriesWhere } from '../log/entries.ts'
import { fieldChanges } from '../log/told-changes.ts'
import { idsIn } from '../records/history-names.ts'
import { found } from '../records/reads.ts'
import { reading, type Work } from '../verb.ts'
import { contentHashOf, lastApproved, roundsOf } from './rounds.ts'

const unknown = both('There is no such record.', 'Cette fiche n’existe pas.')

/** The noun of a record's id, or a refusal. */
export function nounOfRecord(id: string): NounKey {
  const noun = nounOf(id)
  if (noun) return noun
  throw new Refusal('NOT_FOUND', unknown, { field: 'id' })
}

/** What an approver looks at, and what a signature is bound to. */
export type Seen = {
  version: number
  contentHash: string
  /** The last approved version; none for a first approval. */
  fromVersion: number | null
  fromHash: string | null
}

export async function seenIn(work: Work, record: AnyRecord): Promise<Seen> {
  const last = lastApproved(await roundsOf(work, record.id))
  return {
    version: record.version,
    contentHash: contentHashOf(record),
    fromVersion: last?.approvedVersion ?? null,
    fromHash: last?.approvedHash ?? null,
  }
}

/** What changed in a record since its last approval, field by field; everything that is stated, before a first one. */
export const readApprovalDifferences = reading(
  { permission: 'register:read' },
  z.strictObject({ id: recordId, language: z.enum(languages).optional() }),
  async (work, { id, language = 'en' }) => {
    const record = await found(work, nounOfRecord(id), id)
    const seen = await seenIn(work, record)
    const before = seen.fromVersion === null ? null : await stateAt(work, id, seen.fromVersion)
    const names = await namesOf(work, idsIn([JSON.stringify(before), JSON.stringify(record)]))
    const reader = { language, names: (each: string) => names[each] }
    return { ...seen, differences: fieldChanges(id, { before, after: record }, reader) }
  },
)

/** The state of a record at one of its versions, from the log; what was erased since says so. */
async function stateAt({ log }: Work, id: string, version: number) {
  const { entries } = log.tables
  const where = and(eq(entries.record, id), eq(entries.version, version))
  const [entry] = await entriesWhere(log, where, 1)
  return entry?.state.after ?? null
}
