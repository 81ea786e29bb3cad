import { invalidField } from '@ropewalk/domain/invalid.ts'
import type { Look } from '@ropewalk/domain/look.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import type { Names } from '@ropewalk/domain/values.ts'
import { both, type Language } from '@ropewalk/domain/words.ts'
import type { CategoryUsers } from './category-users.ts'
import type { Row } from './cell.ts'
import type { ColumnFacts } from './column.ts'
import type { Dataset, DatasetFacts, ListDataset } from './dataset.ts'
import type { Exported, Scene } from './scene.ts'

/** A dataset on its way into a file: its picked columns and its rows, some at a time. */
export type Table = {
  readonly dataset: string
  readonly columns: readonly ColumnFacts[]
  readonly language: Language
  readonly rows: AsyncIterable<readonly Row[]>
}

export type Asked = {
  look: Look
  /** Header names in the wanted order; all columns when none is named. */
  columns?: readonly string[] | undefined
  language?: Language | undefined
  /** Names of people of the house, by id. */
  people?: Names | undefined
  users?: CategoryUsers | undefined
}

/** Draws a dataset from batches of records of its nouns; memory does not grow with them. Refuses an unknown column. */
export function tableOf(
  dataset: Dataset,
  batches: AsyncIterable<readonly Exported[]>,
  asked: Asked,
): Table {
  const picked = pickedFrom(dataset, asked.columns)
  const scene = sceneOf(asked)
  async function* rows() {
    const number = numbering(picked)
    for await (const batch of batches)
      yield number(batch.flatMap((exported) => dataset.rowsFrom(exported, picked, scene)))
  }
  return tabled(dataset, picked, { language: scene.language, rows: rows() })
}

/** The same of a list that no record holds: the access list, the permissions, the log. */
export function listTable<I>(
  dataset: ListDataset<I>,
  items: readonly I[] | AsyncIterable<readonly I[]>,
  asked: Omit<Asked, 'users'>,
): Table {
  const picked = pickedFrom(dataset, asked.columns)
  const scene = sceneOf(asked)
  async function* rows() {
    const number = numbering(picked)
    for await (const batch of Symbol.asyncIterator in items ? items : [items])
      yield number(batch.map((item) => dataset.rowFrom(item, picked, scene)))
  }
  return tabled(dataset, picked, { language: scene.language, rows: rows() })
}

/** Whether the records must come with their findings; they cost. Refuses an unknown column. */
export const needsFindings = (dataset: DatasetFacts, columns?: readonly string[]): boolean =>
  dataset.key === 'findings' || names(dataset, columns).includes('findings')

/** Whether the users of data categories are needed. Refuses an unknown column. */
export const needsUsers = (dataset: DatasetFacts, columns?: readonly string[]): boolean =>
  dataset.key === 'data-categories' &&
  names(dataset, columns).some((name) => name === 'activities' || name === 'sub_processors')

const names = (dataset: DatasetFacts, columns?: readonly string[]) =>
  pickedFrom(dataset, columns).map((index) => dataset.columns[index]?.key)

const unknown = both(
  'the dataset {dataset} has no column {column}',
  'le jeu de données {dataset} n’a pas de colonne {column}',
)

/** The positions of the columns asked for, each once. */
function pickedFrom(dataset: DatasetFacts, columns: readonly string[] = []): number[] {
  if (columns.length === 0) return dataset.columns.map((_, index) => index)
  const positions = columns.map((column) => {
    const index = dataset.columns.findIndex(({ key }) => key === column)
    if (index >= 0) return index
    const label = both('Columns', 'Colonnes')
    throw invalidField('columns', label, unknown, { dataset: dataset.key, column })
  })
  return [...new Set(positions)]
}

function tabled(
  { key, columns }: DatasetFacts,
  picked: readonly number[],
  rest: Pick<Table, 'language' | 'rows'>,
): Table {
  return { dataset: key, columns: picked.flatMap((index) => columns[index] ?? []), ...rest }
}

/** Numbers rows from 1 on, where the number is among the columns. */
function numbering(picked: readonly number[]) {
  const at = picked.indexOf(0)
  let last = 0
  return (rows: Row[]): Row[] => {
    if (at < 0) return rows
    for (const row of rows) {
      last += 1
      row[at] = last
    }
    return rows
  }
}

/** What every column may look at, from what was asked. */
export const sceneOf = ({ look, language = 'en', people, users }: Asked): Scene => ({
  look,
  language,
  users,
  names: (id) => {
    const noun = nounOf(id)
    return noun === undefined || noun === 'activity' ? people?.(id) : look[noun](id)?.name || id
  },
})
