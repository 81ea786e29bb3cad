/** Where a value stands: `['who']`, `['after', 'name']`, `['after', 'purposes', 'PA-0001.2', 'purpose']`. */
export type Path = readonly string[]

/** What an entry commits to beside itself: who by name, why, and the record as it stood after (null: it is gone). */
export type Said = {
  readonly who: string
  readonly reason: string
  readonly after: Readonly<Record<string, unknown>> | null
}

export type Place = { path: Path; value: unknown; isErasable: boolean }

/** Each value with its place; what has nothing in it to erase (a list of row ids, a record that is gone) says so. */
export function placesOf({ who, reason, after }: Said): Place[] {
  const said: Place[] = [
    { path: ['who'], value: who, isErasable: true },
    { path: ['reason'], value: reason, isErasable: true },
  ]
  if (after === null) return [...said, { path: ['after'], value: null, isErasable: false }]
  return [...said, ...Object.entries(after).flatMap(placesUnder)]
}

function placesUnder([key, value]: [string, unknown]): Place[] {
  const path = ['after', key]
  if (!areRows(value)) return [{ path, value, isErasable: true }]
  const ids = value.map(({ rowId }) => rowId)
  if (new Set(ids).size !== ids.length)
    throw new Error(`Two rows of \`${key}\` of the state have the same id.`)
  const cells = value.flatMap((row) =>
    Object.keys(row)
      .filter((cell) => cell !== 'rowId')
      .map((cell) => ({ path: [...path, row.rowId, cell], value: row[cell], isErasable: true })),
  )
  return [{ path, value: ids, isErasable: false }, ...cells]
}

/** Whether a value could have stood at this place, which is empty now. */
export function isHole(said: Said, path: Path): boolean {
  const [first, key = '', rowId, cell = ''] = path
  if (path.length === 1) return (first === 'who' || first === 'reason') && said[first] === ''
  if (first !== 'after' || said.after === null) return false
  if (path.length === 2) return !Object.hasOwn(said.after, key)
  if (path.length !== 4 || cell === 'rowId' || !Object.hasOwn(said.after, key)) return false
  const rows = said.after[key]
  const row = areRows(rows) ? rows.find((each) => each.rowId === rowId) : undefined
  return row !== undefined && !Object.hasOwn(row, cell)
}

type Row = Readonly<Record<string, unknown>> & { readonly rowId: string }

/** A list with nothing but rows in it; an empty one has nothing that could be erased, so it counts as one. */
export const areRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.every((row) => isObject(row) && typeof row.rowId === 'string')

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
