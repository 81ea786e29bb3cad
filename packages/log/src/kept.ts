import { fromBase64 } from './bytes.ts'
import { canonicalText, isCanonical } from './canonical.ts'
import { isHole, isObject, type Path, type Place, placesOf, type Said } from './places.ts'

export type Erased = { readonly path: Path; readonly by: number }
export type ErasedCell = Erased & { readonly key: string; readonly leafHash: Uint8Array }
/** Either form of a kept text: whole, with its seed; or what erasure left, with a salt for each value by its path's text. */
export type Kept = Said & {
  readonly seed: Uint8Array | undefined
  readonly salts: ReadonlyMap<string, Uint8Array>
  readonly erased: readonly ErasedCell[]
}

const whole = 'after,reason,seed,who'
const redacted = 'after,erased,reason,salts,who'

/** Reads either form of a kept text. Throws on anything else, naming what. */
export function keptOf(text: string): Kept {
  const value = parsed(text)
  const keys = Object.keys(value).sort().join()
  if (keys === whole)
    return {
      ...saidIn(value),
      seed: bytesAt(value.seed, 'seed', 32),
      salts: new Map(),
      erased: [],
    }
  if (keys !== redacted)
    throw new Error(`The state has the keys ${keys}, not ${whole} or ${redacted}.`)
  const kept: Kept = {
    ...saidIn(value),
    seed: undefined,
    salts: saltsOf(value.salts),
    erased: erasedOf(value.erased),
  }
  standingIn(kept)
  return kept
}

/**
 * Whether values may have been erased from a kept text: false only of one that has its seed. Told from its end, without
 * reading it: a quote within a text is escaped, so that the last `,"who":"` begins its last value.
 */
export function mayLack(text: string): boolean {
  const end = text.lastIndexOf(',"who":"')
  const seed = text.slice(end - 54, end)
  return !seed.startsWith(',"seed":"') || !seed.endsWith('"')
}

function saidIn({ who, reason, after }: Record<string, unknown>): Said {
  if (typeof who !== 'string') throw new Error('`who` of the state is not a text.')
  if (typeof reason !== 'string') throw new Error('`reason` of the state is not a text.')
  if (after !== null && !isObject(after)) throw new Error('`after` of the state is no record.')
  return { who, reason, after }
}

/** A value that was not erased, with the canonical text of its path. */
export type Standing = Place & { readonly key: string }

/** Throws when salts and erased values are not exactly those that the state can have. */
export function standingIn(kept: Kept): Standing[] {
  const gone = new Set(kept.erased.map(({ key }) => key))
  for (const { path, key } of kept.erased)
    if (!isHole(kept, path)) throw new Error(`The state has no value at ${key} to erase.`)
  const standing = placesOf(kept)
    .map((place) => ({ ...place, key: canonicalText(place.path) }))
    .filter(({ key }) => !gone.has(key))
  if (kept.seed) return standing
  for (const { key } of standing)
    if (!kept.salts.has(key)) throw new Error(`The value at ${key} of the state has no salt.`)
  if (kept.salts.size !== standing.length)
    throw new Error('The state has salts of values that it does not have.')
  return standing
}

function parsed(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('The state is not JSON.')
  }
  if (!isObject(value)) throw new Error('The state is not a JSON object.')
  if (!isCanonical(text, value)) throw new Error('The state is not canonical JSON (RFC 8785).')
  return value
}

function saltsOf(salts: unknown): Map<string, Uint8Array> {
  if (!isObject(salts)) throw new Error('`salts` of the state is no object.')
  return new Map(
    Object.entries(salts).map(([key, salt]) => [key, bytesAt(salt, `salts.${key}`, 16)]),
  )
}

function erasedOf(list: unknown): ErasedCell[] {
  if (!Array.isArray(list) || list.length === 0)
    throw new Error('`erased` of the state is no list of what was erased.')
  const cells = list.map((each: unknown, at): ErasedCell => {
    const [path, leafHash, by] = Array.isArray(each) && each.length === 3 ? each : []
    if (!isPath(path) || !Number.isSafeInteger(by) || by < 1)
      throw new Error(`\`erased.${at}\` of the state is not a path, a hash and an entry.`)
    const key = canonicalText(path)
    return { path, key, leafHash: bytesAt(leafHash, `erased.${at}`, 32), by: Number(by) }
  })
  if (cells.some(({ key }, at) => at > 0 && key <= (cells[at - 1]?.key ?? '')))
    throw new Error('`erased` of the state is not in order.')
  return cells
}

function bytesAt(value: unknown, where: string, length: number): Uint8Array {
  try {
    if (typeof value === 'string') return fromBase64(value, length)
  } catch {}
  throw new Error(`\`${where}\` of the state is not ${length} bytes in base64.`)
}

const isPath = (value: unknown): value is Path =>
  Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string')
