import type { Options } from '@ropewalk/domain/field.ts'
import type { Cell } from './cell.ts'
import type { Scene } from './scene.ts'

/** What stands in a column: `list` is several values, `time` is UTC to the second. */
export type ColumnKind = 'text' | 'number' | 'day' | 'time' | 'yesNo' | 'list'

/** What a column says about itself; with options, its values are choices. */
export type ColumnFacts = {
  readonly key: string
  readonly kind: ColumnKind
  readonly options?: Options
  /** An event: empty until it comes about. */
  readonly event?: true
}

export type Column<I> = Omit<ColumnFacts, 'key'> & { from(item: I, scene: Scene): Cell }
export type Columns<I> = Readonly<Record<string, Column<I>>>
type From<I> = (item: I, scene: Scene) => Cell
type Make<I> = (from: From<I>) => Column<I>
type MakeChoice<I> = (options: Options, from: From<I>) => Column<I>

/** How the columns of one kind of row are made. */
export type Makers<I> = Readonly<Record<ColumnKind, Make<I>>> & {
  readonly choice: MakeChoice<I>
  readonly choices: MakeChoice<I>
  /** The same column, empty until its event comes about. */
  event(column: Column<I>): Column<I>
}

const made =
  (kind: ColumnKind) =>
  <I>(from: From<I>): Column<I> => ({ kind, from })
const chosen =
  (kind: ColumnKind) =>
  <I>(options: Options, from: From<I>): Column<I> => ({ kind, options, from })

const makers = {
  text: made('text'),
  number: made('number'),
  day: made('day'),
  time: made('time'),
  yesNo: made('yesNo'),
  list: made('list'),
  choice: chosen('text'),
  choices: chosen('list'),
  event: <I>(column: Column<I>): Column<I> => ({ ...column, event: true }),
}
export const columnsOf = <I>(): Makers<I> => makers

/** Some columns of a set in the promised order. */
export const inOrder = <I, K extends string>(
  columns: Readonly<Record<K, Column<I>>>,
  keys: readonly K[],
): Columns<I> => Object.fromEntries(keys.map((key) => [key, columns[key]]))
