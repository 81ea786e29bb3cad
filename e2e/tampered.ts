import { createHash } from 'node:crypto'
import { fingerprintOf, publicKeyOf, type SigningKey, verifierText } from '@ropewalk/log/keys.ts'
import { noteOf, signedNote } from '@ropewalk/log/note.ts'
import { type Manifest, manifestCsv, manifestNote } from '@ropewalk/log/pack/manifest.ts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

type Files = Record<string, string>
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const entries = 'log/entries.ndjson'

const ofLines = (change: (lines: string[]) => string[]) => (files: Files) => {
  const lines = (files[entries] ?? '').slice(0, -1).split('\n')
  files[entries] = change(lines)
    .map((line) => `${line}\n`)
    .join('')
}

/** What an attacker does to the files of a pack, and what must be named. */
export const attacks: Record<string, { change: (files: Files) => void; named: RegExp }> = {
  'one byte of a CSV': {
    change: (files) => {
      files['sub-processors.csv'] = (files['sub-processors.csv'] ?? '').replace('Azure', 'Azurf')
    },
    named: /sub-processors\.csv was changed/,
  },
  'the last ten entries dropped': {
    change: ofLines((lines) => lines.slice(0, -10)),
    named: /The log of the pack ends before entry \d+/,
  },
  'two entries swapped': {
    change: ofLines(([one = '', two = '', ...rest]) => [two, one, ...rest]),
    named: /Where entry 1 belongs there is 2/,
  },
  'an entry inserted': {
    change: ofLines(([one = '', ...rest]) => [one, one, ...rest]),
    named: /Where entry 2 belongs there is 1/,
  },
  'one byte of a state': {
    change: (files) => {
      files['log/states.ndjson'] = (files['log/states.ndjson'] ?? '').replace('Azure', 'Azurf')
    },
    named: /The state of .* kept with entry \d+ was changed/,
  },
  'the whole pack made anew with another key': {
    change: (files) => resign(files, { ...thief, name: nameIn(files) }),
    named: /The pack carries another key than the one you compared/,
  },
}
const thief: SigningKey = { name: '', secret: new Uint8Array(32).fill(6) }

const manifestIn = (files: Files): Manifest => JSON.parse(files['manifest.json'] ?? '')
const nameIn = (files: Files) => manifestIn(files).log.origin
export const fingerprintIn = (pack: Uint8Array): string => manifestIn(filesIn(pack)).log.fingerprint

function resign(files: Files, key: SigningKey) {
  const manifest = manifestIn(files)
  const publicKey = publicKeyOf(key)
  files['log/key.txt'] = `${verifierText(publicKey)}\n`
  files['log/checkpoint'] = signedNote(noteOf(files['log/checkpoint'] ?? '').text, key)
  const sealed: Manifest = {
    ...manifest,
    log: { ...manifest.log, key: verifierText(publicKey), fingerprint: fingerprintOf(publicKey) },
    files: manifest.files.map((facts) => {
      const text = files[facts.file] ?? ''
      return { ...facts, bytes: Buffer.byteLength(text), sha256: sha256(text) }
    }),
  }
  const json = JSON.stringify(sealed)
  const csv = manifestCsv(sealed)
  const note = manifestNote(key.name, { json: sha256(json), csv: sha256(csv) })
  Object.assign(files, {
    'manifest.json': json,
    'manifest.csv': csv,
    'manifest.sig': signedNote(note, key),
  })
}

export const filesIn = (pack: Uint8Array): Files =>
  Object.fromEntries(
    Object.entries(unzipSync(pack)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )

/** The ZIP after the change. */
export function tampered(pack: Uint8Array, change: (files: Files) => void): Buffer {
  const files = filesIn(pack)
  change(files)
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  )
}
