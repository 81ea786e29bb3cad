import { same } from './changes-between.ts'
import type { Declared, Fields, NounKey } from './field.ts'
import { nouns } from './nouns.ts'
import type { AnyRecord } from './record.ts'
import { rowsOf } from './rows-of.ts'

type Row = { readonly rowId: string; readonly declared: Declared } & Readonly<
  Record<string, unknown>
>

/** One fact that two people changed differently: a cell, a declared answer, or a row that one removed. */
export type Clash = {
  field: string
  row: string | null
  cell: string | null
  base: unknown
  mine: unknown
  theirs: unknown
}
export type Choice = 'mine' | 'theirs'
export type Merged = { record: AnyRecord; clashes: Clash[] }

type Three = { base: AnyRecord; mine: AnyRecord; theirs: AnyRecord }

/** The name of a clash in a table of choices. */
export const clashKey = ({ field, row, cell }: Clash): string =>
  [field, row ?? '', cell ?? ''].join('/')

/**
 * Their newer record with my changes on it. What only one of us changed is taken; what both changed differently
 * is a clash, kept as mine until a choice says theirs. Nothing is lost: clashes hold both values.
 */
export function merge(
  noun: NounKey,
  three: Three,
  choices: Readonly<Record<string, Choice>> = {},
): Merged {
  const clashes: Clash[] = []
  const settle = (clash: Clash) => {
    clashes.push(clash)
    return choices[clashKey(clash)] === 'theirs' ? clash.theirs : clash.mine
  }
  const pick = (
    place: Pick<Clash, 'field' | 'row' | 'cell'>,
    base: unknown,
    mine: unknown,
    theirs: unknown,
  ) => {
    if (same(mine, theirs) || same(mine, base)) return theirs
    if (same(theirs, base)) return mine
    return settle({ ...place, base, mine, theirs })
  }
  const record: Record<string, unknown> = { ...three.theirs }
  for (const [key, field] of Object.entries(nouns[noun].fields as Fields))
    if (field.kind !== 'rows')
      record[key] = pick(
        { field: key, row: null, cell: null },
        three.base[key],
        three.mine[key],
        three.theirs[key],
      )
  record.declared = mergedDeclared(three, (key, values) =>
    pick({ field: key, row: null, cell: 'declared' }, ...values),
  )
  for (const key of Object.keys(rowsOf(noun)))
    record[key] = mergedRows(key, three, { pick, settle })
  return { record: record as AnyRecord, clashes }
}

type Values = [base: unknown, mine: unknown, theirs: unknown]

function mergedDeclared(
  { base, mine, theirs }: { [Key in keyof Three]: { declared: Declared } },
  pick: (key: string, values: Values) => unknown,
) {
  const keys = new Set([base, mine, theirs].flatMap(({ declared }) => Object.keys(declared)))
  const merged = [...keys].map(
    (key) =>
      [key, pick(key, [base.declared[key], mine.declared[key], theirs.declared[key]])] as const,
  )
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as Declared
}

type Settling = {
  pick(place: Pick<Clash, 'field' | 'row' | 'cell'>, ...values: Values): unknown
  settle(clash: Clash): unknown
}

function mergedRows(field: string, three: Three, { pick, settle }: Settling): Row[] {
  const [base, mine, theirs] = [three.base, three.mine, three.theirs].map(
    (state) => new Map((state[field] as readonly Row[]).map((row) => [row.rowId, row])),
  ) as [Map<string, Row>, Map<string, Row>, Map<string, Row>]
  const moved = !same(
    [...base.keys()],
    [...mine.keys()].filter((rowId) => base.has(rowId)),
  )
  const order = moved
    ? ordered([...mine.keys()], [...theirs.keys()])
    : ordered([...theirs.keys()], [...mine.keys()])
  return order.flatMap((rowId): Row[] => {
    const [was, my, their] = [base.get(rowId), mine.get(rowId), theirs.get(rowId)]
    if (!was) return [my ?? (their as Row)]
    if (!my && !their) return []
    if (!my)
      return same(was, their)
        ? []
        : kept(settle({ field, row: rowId, cell: null, base: was, mine: null, theirs: their }))
    if (!their)
      return same(was, my)
        ? []
        : kept(settle({ field, row: rowId, cell: null, base: was, mine: my, theirs: null }))
    const cells = Object.keys(my).filter((cell) => cell !== 'rowId' && cell !== 'declared')
    const merged = cells.map((cell) => [
      cell,
      pick({ field, row: rowId, cell }, was[cell], my[cell], their[cell]),
    ])
    const declared = mergedDeclared({ base: was, mine: my, theirs: their }, (key, values) =>
      pick({ field, row: rowId, cell: `declared ${key}` }, ...values),
    )
    return [{ ...their, ...Object.fromEntries(merged), declared }]
  })
}

const kept = (row: unknown): Row[] => (row ? [row as Row] : [])

/** The first order, with what only the second has put behind the neighbour it follows there. */
function ordered(first: readonly string[], second: readonly string[]): string[] {
  const result = [...first]
  for (const [index, rowId] of second.entries()) {
    if (result.includes(rowId)) continue
    const before = second[index - 1]
    const at = before === undefined ? 0 : result.indexOf(before) + 1
    result.splice(at, 0, rowId)
  }
  return result
}
