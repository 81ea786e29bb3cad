import { csvRows } from './csv-rows.ts'
import { textsOf } from './lines.ts'
import { type CsvFacts, type FileFacts, isEscaped } from './manifest.ts'
import { type Reading, readListed } from './read-file.ts'

/** Reads a listed CSV to its end and holds what is in it against what the manifest says. `see` gets each row. */
export async function checkCsv(
  reading: Reading,
  facts: FileFacts & { csv: CsvFacts },
  see?: (row: readonly string[], at: number) => void,
): Promise<void> {
  const { file, csv } = facts
  const fault = (what: Fault, detail: string | number) =>
    reading.fault({ check: 'counts', file, what, detail })
  const at = csv.columns.indexOf(csv.reconciliation.column ?? '')
  const seen = new Set<string>()
  let [rows, escaped] = [-1, 0]
  try {
    for await (const some of csvRows(textsOf(readListed(reading, facts))))
      for (const row of some) {
        rows += 1
        if (rows === 0) {
          if (row.join() !== csv.columns.join()) fault('csv-columns', row.length)
          continue
        }
        if (row.length !== csv.columns.length) return fault('csv-malformed', rows)
        for (const cell of row) if (isEscaped(cell)) escaped += 1
        const counted = row[at]
        if (counted !== undefined) seen.add(counted)
        see?.(row, rows)
      }
  } catch (error) {
    fault('csv-malformed', error instanceof Error ? error.message : '')
    return
  }
  if (rows < 0) return
  if (rows !== csv.rows) fault('csv-rows', `${csv.rows} ${rows}`)
  if (escaped !== csv.escapedCells) fault('csv-escaped', `${csv.escapedCells} ${escaped}`)
  const counted = csv.reconciliation.column === null ? rows : seen.size
  const { inFile } = csv.reconciliation
  if (counted !== inFile) fault('csv-counted', `${inFile} ${counted}`)
}

type Fault = 'csv-columns' | 'csv-malformed' | 'csv-rows' | 'csv-escaped' | 'csv-counted'

/** Whether the counts of a manifest add up by themselves. */
export function checkSums({ fault }: Reading, { file, csv }: FileFacts): void {
  if (!csv) return
  const { sourceTotal, inFile, excluded, archived, deleted } = csv.reconciliation
  const sum = inFile + excluded + archived + deleted
  if (sourceTotal !== sum)
    fault({ check: 'counts', file, what: 'not-reconciled', detail: `${sourceTotal} ${sum}` })
  for (const { prefix, highest, known, gaps } of csv.ids) {
    const missing = gaps.reduce((total, { count }) => total + count, 0)
    if (known + missing !== highest)
      fault({ check: 'counts', file, what: 'ids-not-reconciled', detail: prefix })
  }
}
