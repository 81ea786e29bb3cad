import { loadRecords, nounTable } from '@ropewalk/db/records.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nounKeys, nounOf } from '@ropewalk/domain/nouns.ts'
import { writePermissions } from '@ropewalk/domain/permissions.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, versionRead } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import { asc, eq, inArray } from 'drizzle-orm'
import * as z from 'zod'
import { linksOf, namesOf } from '../links.ts'
import { changeIn } from '../records/writes.ts'
import { permit, reading, writing } from '../verb.ts'

const unknown = both('There is no such record.', 'Cette fiche n’existe pas.')

/** Answers an open question of a record: a change of that record, with who and when. */
export const answerQuestion = writing(
  { verb: 'questions.answer', permission: 'question:answer' },
  z.strictObject({
    recordId,
    version: versionRead,
    rowId: z.string().max(40),
    answer: lines(limits.prose).pipe(z.string().min(1)),
  }),
  async (work, { recordId: id, version, rowId, answer }) => {
    const noun = nounOf(id)
    if (!noun) throw new Refusal('NOT_FOUND', unknown, { field: 'recordId' })
    permit(work.actor, writePermissions[noun])
    const cells = { answer, answeredBy: work.actor.name, answeredOn: work.today }
    return changeIn(work, noun, {
      id,
      version,
      changes: { rows: [{ op: 'change', rows: 'openQuestions', rowId, cells }] },
    })
  },
)

/** Every fact that is only inferred, one after the other: the queue *To confirm*. */
export const listToConfirm = reading(
  { permission: 'register:read' },
  z
    .strictObject({ offset: z.int().min(0).optional(), limit: z.int().min(1).max(100).optional() })
    .optional(),
  async (work, input) => {
    const { sources } = work.tables
    const rows = await work.db
      .select()
      .from(sources)
      .where(eq(sources.certainty, 'inferred'))
      .orderBy(asc(sources.position))
    const live = new Set<string>()
    for (const noun of nounKeys) {
      const table = nounTable(work.tables, noun)
      const ids = rows.map((row) => row.recordId).filter((id) => nounOf(id) === noun)
      if (ids.length === 0) continue
      const found = await work.db
        .select({ id: table.id, archivedAt: table.archivedAt })
        .from(table)
        .where(inArray(table.id, [...new Set(ids)]))
      for (const row of found) if (row.archivedAt === null) live.add(row.id)
    }
    const waiting = rows.filter((row) => live.has(row.recordId)).toSorted(byRecord)
    const start = input?.offset ?? 0
    const page = waiting.slice(start, start + (input?.limit ?? 50))
    const records: AnyRecord[] = []
    for (const noun of nounKeys) {
      const ids = page.map((row) => row.recordId).filter((id) => nounOf(id) === noun)
      records.push(...(await loadRecords(work, noun, { ids: [...new Set(ids)] })))
    }
    const links = records.flatMap((record) => {
      const noun = nounOf(record.id)
      return noun ? linksOf(noun, record).map((link) => link.id) : []
    })
    return {
      total: waiting.length,
      rows: page.map(({ position: _, declared: __, ...row }) => row),
      records: Object.fromEntries(records.map((record) => [record.id, record])),
      names: await namesOf(work, [...links, ...page.map((row) => row.recordId)]),
    }
  },
)

/** By prefix, then by number; within a record as its sources stand. */
const byRecord = (one: { recordId: string }, other: { recordId: string }) =>
  numbered(one.recordId).localeCompare(numbered(other.recordId), 'en')
const numbered = (id: string) => id.replace(/\d+$/, (digits) => digits.padStart(12, '0'))
