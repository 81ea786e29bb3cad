import { fromBase64, toBase64, utf8 } from './bytes.ts'
import { canonicalText } from './canonical.ts'
import { type Hash, hashLeaf, inclusionProof, rootOfLeaves } from './tree.ts'

/** What an entry commits to beside itself: who by name, why, and the record as it stood after (null: it is gone). */
export type State = {
  readonly who: string
  readonly reason: string
  readonly after: Readonly<Record<string, unknown>> | null
  /** Values that were erased, and by which entry. */
  readonly erased: readonly Erased[]
}
/** Where a value stands: `['who']`, `['after', 'name']`, `['after', 'purposes', 'PA-0001.2', 'purpose']`. */
export type Path = readonly string[]
export type Erased = { readonly path: Path; readonly by: number }
type Row = Readonly<Record<string, unknown>> & { readonly rowId: string }

/** The text kept beside an entry. The seed (32 random bytes) gives each cell its salt. */
export function stateText({
  seed,
  who,
  reason,
  after,
}: Pick<State, 'who' | 'reason' | 'after'> & { seed: Uint8Array }): string {
  return canonicalText({ after, reason, seed: toBase64(seed), who })
}

type Kept = {
  who?: string
  reason?: string
  after: State['after']
  seed?: string
  /** Of what is left once a value was erased: salts by path, and the erased ones by hash. */
  salts?: Record<string, string>
  erased?: [Path, string, number][]
}

/** A kept text as it was written; a state of which values were erased lacks them. Throws on anything else. */
export function stateOf(text: string): State {
  const { who = '', reason = '', after, erased = [] } = parsed(text)
  return { who, reason, after, erased: erased.map(([path, , by]) => ({ path, by })) }
}

/** The Merkle root over the salted cells of a kept text (RFC 6962 hashing, in the order of their paths). */
export const rootOfState = (text: string, hash: Hash): Uint8Array =>
  rootOfLeaves(
    leavesOf(parsed(text), hash).map(({ leafHash }) => leafHash),
    hash,
  )

/**
 * What is left of a kept text when some of its values are erased by entry `by`: the rest with a salt each, the erased
 * ones by hash alone. Its root stays as it was. Lists of row ids stay: they are nobody's data.
 */
export function erased(
  text: string,
  { which, by }: { which: (path: Path) => boolean; by: number },
  hash: Hash,
): string {
  const kept = parsed(text)
  const salts: Record<string, string> = {}
  const gone: [Path, string, number][] = [...(kept.erased ?? [])]
  const leaves = leavesOf(kept, hash)
  for (const { path, key, salt, leafHash, isList } of leaves) {
    if (!salt) continue
    if (!isList && which(path)) gone.push([path, toBase64(leafHash), by])
    else salts[key] = toBase64(salt)
  }
  const without = new Set(gone.map(([path]) => keyOf(path)))
  const { who, reason, after } = kept
  return canonicalText({
    ...(without.has(keyOf(['who'])) ? {} : { who }),
    ...(without.has(keyOf(['reason'])) ? {} : { reason }),
    after: after && withoutCells(after, without),
    salts,
    erased: gone.toSorted(([one], [other]) => order(keyOf(one), keyOf(other))),
  })
}

/** One value shown without the others, and the hashes that lead from it to the root of its entry. */
export type CellProof = {
  path: Path
  value: unknown
  salt: Uint8Array
  index: number
  size: number
  proof: Uint8Array[]
}

export function proofOfCell(text: string, path: Path, hash: Hash): CellProof {
  const leaves = leavesOf(parsed(text), hash)
  const index = leaves.findIndex(({ key }) => key === keyOf(path))
  const found = leaves[index]
  if (!found?.salt) throw new Error(`There is no value at ${keyOf(path)}.`)
  const hashes = leaves.map(({ leafHash }) => leafHash)
  const proof = inclusionProof(hashes, index, hash)
  return { path, value: found.value, salt: found.salt, index, size: leaves.length, proof }
}

/** The hash that stands for a value with its salt. */
export const cellHash = (
  { path, value, salt }: Pick<CellProof, 'path' | 'value' | 'salt'>,
  hash: Hash,
): Uint8Array => hashLeaf(saltedBytes(salt, keyOf(path), value), hash)

type Leaf = {
  path: Path
  key: string
  value: unknown
  /** None where the value was erased. */
  salt: Uint8Array | undefined
  leafHash: Uint8Array
  isList: boolean
}

function leavesOf(kept: Kept, hash: Hash): Leaf[] {
  const seed = kept.seed === undefined ? undefined : fromBase64(kept.seed)
  const saltOf = (key: string): Uint8Array => {
    if (seed) return hash(concat(seed, utf8(key))).slice(0, 16)
    const salt = kept.salts?.[key]
    if (salt === undefined) throw new Error(`The value at ${key} has no salt.`)
    return fromBase64(salt)
  }
  const leaves = valuesOf(kept).map(({ path, value, isList }): Leaf => {
    const key = keyOf(path)
    const salt = saltOf(key)
    return {
      path,
      key,
      value,
      salt,
      isList,
      leafHash: hashLeaf(saltedBytes(salt, key, value), hash),
    }
  })
  for (const [path, leafHash] of kept.erased ?? [])
    leaves.push({
      path,
      key: keyOf(path),
      value: undefined,
      salt: undefined,
      isList: false,
      leafHash: fromBase64(leafHash),
    })
  return leaves.sort((one, other) => order(one.key, other.key))
}

type Value = { path: Path; value: unknown; isList: boolean }

function valuesOf({ who, reason, after }: Kept): Value[] {
  const values: Value[] = []
  const push = (path: Path, value: unknown, isList = false) => values.push({ path, value, isList })
  if (who !== undefined) push(['who'], who)
  if (reason !== undefined) push(['reason'], reason)
  if (after === null) push(['after'], null)
  for (const [key, value] of Object.entries(after ?? {})) {
    if (!areRows(value)) {
      push(['after', key], value)
      continue
    }
    const ids = value.map((row) => row.rowId)
    push(['after', key], ids, true)
    for (const { rowId, ...cells } of value)
      for (const [cell, each] of Object.entries(cells)) push(['after', key, rowId, cell], each)
  }
  return values
}

const areRows = (value: unknown): value is Row[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((row) => isObject(row) && typeof row.rowId === 'string')

function withoutCells(after: NonNullable<State['after']>, without: ReadonlySet<string>) {
  const kept = Object.entries(after).flatMap(([key, value]) => {
    if (areRows(value)) return [[key, value.map((row) => withoutIn(key, row))] as const]
    return without.has(keyOf(['after', key])) ? [] : [[key, value] as const]
  })
  return Object.fromEntries(kept)

  function withoutIn(key: string, row: Row) {
    const cells = Object.entries(row).filter(
      ([cell]) => !without.has(keyOf(['after', key, row.rowId, cell])),
    )
    return Object.fromEntries(cells)
  }
}

const keyOf = (path: Path): string => JSON.stringify(path)
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const saltedBytes = (salt: Uint8Array, key: string, value: unknown) =>
  concat(salt, utf8(`[${key},${canonicalText(value)}]`))

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(one.length + other.length)
  bytes.set(one)
  bytes.set(other, one.length)
  return bytes
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): Kept {
  const value: unknown = JSON.parse(text)
  const isWhole =
    isObject(value) &&
    'after' in value &&
    (value.after === null || isObject(value.after)) &&
    (typeof value.seed === 'string' ||
      (isObject(value.salts) && Array.isArray(value.erased) && value.erased.every(isErased)))
  if (!isWhole) throw new Error('This is not a state of the log.')
  return value as Kept
}

const isErased = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 3 &&
  Array.isArray(value[0]) &&
  value[0].every((part: unknown) => typeof part === 'string') &&
  typeof value[1] === 'string' &&
  Number.isInteger(value[2])
