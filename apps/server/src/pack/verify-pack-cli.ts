import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { VerifierKey } from '@ropewalk/log/keys.ts'
import { packFaultSentence } from '@ropewalk/log/pack/fault-words.ts'
import { headOfPack, type PackVerdict, verifyPack } from '@ropewalk/log/pack/pack-verifier.ts'
import { type PackFiles, zipFilesIn } from '@ropewalk/log/pack/zip-files.ts'
import { digestOf, sha256 } from '@ropewalk/services/log/hash.ts'
import type { Answer } from '../people-cli.ts'

const notZip = both(
  '{file} is not a ZIP that can be read ({why}).',
  '{file} n’est pas un ZIP lisible ({why}).',
)

/** The files of a ZIP on disk. Refuses what is none. */
export async function packFilesAt(file: string): Promise<PackFiles> {
  try {
    return await zipFilesIn(await openAsBlob(file))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal('INVALID', notZip, { values: { file, why } })
  }
}

/** The signed head in a pack, to hold something else against. */
export const headInPack = async (file: string): Promise<string> =>
  headOfPack(await packFilesAt(file))

type Given = {
  key: VerifierKey | undefined
  /** A signed note kept earlier, and where from. */
  earlier: { note: string; from: string } | undefined
}

/** Checks a pack from its bytes alone; exit 1 when something is wrong. */
export async function verifyPackAt(file: string, { key, earlier }: Given): Promise<Answer> {
  const verdict = await verifyPack(await packFilesAt(file), {
    key,
    earlier: earlier ? [earlier] : [],
    hash: sha256,
    digestOf,
    hasher: () => createHash('sha256'),
  })
  const { faults, manifest, ...facts } = verdict
  const told = faults.map((fault) => ({ ...fault, sentence: packFaultSentence(fault).en }))
  const { from = 'not stated', to = 'not stated' } = manifest?.period ?? {}
  const lines = [
    ...told.map(({ sentence }) => sentence),
    `period: ${from} to ${to}${manifest?.period.open ? ' (open)' : ''}`,
    `files: ${facts.files}`,
    `entries: ${facts.entries}, head of ${facts.head?.size ?? 0}`,
    `faults: ${faults.length}`,
    `cut off or rewritten: ${said(verdict, earlier?.from)}`,
    `key: ${facts.fingerprint ?? 'none'}${facts.keyCompared ? ', the one you gave' : ', which you have not compared (--key)'}`,
  ]
  return {
    text: lines.join('\n'),
    json: {
      ...facts,
      head: facts.head?.size ?? null,
      period: manifest?.period ?? null,
      faults: told,
    },
    ...(faults.length === 0 ? {} : { exit: 1 as const }),
  }
}

function said({ cutOffOrRewritten }: PackVerdict, from: string | undefined): string {
  switch (cutOffOrRewritten) {
    case 'checked':
      return `checked against ${from}`
    case 'at fault':
      return 'see above'
    case 'newer':
      return `not checkable: the head in ${from} is newer than this pack`
    case 'not checkable':
      return 'not checkable, without an earlier head kept elsewhere (--against)'
  }
}
