import { invalidField } from '@ropewalk/domain/invalid.ts'
import { permissions as everyPermission } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, type Language } from '@ropewalk/domain/words.ts'
import { usersOver } from '@ropewalk/reports/category-users.ts'
import type { Dataset } from '@ropewalk/reports/dataset.ts'
import { access } from '@ropewalk/reports/datasets/access.ts'
import { approvals } from '@ropewalk/reports/datasets/approvals.ts'
import { datasets } from '@ropewalk/reports/datasets/datasets.ts'
import { changes, differences, exportsMade } from '@ropewalk/reports/datasets/log.ts'
import {
  impact,
  noticeDeliveries,
  notices,
  objections,
} from '@ropewalk/reports/datasets/notices.ts'
import { permissions } from '@ropewalk/reports/datasets/permissions.ts'
import { reviews } from '@ropewalk/reports/datasets/reviews.ts'
import {
  listTable,
  needsFindings,
  needsUsers,
  type Table,
  tableOf,
} from '@ropewalk/reports/table.ts'
import { approvalsIn } from '@ropewalk/services/approvals/listed.ts'
import { readImpact } from '@ropewalk/services/changes/impact.ts'
import { deliveriesIn, noticesIn } from '@ropewalk/services/changes/ledger.ts'
import { type ExportSource, exporting } from '@ropewalk/services/exporting.ts'
import type { FindingChoice } from '@ropewalk/services/findings/chosen.ts'
import { changesIn, differencesIn } from '@ropewalk/services/log/log-datasets.ts'
import { exportsIn } from '@ropewalk/services/log/log-exports.ts'
import { spanBetween, spanOfDays } from '@ropewalk/services/log/span.ts'
import { objectionsIn } from '@ropewalk/services/objections/list.ts'
import { listAccess } from '@ropewalk/services/people/access.ts'
import { peopleNames } from '@ropewalk/services/people/names.ts'
import type { ListInput } from '@ropewalk/services/records/list.ts'
import { reviewsIn } from '@ropewalk/services/reviews/list.ts'
import { type Context, permit, type Work } from '@ropewalk/services/verb.ts'
import { impactLines } from './impact-lines.ts'

const noFilter = both('there is no such filter here', 'ce filtre n’existe pas ici')
const unknown = both('There is no dataset {dataset}.', 'Il n’y a pas de jeu de données {dataset}.')

export type AskedDataset = {
  dataset: string
  columns: readonly string[] | undefined
  language: Language
  selection: ListInput
  /** A day or an instant; now when undefined. */
  asOf: string | undefined
  /** Days, only for the datasets of the log. */
  from?: string | undefined
  to?: string | undefined
  /** The sub-processors asked about, only for the dataset `impact`. */
  records?: readonly string[] | undefined
  /** Only for the dataset `findings`. */
  findings?: FindingChoice | undefined
  /** Only for datasets drawn from records: which of them, and what is said of each beside. */
  population?: { of(dataset: Dataset): Dataset; has(id: string): boolean } | undefined
}

/** Draws one dataset as whoever asks, and hands it to `write` while its one state of the register is held. */
export async function withTable<T>(
  context: Context,
  asked: AskedDataset,
  write: (table: Table) => Promise<T>,
): Promise<T> {
  const { columns, language, selection, population } = asked
  const known = datasets.get(asked.dataset)
  const dataset = known && population ? population.of(known) : known
  const given = { columns, language }
  if (dataset) {
    const request = {
      nouns: dataset.nouns,
      selection: { ...selection, filters: { ...dataset.among, ...selection.filters } },
      findings: needsFindings(dataset, columns),
      users: needsUsers(dataset, columns),
      among: asked.findings,
    }
    return exporting(context, request, async ({ look, batches, activities, work }) => {
      const people = await peopleNames(work)
      const users = activities ? usersOver(activities) : undefined
      const kept = population ? among(batches, population.has) : batches
      return write(
        tableOf(dataset, kept, { look, people: (id) => people.get(id), users, ...given }),
      )
    })
  }
  permit(context.actor, 'register:export')
  refuseSelection(selection)
  type Given = Parameters<typeof listTable>[2]
  const listed = (table: (asked: Given, work: Work) => Table) =>
    exporting(
      context,
      { nouns: [], selection: {}, findings: false, users: false },
      ({ look, work }) => write(table({ look, ...given }, work)),
    )
  if (asked.dataset === 'changes' || asked.dataset === 'exports' || asked.dataset === 'differences')
    permit(context.actor, 'history:read')
  if (asked.dataset === 'changes') {
    const span = await spanOfDays(context, asked)
    return listed((given, work) => listTable(changes, changesIn(work, span, language), given))
  }
  if (asked.dataset === 'exports') {
    const span = await spanOfDays(context, asked)
    return listed((given, work) => listTable(exportsMade, exportsIn(work, span), given))
  }
  if (asked.dataset === 'differences') {
    const span = await spanBetween(context, asked)
    return listed((given, work) =>
      listTable(differences, differencesIn(work, span, language), given),
    )
  }
  if (asked.dataset === 'approvals')
    return listed((given, work) =>
      listTable(approvals, oneBatch(approvalsIn(work, language)), given),
    )
  if (asked.dataset === 'reviews')
    return listed((given, work) => listTable(reviews, oneBatch(reviewsIn(work)), given))
  if (asked.dataset === 'access') {
    const entries = await listAccess.run(context, undefined)
    const rows = entries.map(({ accountExpiresAt, ...entry }) => ({
      ...entry,
      accountExpiresOn: accountExpiresAt,
    }))
    return listed((given) => listTable(access, rows, given))
  }
  if (asked.dataset === 'notices')
    return listed((given, work) => listTable(notices, oneBatch(noticesIn(work)), given))
  if (asked.dataset === 'notice-deliveries')
    return listed((given, work) => listTable(noticeDeliveries, deliveriesIn(work), given))
  if (asked.dataset === 'objections')
    return listed((given, work) => listTable(objections, oneBatch(objectionsIn(work)), given))
  if (asked.dataset === 'impact') {
    const rows = impactLines(await readImpact.run(context, { ids: asked.records ?? [] }))
    return listed((given) => listTable(impact, rows, given))
  }
  if (asked.dataset === 'permissions')
    return listed((given) => listTable(permissions, everyPermission, given))
  throw new Refusal('NOT_FOUND', unknown, { values: { dataset: asked.dataset } })
}

async function* oneBatch<T>(rows: Promise<T[]>): AsyncGenerator<T[]> {
  yield await rows
}

async function* among(batches: ExportSource['batches'], has: (id: string) => boolean) {
  for await (const batch of batches) yield batch.filter(({ record }) => has(record.id))
}

/** Lists that are not of the register have nothing to choose by. */
function refuseSelection({ filters = {}, search, archived }: ListInput): void {
  const [key] = [
    ...Object.keys(filters),
    ...(search === undefined ? [] : ['q']),
    ...(archived ? ['archived'] : []),
  ]
  if (key !== undefined) throw invalidField(key, both(key, key), noFilter)
}
