import { toBase64 } from '@ropewalk/log/bytes.ts'
import type { Checkpoint } from '@ropewalk/log/checkpoint.ts'
import { fingerprintOf, publicKeyOf, type SigningKey, verifierText } from '@ropewalk/log/keys.ts'
import { type FileFacts, type Manifest, packFormat } from '@ropewalk/log/pack/manifest.ts'
import { titleOf } from '@ropewalk/reports/pack/dataset-titles.ts'
import { packReadme } from '@ropewalk/reports/pack/readme.ts'
import { product } from '../product.ts'
import { generatedBy, type PackOrder } from './pack-order.ts'

export type Described = {
  order: PackOrder
  key: SigningKey
  head: Checkpoint
  registerId: string
  organisation: string
  engine: 'sqlite' | 'postgres'
  files: readonly FileFacts[]
  /** How many values are gone from the states of the period. */
  erased: number
}

export function readmeOf({
  order: { period },
  key,
  organisation,
  files,
  erased,
}: Described): string {
  const publicKey = publicKeyOf(key)
  return packReadme({
    ...period,
    organisation,
    fingerprint: fingerprintOf(publicKey),
    origin: key.name,
    completeness: completenessOf(period, erased),
    datasets: files.flatMap(({ file, kind, csv }) =>
      csv && kind === 'dataset'
        ? [{ file, rows: csv.rows, what: titleOf(file.replace(/\.csv$/, '')) }]
        : [],
    ),
  })
}

export function manifestFor(described: Described): Manifest {
  const { order, key, head, registerId, organisation, engine, files, erased } = described
  const { after, upTo, ...period } = order.period
  const publicKey = publicKeyOf(key)
  return {
    format: packFormat,
    register: { id: registerId, organisation },
    period,
    parameters: {
      filters: 'none',
      search: 'none',
      columns: 'all',
      sort: 'by id; lists of the log by number',
      archived: 'those of the period',
      language: 'en',
      profile: 'plain',
    },
    log: {
      origin: key.name,
      before: after,
      last: upTo,
      entries: upTo - after,
      key: verifierText(publicKey),
      fingerprint: fingerprintOf(publicKey),
    },
    files,
    completeness: completenessOf(order.period, erased),
    head: {
      size: head.size,
      root: toBase64(head.root),
      time: head.time,
      signature: order.head.trimEnd().split(' ').at(-1) ?? '',
      later: head.size - upTo,
    },
    generation: {
      exportId: order.exportId,
      generatedAt: order.generatedAt,
      by: generatedBy(order.actor),
      via: order.door,
      product: product.name,
      version: product.version,
      build: 'not stated',
      source: order.source ?? 'not stated',
      environment: 'not stated',
      database: engine,
      logVerified: 'yes',
      preparerNote: 'not stated',
      reviewer: 'not stated',
      reviewedAt: 'not stated',
      previousPack: order.previous,
    },
  }
}

const completenessOf = ({ upTo, endsAt, open }: PackOrder['period'], erased: number): string[] => [
  'Every dataset of the register is here, whole: no filter, no search, no column left out.',
  'Lists of records hold every record that stood at some moment of the period, also those archived or removed in it. Records that left before it are counted, not listed. findings.csv is of the records that stand at the end.',
  `Everything was read as of entry ${upTo} of the log, the last one by ${endsAt}; what was written later, also while this was made, is not in it.`,
  ...(open
    ? ['The period was not over when this was made: a later pack of it will hold more.']
    : []),
  'access.csv tells who had access at the end of the period; changes.csv tells who was added, changed, disabled and who signed in within it.',
  'The log is given from its first entry on; the states that entries commit to only for the period.',
  erased === 0
    ? 'No value was erased from what this pack tells of.'
    : `${erased} values with personal data were erased from the states of the period since; they read "erased on …", and every proof still holds.`,
  'Not in it: passwords, second factors and tokens, of which the register keeps only hashes; the wording of mails; what subscribers of the public page entered.',
  'What nobody stated reads "not stated". Whether the register is true is not something that a pack can show: it shows what was recorded, when and by whom.',
]
