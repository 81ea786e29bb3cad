import type { ApprovalRules } from '@ropewalk/domain/approvals/approval-settings.ts'
import { materialChanges } from '@ropewalk/domain/approvals/material.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { and, inArray } from 'drizzle-orm'
import type { Change } from '../history.ts'
import type { Work } from '../verb.ts'
import { changeRound, type Round } from './rounds.ts'
import { approvalSettings } from './settings.ts'

type Writing = Pick<Work, 'db' | 'tables' | 'actor' | 'now'>
type Altered = { before: AnyRecord; after: AnyRecord | null }

/**
 * What the changes of a write do to approvals, whatever door they came by: a material one lapses the approval that
 * stands, and what was signed of one that was asked for. To be told right after them.
 */
export async function lapsesBy(work: Writing, changes: readonly Change[]): Promise<Change[]> {
  const altered = alteredBy(changes)
  if (altered.size === 0) return []
  const { approvals } = work.tables
  const told: Change[] = []
  let rules: ApprovalRules | undefined
  const ids = [...altered.keys()]
  for (let start = 0; start < ids.length; start += 500) {
    const some = ids.slice(start, start + 500)
    const rounds = await work.db
      .select()
      .from(approvals)
      .where(
        and(inArray(approvals.state, ['asked', 'approved']), inArray(approvals.recordId, some)),
      )
      .orderBy(approvals.number)
    for (const round of rounds) {
      rules ??= await approvalSettings(work)
      const sides = altered.get(round.recordId)
      const lapsedFields = sides ? lapsedBy(rules, round, sides) : []
      if (lapsedFields.length === 0) continue
      const version = sides?.after?.version ?? round.requestedVersion
      told.push(
        await changeRound(work, round, {
          version,
          verb: 'approvals.lapse',
          state: 'lapsed',
          lapsedBy: work.actor.id,
          lapsedAt: work.now,
          lapsedFields,
        }),
      )
    }
  }
  return told
}

/** Each record that was there before, as it was before the write and is after it. */
function alteredBy(changes: readonly Change[]): ReadonlyMap<string, Altered> {
  const altered = new Map<string, Altered>()
  for (const { of, record = of, ...change } of changes) {
    if (nounOf(record) === undefined || !change.before) continue
    const before = altered.get(record)?.before ?? (change.before as AnyRecord)
    altered.set(record, { before, after: (change.after ?? null) as AnyRecord | null })
  }
  return altered
}

/** Why a round lapses: material fields by key, or what became of the record; nothing while it stands. */
function lapsedBy(rules: ApprovalRules, round: Round, { before, after }: Altered): string[] {
  const noun = nounOf(round.recordId)
  if (!after) return ['removed']
  const isAsked = round.state === 'asked'
  if (isAsked && after.archivedAt && !before.archivedAt) return ['archived']
  // Nothing is signed yet: whoever approves will see the change.
  if (!noun || (isAsked && round.signatures.length === 0)) return []
  return materialChanges(rules, noun, { before, after })
}
