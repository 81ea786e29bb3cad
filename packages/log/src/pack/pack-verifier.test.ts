import { describe, expect, it } from 'vitest'
import { publicKeyOf, type SigningKey } from '../keys.ts'
import { entryAt } from '../test-entries.ts'
import { logFiles } from './check-log.ts'
import { packFaultSentence } from './fault-words.ts'
import { type Verifying, verifyPack } from './pack-verifier.ts'
import {
  changesOf,
  filesOf,
  headOf,
  type PackTexts,
  packKey,
  sealed,
  soundPack,
} from './test-pack.ts'

const told = async (texts: PackTexts, asked: Verifying = {}) => {
  const { faults } = await verifyPack(filesOf(texts), asked)
  for (const fault of faults) {
    const { en, fr } = packFaultSentence(fault)
    expect(en + fr).not.toMatch(/\{(file|seq|detail)\}/)
  }
  return faults.map(({ what, file, seq }) => `${what} ${file} ${seq}`)
}
const changed = (texts: PackTexts, file: string, change: (text: string) => string) =>
  new Map(texts).set(file, change(texts.get(file) ?? ''))
const lines = (change: (lines: string[]) => string[]) => (text: string) =>
  change(text.slice(0, -1).split('\n'))
    .map((line) => `${line}\n`)
    .join('')
const thief: SigningKey = { name: packKey.name, secret: new Uint8Array(32).fill(8) }
const { entries, states, later } = logFiles

describe('a sound pack', () => {
  it('agrees, but says that its key was not compared and that cutting off is not checkable', async () => {
    const verdict = await verifyPack(filesOf(soundPack()))
    expect(verdict.faults).toEqual([])
    expect(verdict).toMatchObject({
      keyCompared: false,
      cutOffOrRewritten: 'not checkable',
      entries: 25,
    })
  })

  it('agrees with the key that was compared, by its fingerprint too, and with an earlier head', async () => {
    const key = publicKeyOf(packKey)
    const all = Array.from({ length: 30 }, (_, at) => entryAt(at + 1))
    const { fingerprint = '' } = await verifyPack(filesOf(soundPack()))
    for (const size of [0, 7, 18, 28, 30]) {
      const note = headOf(all.slice(0, size))
      const verdict = await verifyPack(filesOf(soundPack()), {
        key,
        fingerprint: fingerprint.toUpperCase(),
        earlier: [{ note, from: 'kept' }],
      })
      expect(verdict.faults).toEqual([])
      expect(verdict).toMatchObject({ keyCompared: true, cutOffOrRewritten: 'checked' })
    }
  })

  it('cannot be held against a head that is younger than it', async () => {
    const all = Array.from({ length: 31 }, (_, at) => entryAt(at + 1))
    const verdict = await verifyPack(filesOf(soundPack()), {
      earlier: [{ note: headOf(all), from: 'kept' }],
    })
    expect(verdict).toMatchObject({ faults: [], cutOffOrRewritten: 'newer' })
  })
})

describe('by somebody without the key', () => {
  const pack = soundPack()
  const attacks: [string, PackTexts, string[]][] = [
    [
      'one byte of a CSV',
      changed(pack, 'changes.csv', (text) => text.replace('a ""b""', 'a ""c""')),
      ['file-altered changes.csv 0'],
    ],
    [
      'a quote of a CSV',
      changed(pack, 'changes.csv', (text) => text.replace(',"a', ',xa')),
      ['csv-malformed changes.csv 0', 'file-altered changes.csv 0'],
    ],
    [
      'a row of changes.csv told otherwise',
      changed(pack, 'changes.csv', (text) => text.replace('US-0001', 'US-0002')),
      ['change-differs changes.csv 11', 'file-altered changes.csv 0'],
    ],
    [
      'a row left out',
      changed(pack, 'changes.csv', (text) => text.replace(/3,13,.*\r\n/, '')),
      ['csv-rows changes.csv 0', 'change-untold changes.csv 13', 'file-size changes.csv 0'],
    ],
    [
      'one byte of an entry',
      changed(pack, entries, (text) => text.replace('"seq":13', '"seq":14')),
      [`seq-gap ${entries} 13`, `rewritten ${entries} 30`, `file-altered ${entries} 0`],
    ],
    [
      'one byte of a state',
      changed(pack, states, (text) => text.replace('Name 14', 'Name 15')),
      [`state-altered ${states} 14`, `file-altered ${states} 0`],
    ],
    [
      'two entries swapped',
      changed(
        pack,
        entries,
        lines(([a = '', b = '', ...rest]) => [b, a, ...rest]),
      ),
      [`seq-gap ${entries} 1`, `rewritten ${entries} 30`],
    ],
    [
      'the last ten entries dropped',
      changed(
        pack,
        entries,
        lines((all) => all.slice(0, -10)),
      ),
      [`entries-short ${entries} 16`, `file-size ${entries} 0`],
    ],
    [
      'an entry put in',
      changed(
        pack,
        entries,
        lines((all) => [...all.slice(0, 5), entryAt(6).leaf, ...all.slice(5)]),
      ),
      [`entries-long ${entries} 26`, `file-size ${entries} 0`],
    ],
    [
      'a state more',
      changed(pack, states, (text) => `${text}{}\n`),
      [`states-long ${states} 25`, `file-size ${states} 0`],
    ],
    [
      'the hash of a later entry',
      changed(
        pack,
        later,
        lines(([a = '', b = '', ...rest]) => [b, a, ...rest]),
      ),
      [`rewritten ${entries} 30`, `file-altered ${later} 0`],
    ],
    [
      'a file taken out',
      new Map([...pack].filter(([name]) => name !== states)),
      [`file-missing ${states} 0`, `state-missing ${states} 11`],
    ],
    ['a file put in', new Map(pack).set('more.csv', ''), ['file-unlisted more.csv 0']],
    [
      'the manifest',
      changed(pack, 'manifest.json', (text) => text.replace('All of it', 'All of us')),
      ['manifest-unsigned manifest.json 0', 'manifest-csv manifest.csv 0'],
    ],
    [
      'the manifest for tables',
      changed(pack, 'manifest.csv', (text) => text.replace('All of it', 'All of us')),
      ['manifest-unsigned manifest.json 0', 'manifest-csv manifest.csv 0'],
    ],
    [
      'no manifest',
      new Map([...pack].filter(([name]) => name !== 'manifest.json')),
      ['file-missing manifest.json 0'],
    ],
    ['nonsense', new Map([['manifest.json', '[]']]), ['manifest-unreadable manifest.json 0']],
    [
      'the head of another log',
      changed(pack, logFiles.head, () => headOf([entryAt(1)], thief)),
      [`head-unsigned ${logFiles.head} 0`],
    ],
  ]
  it.each(attacks)('%s', async (_, texts, expected) => {
    expect(await told(texts)).toEqual(expect.arrayContaining(expected))
  })
})

describe('by somebody who makes the whole pack anew', () => {
  const rewritten = (key: SigningKey) => {
    const all = Array.from({ length: 30 }, (_, at) =>
      entryAt(at + 1, at === 12 ? { actor: { kind: 'person', id: 'US-0666' } } : {}),
    )
    const texts = soundPack(key)
    texts.set(
      entries,
      all
        .slice(0, 25)
        .map(({ leaf }) => `${leaf}\n`)
        .join(''),
    )
    texts.set('changes.csv', changesOf(all.slice(10, 25)))
    texts.set(logFiles.head, headOf(all, key))
    return sealed(texts, key)
  }

  it('signed with another key, which nobody compared: only the comparison shows it', async () => {
    const texts = soundPack(thief)
    expect(await told(texts)).toEqual([])
    expect(await told(texts, { key: publicKeyOf(packKey) })).toEqual(
      expect.arrayContaining([
        `key-foreign ${logFiles.key} 0`,
        `head-unsigned ${logFiles.head} 0`,
        'manifest-unsigned manifest.json 0',
      ]),
    )
    const { fingerprint = '' } = await verifyPack(filesOf(soundPack()))
    expect(await told(texts, { fingerprint })).toEqual([`key-foreign ${logFiles.key} 0`])
  })

  it('with the key itself: an earlier head shows it', async () => {
    const all = Array.from({ length: 20 }, (_, at) => entryAt(at + 1))
    const kept = [{ note: headOf(all), from: 'kept' }]
    expect(await told(rewritten(packKey), { earlier: kept })).toContain(`rewritten ${entries} 20`)
    expect(await told(soundPack(), { earlier: [{ note: 'x\n\ny', from: 'kept' }] })).toEqual([
      'earlier-unsigned kept 0',
    ])
  })

  it('with counts that do not add up', async () => {
    const texts = soundPack()
    const manifest = JSON.parse(texts.get('manifest.json') ?? '')
    const [changes] = manifest.files
    changes.csv.reconciliation.sourceTotal = 16
    changes.csv.escapedCells = 3
    changes.csv.ids = [{ prefix: 'PA', known: 2, highest: 4, gaps: [{ count: 1 }] }]
    texts.set('manifest.json', JSON.stringify(manifest))
    expect(await told(texts)).toEqual(
      expect.arrayContaining([
        'not-reconciled changes.csv 0',
        'ids-not-reconciled changes.csv 0',
        'csv-escaped changes.csv 0',
      ]),
    )
  })
})
