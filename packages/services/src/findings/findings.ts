import { setImmediate } from 'node:timers/promises'
import { nounTable } from '@ropewalk/db/records.ts'
import { day } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nounKeys, nounOf } from '@ropewalk/domain/nouns.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { lines, recordId, schemaOf, versionRead } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import { eq, gt, inArray } from 'drizzle-orm'
import * as z from 'zod'
import { type Judged, judgedOf } from '../judging.ts'
import { keptJudged } from '../kept.ts'
import { namesOf } from '../links.ts'
import { foundAt } from '../records/reads.ts'
import { judged } from '../records/verbs.ts'
import { reading, type Work, writing } from '../verb.ts'
import { findingChoice, isChosen } from './chosen.ts'

const refusals = {
  gone: both('This finding no longer stands.', 'Ce constat ne tient plus.'),
  notAccepted: both('This finding is not accepted.', 'Ce constat n’est pas accepté.'),
  past: both(
    'The day until when it is accepted is past.',
    'La date limite d’acceptation est passée.',
  ),
}
const untilFields = {
  until: day({ label: both('Accepted until', 'Accepté jusqu’au'), chapter: 'review' }),
}

export const findingsInput = z
  .strictObject({
    ...findingChoice,
    offset: z.int().min(0).optional(),
    limit: z.int().min(1).max(500).optional(),
  })
  .optional()
  .transform((given) => given ?? {})

export type FindingsPage = {
  total: number
  rows: (Judged & { name: string })[]
  /** How many open findings each rule has, over all that the filter lets through but the rule. */
  rules: Record<string, number>
}

/** Findings by record in order, filtered; open ones unless accepted ones are asked for. */
export const listFindings = judged(
  reading(
    { permission: 'register:read' },
    findingsInput,
    async (work, input): Promise<FindingsPage> => {
      const { rule, ...wider } = { ...input, accepted: input.accepted ?? false }
      const all = (await keptJudged(work, 'findings', () => everyFinding(work))).filter((finding) =>
        isChosen(finding, wider),
      )
      const matching = all.filter((finding) => isChosen(finding, { rule }))
      const page = matching.slice(input.offset ?? 0, (input.offset ?? 0) + (input.limit ?? 100))
      const names = await namesOf(
        work,
        page.map((finding) => finding.recordId),
      )
      const rules: Record<string, number> = {}
      for (const { rule } of all) rules[rule] = (rules[rule] ?? 0) + 1
      return {
        total: matching.length,
        rows: (await wholeFindings(work, page)).map((finding) => ({
          ...finding,
          name: names[finding.recordId] ?? '',
        })),
        rules,
      }
    },
  ),
)

/** What findings are chosen by; whole ones are read for a page only. */
type Chosen = Pick<Judged, 'rule' | 'severity' | 'recordId'> & {
  isAccepted: boolean
  /** Which of the findings of its record it is. */
  nth: number
}

/** Every finding of every live record, in the order of nouns and numbers; read some at a time. */
async function everyFinding({ db, tables }: Work): Promise<Chosen[]> {
  const { judgements } = tables
  const all: Chosen[] = []
  for (const noun of nounKeys) {
    const table = nounTable(tables, noun)
    for (let after = 0; ; ) {
      const rows = await db
        .select({ findings: judgements.findings, number: table.number })
        .from(table)
        .innerJoin(judgements, eq(table.id, judgements.recordId))
        .where(gt(table.number, after))
        .orderBy(table.number)
        .limit(500)
      for (const row of rows)
        for (const [nth, finding] of (row.findings as Judged[]).entries()) {
          const { rule, severity, recordId: id, accepted } = finding
          all.push({ rule, severity, recordId: id, isAccepted: accepted !== null, nth })
        }
      after = rows.at(-1)?.number ?? after
      if (rows.length < 500) break
      await setImmediate()
    }
  }
  return all
}

async function wholeFindings({ db, tables }: Work, page: readonly Chosen[]): Promise<Judged[]> {
  const { judgements } = tables
  const ids = [...new Set(page.map((finding) => finding.recordId))]
  const rows = await db
    .select({ id: judgements.recordId, findings: judgements.findings })
    .from(judgements)
    .where(inArray(judgements.recordId, ids))
  const byId = new Map(rows.map((row) => [row.id, row.findings as Judged[]]))
  return page.flatMap((finding) => byId.get(finding.recordId)?.[finding.nth] ?? [])
}

const which = {
  recordId,
  /** Of the record, as the finding was read. */
  version: versionRead,
  rule: z.string().max(60),
  field: z.string().max(40),
  row: z.string().max(40).nullable(),
}

/** Accepts a finding with a reason, until a day or until the record changes. */
export const acceptFinding = judged(
  writing(
    { verb: 'findings.accept', permission: 'finding:accept', fields: untilFields },
    z.strictObject({
      ...which,
      reason: lines(limits.reason).pipe(z.string().min(1)),
      until: schemaOf(untilFields.until)
        .optional()
        .transform((day) => (day ?? null) as string | null),
    }),
    async (work, { reason, until, ...asked }) => {
      const finding = await standing(work, asked)
      if (!finding || finding.accepted) throw new Refusal('NOT_FOUND', refusals.gone)
      if (until !== null && until < work.today)
        throw new Refusal('INVALID', refusals.past, { field: 'until' })
      const acceptance = {
        id: crypto.randomUUID(),
        recordId: asked.recordId,
        recordVersion: asked.version,
        rule: asked.rule,
        field: asked.field,
        row: asked.row ?? '',
        reason,
        acceptedBy: work.actor.id,
        acceptedByName: work.actor.name,
        acceptedAt: work.now,
        until,
      }
      await work.db.insert(work.tables.acceptances).values(acceptance)
      await forget(work, asked.recordId)
      const change = {
        of: asked.recordId,
        record: acceptanceKey(acceptance.id),
        version: acceptance.recordVersion,
        before: null,
        after: acceptance,
        reason,
      }
      return { change, result: acceptance }
    },
  ),
)

/** Opens an accepted finding again. */
export const reopenFinding = judged(
  writing(
    { verb: 'findings.reopen', permission: 'finding:accept' },
    z.strictObject({ ...which, reason: lines(limits.reason).optional() }),
    async (work, { reason, ...asked }) => {
      const finding = await standing(work, asked)
      if (!finding?.accepted) throw new Refusal('NOT_FOUND', refusals.notAccepted)
      const { acceptances } = work.tables
      await work.db.delete(acceptances).where(eq(acceptances.id, finding.accepted.id))
      await forget(work, asked.recordId)
      return {
        change: {
          of: asked.recordId,
          record: acceptanceKey(finding.accepted.id),
          version: asked.version,
          before: finding.accepted,
          after: null,
          reason,
        },
        result: { reopened: finding.accepted.id },
      }
    },
  ),
)

const forget = ({ db, tables }: Work, id: string) =>
  db.delete(tables.judgements).where(eq(tables.judgements.recordId, id))

type Which = { recordId: string; version: number; rule: string; field: string; row: string | null }

async function standing(work: Work, { recordId: id, version, rule, field, row }: Which) {
  const noun = nounOf(id)
  if (noun) await foundAt(work, noun, { id, version })
  const findings = await judgedOf(work, id)
  return findings.find((each) => each.rule === rule && each.field === field && each.row === row)
}

/** What the log calls an accepted finding. */
export const acceptanceKey = (id: string): string => `acceptance ${id}`
