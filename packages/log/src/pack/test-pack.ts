import { sha256 } from '@noble/hashes/sha2.js'
import { hex, toBase64, utf8 } from '../bytes.ts'
import { signedCheckpoint } from '../checkpoint.ts'
import { entryOf, leafHashOf } from '../entry.ts'
import { fingerprintOf, publicKeyOf, type SigningKey, verifierText } from '../keys.ts'
import { signedNote } from '../note.ts'
import { entryAt } from '../test-entries.ts'
import { append, emptyFrontier, rootOf } from '../tree.ts'
import type { Stored } from '../verifier.ts'
import { logFiles } from './check-log.ts'
import { type FileFacts, type Manifest, manifestCsv, manifestNote, packFormat } from './manifest.ts'
import type { PackFiles } from './zip-files.ts'

export const packKey: SigningKey = { name: 'ropewalk/test', secret: new Uint8Array(32).fill(3) }
export type PackTexts = Map<string, string>

/** A ZIP in memory. */
export const filesOf = (texts: PackTexts): PackFiles => ({
  names: [...texts.keys()],
  open(name) {
    const text = texts.get(name)
    return text === undefined ? undefined : chunked(utf8(text))
  },
})

async function* chunked(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.slice(at, at + 1000)
}

const stored = (seq: number): Stored => entryAt(seq)

/** A sound pack of a log of 30 entries whose period holds 11 to 25. */
export function soundPack(key = packKey): PackTexts {
  const all = Array.from({ length: 30 }, (_, at) => stored(at + 1))
  const within = all.slice(10, 25)
  const texts: PackTexts = new Map()
  texts.set('changes.csv', changesOf(within))
  texts.set(
    logFiles.entries,
    all
      .slice(0, 25)
      .map(({ leaf }) => `${leaf}\n`)
      .join(''),
  )
  texts.set(logFiles.states, within.map(({ state }) => `${state}\n`).join(''))
  texts.set(
    logFiles.later,
    all
      .slice(25)
      .map(({ leaf }) => `${JSON.stringify({ hash: toBase64(leafHashOf(leaf, sha256)) })}\n`)
      .join(''),
  )
  texts.set(logFiles.head, headOf(all, key))
  texts.set(logFiles.key, `${verifierText(publicKeyOf(key))}\n`)
  return sealed(texts, key)
}

/** A signed head of some entries. */
export function headOf(all: readonly Pick<Stored, 'leaf'>[], key = packKey): string {
  const frontier = all.reduce(
    (tree, { leaf }) => append(tree, leafHashOf(leaf, sha256), sha256),
    emptyFrontier,
  )
  const root = rootOf(frontier, sha256)
  return signedCheckpoint({ origin: key.name, size: all.length, root, time: null }, key)
}

export function changesOf(within: readonly Stored[]): string {
  const rows = within.map(({ leaf }, at) => {
    const { seq, at: time, actor, verb, about } = entryOf(leaf)
    const hash = hex(leafHashOf(leaf, sha256))
    return [
      at + 1,
      seq,
      `${time.slice(0, 19)}Z`,
      actor.id,
      verb,
      about,
      '"a ""b"", c"',
      `'=1`,
      hash,
    ]
  })
  return [columns, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}

const columns = ['row_no', 'seq', 'at', 'actor_id', 'action', 'record_id', 'after', 'risky', 'hash']

/** The texts with a manifest of just these files, signed: what whoever holds a key can always make. */
export function sealed(texts: PackTexts, key = packKey): PackTexts {
  const files = [...texts]
    .filter(([name]) => !name.startsWith('manifest.'))
    .map(([file, text]): FileFacts => {
      const rows = text.split('\r\n').length - 2
      const csv = file.endsWith('.csv')
        ? {
            query: file,
            columns,
            rows,
            escapedCells: rows,
            reconciliation: {
              ...{ unit: 'entries', column: 'seq', source: 'log', sourceTotal: rows, inFile: rows },
              ...{ excluded: 0, excludedBecause: 'none', archived: 0, deleted: 0 },
            },
            ids: [],
            controlTotals: {},
          }
        : null
      const bytes = utf8(text)
      return { file, kind: 'x', bytes: bytes.length, sha256: hex(sha256(bytes)), form: '', csv }
    })
  const [, size = '', root = ''] = (texts.get(logFiles.head) ?? '').split('\n')
  const last = (texts.get(logFiles.entries) ?? '').split('\n').length - 1
  const manifest: Manifest = {
    format: packFormat,
    register: { id: 'x', organisation: 'x' },
    period: {
      ...{ from: '2026-01-01', to: '2026-01-31', timeZone: 'UTC', open: false },
      ...{ startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2026-01-31T23:59:59.999Z' },
    },
    parameters: {},
    log: {
      origin: key.name,
      ...{ before: 10, last, entries: last - 10 },
      key: verifierText(publicKeyOf(key)),
      fingerprint: fingerprintOf(publicKeyOf(key)),
    },
    files,
    completeness: ['All of it.'],
    head: { size: Number(size), root, time: null, signature: '', later: Number(size) - last },
    generation: {} as Manifest['generation'],
  }
  const json = `${JSON.stringify(manifest)}\n`
  const csv = manifestCsv(manifest)
  const hashOf = (text: string) => hex(sha256(utf8(text)))
  const note = manifestNote(key.name, { json: hashOf(json), csv: hashOf(csv) })
  return new Map([
    ...[...texts].filter(([name]) => !name.startsWith('manifest.')),
    ['manifest.json', json],
    ['manifest.csv', csv],
    ['manifest.sig', signedNote(note, key)],
  ])
}
