import { dayAfter } from '@ropewalk/domain/day-after.ts'
import type { CsvFacts, FileFacts, Reconciliation } from '@ropewalk/log/pack/manifest.ts'
import { csvOf, type Tally } from '@ropewalk/reports/csv.ts'
import type { DatasetFacts } from '@ropewalk/reports/dataset.ts'
import { datasets } from '@ropewalk/reports/datasets/datasets.ts'
import { populated } from '@ropewalk/reports/pack/populated.ts'
import type { ZipWriter } from '@ropewalk/reports/pack/zip-writer.ts'
import type { Table } from '@ropewalk/reports/table.ts'
import type { PackPeriod } from '@ropewalk/services/pack/pack-period.ts'
import type { Population } from '@ropewalk/services/pack/population.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import { type AskedDataset, withTable } from '../table-of-dataset.ts'
import {
  countedColumn,
  fateIn,
  fateShown,
  idsOf,
  isListed,
  isOfStanding,
  listReconciled,
  recordsReconciled,
} from './reconciled.ts'

export type Drawing = {
  /** Reads the register as of the end of the period. */
  context: Context
  period: PackPeriod
  population: Population
  zip: ZipWriter
}

/** Draws one dataset into the ZIP, and counts it. */
export async function drawDataset(drawing: Drawing, facts: DatasetFacts): Promise<FileFacts> {
  const { context, population } = drawing
  const { counted, ...drawn } = await withTable(context, asked(drawing, facts.key), (table) =>
    drawTable(drawing.zip, table, countedColumn(facts)),
  )
  const listed = { key: facts.key, column: countedColumn(facts), inFile: counted }
  const dataset = datasets.get(facts.key)
  const [noun] = dataset?.nouns.length === 1 ? dataset.nouns : []
  return {
    ...drawn,
    csv: {
      ...drawn.csv,
      reconciliation: dataset
        ? recordsReconciled(dataset, population, listed)
        : await listReconciled(context, drawing, listed),
      ids: noun === undefined ? [] : idsOf(noun, population),
    },
  }
}

/** The whole dataset: no filter, no column left out. */
function asked({ period, population }: Drawing, key: string): AskedDataset {
  const whole = { dataset: key, columns: undefined, language: 'en', asOf: undefined } as const
  const { from, to, open, endsAt, timeZone } = period
  const last = open ? dayIn(endsAt, timeZone) : to
  if (!datasets.has(key))
    return {
      ...whole,
      selection: {},
      from: key === 'differences' ? dayAfter(from, -1) : from,
      to: last,
    }
  const standing = isOfStanding(key)
  return {
    ...whole,
    selection: { archived: !standing },
    population: {
      of: (dataset) =>
        standing ? dataset : populated(dataset, (id) => fateShown(fateIn(population, id), period)),
      has: (id) => isListed(key, fateIn(population, id)),
    },
  }
}

const dayIn = (instant: string, timeZone: string): string =>
  new Date(instant).toLocaleDateString('en-CA', { timeZone })

/** A CSV that was put into a pack; `counted`: how many values of the counted column, else rows. */
type Drawn = FileFacts & { csv: CsvFacts; counted: number }

const form = 'CSV, UTF-8 without byte order mark, RFC 4180: comma, quote, CRLF'

/** Any table as a CSV of a pack; it reconciles with itself until something else is said. */
export async function drawTable(
  zip: ZipWriter,
  table: Table,
  column: string | null,
): Promise<Drawn> {
  const file = `${table.dataset}.csv`
  const tally: Tally = { rows: 0, escaped: 0 }
  const at = table.columns.findIndex(({ key }) => key === column)
  const seen = new Set<unknown>()
  const shares: Record<string, number> = {}
  const sharedAt = table.columns.findIndex(({ key }) => key === 'at_period_end')

  async function* counting(): Table['rows'] {
    for await (const rows of table.rows) {
      for (const row of rows) {
        if (at >= 0) seen.add(row[at])
        const standing = row[sharedAt]
        if (typeof standing === 'object' && standing !== null && 'key' in standing)
          shares[`rows_${standing.key}`] = (shares[`rows_${standing.key}`] ?? 0) + 1
      }
      yield rows
    }
  }
  const zipped = await zip.add(
    file,
    csvOf({ ...table, rows: counting() }, { profile: 'plain', tally }),
  )
  const counted = at >= 0 ? seen.size : tally.rows
  return {
    file,
    kind: 'dataset',
    ...zipped,
    form,
    counted,
    csv: {
      query: `${table.dataset}, version ${queryVersion}`,
      columns: table.columns.map(({ key }) => key),
      rows: tally.rows,
      escapedCells: tally.escaped,
      reconciliation: itself(column, counted),
      ids: [],
      controlTotals: { rows: tally.rows, ...shares },
    },
  }
}

// Raised when a query of the same name gives other rows; columns are named in the manifest themselves.
const queryVersion = 1

const itself = (column: string | null, counted: number): Reconciliation => ({
  unit: 'rows',
  column,
  source: 'the program itself',
  sourceTotal: counted,
  inFile: counted,
  excluded: 0,
  excludedBecause: 'none',
  archived: 0,
  deleted: 0,
})
