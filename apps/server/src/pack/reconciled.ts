import type { NounKey } from '@ropewalk/domain/field.ts'
import { idOf, nouns, numberOf } from '@ropewalk/domain/nouns.ts'
import { permissions } from '@ropewalk/domain/permissions.ts'
import type { IdRange, Reconciliation } from '@ropewalk/log/pack/manifest.ts'
import type { Dataset, DatasetFacts } from '@ropewalk/reports/dataset.ts'
import type { RecordFate } from '@ropewalk/reports/pack/populated.ts'
import {
  changesNamed,
  noticesTold,
  objectionsNamed,
} from '@ropewalk/services/pack/notice-counts.ts'
import { countOf } from '@ropewalk/services/pack/pack-entries.ts'
import type { PackPeriod } from '@ropewalk/services/pack/pack-period.ts'
import type { Fate, Population } from '@ropewalk/services/pack/population.ts'
import type { Context } from '@ropewalk/services/verb.ts'

/** Findings are of what stands; every other file of records also holds what left within the period. */
export const isOfStanding = (key: string): boolean => key === 'findings'

/** Whether the records of a file include one of this fate. */
export const isListed = (key: string, fate: Fate): boolean =>
  isOfStanding(key) ? fate.archivedAt === null && fate.removedAt === null : fate.isOfPeriod

/** What became of a record; throws on one that the log never named: a file that left it out would be wrong. */
export function fateIn({ fates }: Population, id: string): Fate {
  const fate = fates.get(id)
  if (!fate) throw new Error(`The log never named ${id}, which stands in the register.`)
  return fate
}

/** The column by whose values a file is counted: the id of what a row is about; rows where there is none. */
export const countedColumn = ({ key, columns }: DatasetFacts): string | null =>
  ownColumns[key] ?? columns.find((column) => column.key.endsWith('_id'))?.key ?? null

const ownColumns: Readonly<Record<string, string>> = {
  changes: 'seq',
  'notice-deliveries': 'delivery_id',
}

/** What became of a record, as the columns of a population tell it. */
export function fateShown(fate: Fate, { startsAt }: PackPeriod): RecordFate {
  const { isAdded, acts, archivedAt, removedAt } = fate
  const isWithin = (at: string | null) => at !== null && at >= startsAt
  const isArchived = isWithin(archivedAt)
  const isRemoved = isWithin(removedAt)
  const others = acts - [isAdded, isArchived, isRemoved].filter(Boolean).length
  const events = [
    ...(isAdded ? (['added'] as const) : []),
    ...(others > 0 ? (['changed'] as const) : []),
    ...(isArchived ? (['archived'] as const) : []),
    ...(isRemoved ? (['removed'] as const) : []),
  ]
  return {
    standing: removedAt !== null ? 'removed' : archivedAt !== null ? 'archived' : 'standing',
    events: events.length > 0 ? events : ['unchanged'],
    leftAt: removedAt ?? archivedAt,
  }
}

const because: Readonly<Record<string, string>> = {
  'activities-controller':
    'activities where the organisation is processor: activities-processor.csv',
  'activities-processor':
    'activities where the organisation is controller: activities-controller.csv',
  findings: 'standing records that no rule found anything in',
}

/** How the records of a file add up to all that the log ever named. */
export function recordsReconciled(
  { nouns: of }: Dataset,
  { fates }: Population,
  { key, column, inFile }: Listed,
): Reconciliation {
  const all = [...fates.values()].filter(({ noun }) => of.includes(noun))
  const out = all.filter((fate) => !isListed(key, fate))
  const deleted = out.filter(({ removedAt }) => removedAt !== null).length
  const listed = all.length - out.length
  return {
    unit: 'records',
    column,
    source: 'records that the log names up to the end of the period',
    sourceTotal: all.length,
    inFile,
    excluded: listed - inFile,
    excludedBecause:
      listed === inFile ? 'none' : (because[key] ?? 'records of the period without such a row'),
    archived: out.length - deleted,
    deleted,
  }
}

/** The numbers given to the records of a noun, and those that no entry ever named. */
export function idsOf(noun: NounKey, { fates }: Population): IdRange[] {
  const numbers = [...fates]
    .filter(([, fate]) => fate.noun === noun)
    .map(([id]) => numberOf(id))
    .toSorted((one, other) => one - other)
  const [first] = numbers
  const highest = numbers.at(-1)
  if (first === undefined || highest === undefined) return []
  const gaps = [0, ...numbers].flatMap((number, at, list) => {
    const next = list[at + 1]
    if (next === undefined || next === number + 1) return []
    return [
      { from: idOf(noun, number + 1), to: idOf(noun, next - 1), count: next - number - 1, why },
    ]
  })
  return [
    {
      prefix: nouns[noun].prefix,
      first: idOf(noun, first),
      last: idOf(noun, highest),
      highest,
      known: numbers.length,
      gaps,
    },
  ]
}

const why = 'no entry of the log ever named it: the counter passed it over'

type Listed = { key: string; column: string | null; inFile: number }

/** How a list that no record holds adds up, by what the log counts of its own. */
export async function listReconciled(
  { database }: Pick<Context, 'database'>,
  { period, population }: { period: PackPeriod; population: Population },
  { key, column, inFile }: Listed,
): Promise<Reconciliation> {
  const { source, total, because: left = 'none' } = await sourceOf()
  return {
    unit: column === null ? 'rows' : `distinct values of ${column}`,
    column,
    source,
    sourceTotal: total,
    inFile,
    excluded: total - inFile,
    excludedBecause: total === inFile ? 'none' : left,
    archived: 0,
    deleted: 0,
  }

  async function sourceOf(): Promise<{ source: string; total: number; because?: string }> {
    if (key === 'changes')
      return { source: 'entries of the log in the period', total: period.upTo - period.after }
    if (key === 'exports')
      return {
        source: 'entries of the verb exports.make in the period',
        total: await countOf(database, 'exports.make', period),
      }
    if (key === 'notices')
      return {
        source: 'changes of sub-processors that the log names by the end',
        total: await changesNamed(database, period.upTo),
        because: 'drafts, and drafts that were deleted',
      }
    if (key === 'notice-deliveries')
      return {
        source: 'deliveries without a mail, and mails about changes, that the log names by the end',
        total: await noticesTold(database, period.upTo),
      }
    if (key === 'objections')
      return {
        source: 'objections that the log names by the end',
        total: await objectionsNamed(database, period.upTo),
      }
    if (key === 'access')
      return { source: 'accounts that the log names by the end', total: population.people }
    if (key === 'permissions')
      return { source: 'permissions that the program knows', total: permissions.length }
    if (key === 'differences')
      return {
        source: 'records that entries of the period are about',
        total: [...population.fates.values()].filter(({ acts }) => acts > 0).length,
        because: 'records that are at the end as they were at the beginning',
      }
    return { source: 'the list itself: nothing else counts it', total: inFile }
  }
}
