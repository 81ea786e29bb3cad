import type { NounKey } from '@ropewalk/domain/field.ts'
import type { RecordOfNoun } from '@ropewalk/domain/nouns.ts'
import type { Row } from './cell.ts'
import { type ColumnFacts, type Columns, columnsOf, type Makers } from './column.ts'
import type { Exported, JudgedFinding, Scene } from './scene.ts'

export type DatasetFacts = {
  /** As in addresses and file names: `activity-sub-processors`. */
  readonly key: string
  /** In the promised order, `row_no` first; new ones only at the end. */
  readonly columns: readonly ColumnFacts[]
}

/** Rows drawn from records of some nouns, one record after the other. */
export type Dataset = DatasetFacts & {
  readonly nouns: readonly NounKey[]
  /** List filters that leave out records without a row here, so that they need not be read. */
  readonly among: Readonly<Record<string, string[]>>
  /** The rows of one record with the picked columns (by position); `row_no` is left for the caller to number. */
  rowsFrom(exported: Exported, picked: readonly number[], scene: Scene): Row[]
}

/** Rows from a plain list that no record holds: people, permissions. */
export type ListDataset<I> = DatasetFacts & {
  rowFrom(item: I, picked: readonly number[], scene: Scene): Row
}

export type Beside = { readonly findings: readonly JudgedFinding[] | undefined }

type Drawn<N extends NounKey, I> = {
  key: string
  nouns: readonly N[]
  among?: Dataset['among']
  /** What one row is made of; none when the record does not belong in the dataset. */
  items(record: RecordOfNoun<N>, scene: Scene, beside: Beside): readonly I[]
  columns(makers: Makers<I>): Columns<I>
}

export function dataset<N extends NounKey, I>(drawn: Drawn<N, I>): Dataset {
  const { key, nouns, items, among = {} } = drawn
  const made = listDataset<I>(key, drawn.columns)
  return {
    key,
    nouns,
    among,
    columns: made.columns,
    // A batch holds records of the dataset's nouns and no others: who reads them says so once.
    rowsFrom: ({ record, findings }, picked, scene) =>
      items(record as unknown as RecordOfNoun<N>, scene, { findings }).map((item) =>
        made.rowFrom(item, picked, scene),
      ),
  }
}

export function listDataset<I>(
  key: string,
  columnsFrom: (makers: Makers<I>) => Columns<I>,
): ListDataset<I> {
  const columns = columnsFrom(columnsOf<I>())
  const froms = [() => 0, ...Object.values(columns).map(({ from }) => from)]
  return {
    key,
    columns: [
      rowNumber,
      ...Object.entries(columns).map(([name, { from: _, ...facts }]) => ({ key: name, ...facts })),
    ],
    rowFrom: (item, picked, scene) => picked.map((index) => froms[index]?.(item, scene) ?? null),
  }
}

const rowNumber: ColumnFacts = { key: 'row_no', kind: 'number' }
