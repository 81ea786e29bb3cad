export const packFormat = 'ropewalk-evidence-pack/1'

/** What `manifest.json` says of a pack. Only `generation`, `head` and the log file of later entries tell two packs of one closed period apart. */
export type Manifest = {
  format: string
  register: { id: string; organisation: string }
  period: {
    /** Days, both whole. */
    from: string
    to: string
    timeZone: string
    /** ISO 8601 UTC: the first millisecond, and the last one that the pack tells of. */
    startsAt: string
    endsAt: string
    /** The period had not ended: its end is the moment of generation. */
    open: boolean
  }
  /** How the lists were asked for. */
  parameters: Readonly<Record<string, string>>
  log: {
    /** Whose log. */
    origin: string
    /** The last entry before the period, and the last within it. */
    before: number
    last: number
    entries: number
    key: string
    fingerprint: string
  }
  files: readonly FileFacts[]
  completeness: readonly string[]
  head: {
    size: number
    /** Base64. */
    root: string
    time: string | null
    signature: string
    /** Entries after the period that the head covers; of those only hashes are in the pack. */
    later: number
  }
  generation: Generation
}

export type Generation = {
  exportId: string
  generatedAt: string
  by: { kind: string; id: string; name: string; roles: string }
  via: string
  product: string
  version: string
  build: string
  source: string
  environment: string
  database: string
  /** Whether the log was recomputed from its stored leaves when the head was signed. */
  logVerified: 'yes'
  preparerNote: string
  reviewer: string
  reviewedAt: string
  previousPack: {
    exportId: string
    at: string
    parameters: string
    sha256: string
    /** Entries at its head. */
    head: string
  } | null
}

export type FileFacts = {
  file: string
  /** `dataset`, `explanation`, `log`, `program`. */
  kind: string
  bytes: number
  /** Hex, of the file's bytes. */
  sha256: string
  form: string
  csv: CsvFacts | null
}

export type CsvFacts = {
  /** Name and version of the query; what each column means stands in the field dictionary. */
  query: string
  columns: readonly string[]
  rows: number
  escapedCells: number
  reconciliation: Reconciliation
  ids: readonly IdRange[]
  controlTotals: Readonly<Record<string, number>>
}

/** `sourceTotal = inFile + excluded + archived + deleted`, all counted in `unit`. */
export type Reconciliation = {
  unit: string
  /** The column whose distinct values are counted; rows where there is none. */
  column: string | null
  source: string
  sourceTotal: number
  inFile: number
  excluded: number
  excludedBecause: string
  archived: number
  deleted: number
}

export type IdRange = {
  prefix: string
  first: string
  last: string
  /** The highest number that was ever given by the end of the period. */
  highest: number
  known: number
  gaps: readonly { from: string; to: string; count: number; why: string }[]
}

/** Files beside those that the manifest lists: it and its signature cannot hold their own hashes. */
export const manifestFiles = ['manifest.json', 'manifest.csv', 'manifest.sig'] as const

/** The text that is signed: whose pack, and the hashes of both manifests in hex. No checkpoint can read like it. */
export const manifestNote = (origin: string, hashes: { json: string; csv: string }): string =>
  `${origin}\nevidence pack\nmanifest.json ${hashes.json}\nmanifest.csv ${hashes.csv}\n`

/** Throws on what is no manifest of this format. */
export function manifestOf(text: string): Manifest {
  const value: unknown = JSON.parse(text)
  const manifest = value as Manifest | null
  if (typeof value !== 'object' || manifest?.format !== packFormat)
    throw new Error(`The manifest is not of the format ${packFormat}.`)
  const isWhole =
    Array.isArray(manifest.files) &&
    manifest.files.every(({ file, sha256 }) => isText(file) && /^[0-9a-f]{64}$/.test(sha256)) &&
    [manifest.log?.before, manifest.log?.last, manifest.head?.size].every(Number.isSafeInteger)
  if (!isWhole) throw new Error('The manifest lacks files, the log or the head.')
  return manifest
}

const isText = (value: unknown) => typeof value === 'string'

/** The same facts as rows `part, item, fact, value`, for those who read tables. */
export function manifestCsv(manifest: Manifest): string {
  const { files, parameters, completeness, generation, ...rest } = manifest
  const rows = [
    ...factsIn('pack', '', { format: rest.format, ...rest.register }),
    ...factsIn('period', '', rest.period),
    ...factsIn('parameters', '', parameters),
    ...files.flatMap(({ file, csv, ...facts }) => [
      ...factsIn('file', file, facts),
      ...(csv ? csvFactsIn(file, csv) : []),
    ]),
    ...completeness.map((said, at) => ['completeness', '', String(at + 1), said]),
    ...factsIn('log', '', rest.log),
    ...factsIn('head', '', rest.head),
    ...factsIn('generation', '', generation),
  ]
  const numbered = rows.map((row, at) => [String(at + 1), ...row])
  return [['row_no', 'part', 'item', 'fact', 'value'], ...numbered].map(csvLine).join('')
}

function csvFactsIn(file: string, { columns, ids, ...facts }: CsvFacts): string[][] {
  return [
    ...factsIn('file', file, { column_count: columns.length, ...facts }),
    ...ids.flatMap(({ gaps, prefix, ...range }) => [
      ...factsIn('file', file, { [`ids_${prefix}`]: range }),
      ...(gaps.length === 0 ? [['file', file, `ids_${prefix}.gaps`, 'none']] : []),
      ...gaps.map(({ from, to, count, why }) => [
        'file',
        file,
        `ids_${prefix}.gap`,
        `${from} to ${to} (${count}): ${why}`,
      ]),
    ]),
  ]
}

function factsIn(part: string, item: string, facts: Readonly<Record<string, unknown>>): string[][] {
  return Object.entries(facts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? factsIn(part, item, value as Record<string, unknown>).map(
          ([one = '', two = '', fact, said = '']) => [one, two, `${snake(key)}.${fact}`, said],
        )
      : [[part, item, snake(key), said(value)]],
  )
}

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const said = (value: unknown) =>
  value === null ? 'none' : value === true ? 'yes' : value === false ? 'no' : String(value)

// As in every CSV of the product: one apostrophe in front of what a spreadsheet takes for a formula.
const formula = /^'*\s*[=+\-@\t\r\n\0＝＋－＠]/u
/** Whether a cell has that apostrophe. */
export const isEscaped = (text: string): boolean => /^''*\s*[=+\-@\t\r\n\0＝＋－＠]/u.test(text)

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`
function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
