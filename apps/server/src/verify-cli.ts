import { open, readFile } from 'node:fs/promises'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { fingerprintOf, publicKeyOf, type VerifierKey, verifierOf } from '@ropewalk/log/keys.ts'
import { isSignedBy } from '@ropewalk/log/note.ts'
import type { Head } from '@ropewalk/log/verifier.ts'
import { faultSentence } from '@ropewalk/services/log/fault-words.ts'
import { headIn, noteOfLine } from '@ropewalk/services/log/heads.ts'
import { verifyLive } from '@ropewalk/services/log/verify-live.ts'
import { codeOf } from './error-code.ts'
import { headInPack, verifyPackAt } from './pack/verify-pack-cli.ts'
import type { Answer, CommandContext } from './people-cli.ts'

const refusals = {
  unreadable: both('{file} cannot be read ({why}).', '{file} est illisible ({why}).'),
  noHead: both(
    '{file} holds no signed head of a log.',
    '{file} ne contient pas de tête de journal signée.',
  ),
  noKey: both(
    '{file} holds no public key of a log.',
    '{file} ne contient pas de clé publique de journal.',
  ),
  foreign: both(
    'The head in {file} is not signed by the key {key}.',
    'La tête dans {file} n’est pas signée par la clé {key}.',
  ),
}
type Given = { against?: string | undefined; key?: string | undefined }

/** Recomputes the log of this register and everything that it keeps the state of; exit 1 when something is wrong. */
export async function verifyRegister(
  { database, keeper }: CommandContext,
  { against, key: keyFile }: Given,
): Promise<Answer> {
  const key = keyFile ? await keyIn(keyFile) : publicKeyOf(keeper.key)
  const earlier = against ? [await headOf(against, key)] : []
  const last = await keeper.last()
  const own = last ? [headIn(last, 'heads.log')] : []
  const verified = await verifyLive(database, [...earlier, ...own])
  const faults = verified.faults.map((fault) => ({ ...fault, sentence: faultSentence(fault).en }))
  const isSound = faults.length === 0
  const cutting = earlier.length > 0 ? (isSound ? 'checked' : 'see above') : 'not checkable'
  const lines = [
    ...faults.map(({ sentence }) => sentence),
    `entries: ${verified.entries}`,
    `root: ${verified.root}`,
    `faults: ${faults.length}`,
    `cut off or rewritten: ${cutting}${earlier.length > 0 ? ` (against ${against})` : ', without an earlier head kept elsewhere (--against)'}`,
    `key: ${key.name} ${fingerprintOf(key)}`,
  ]
  return {
    text: lines.join('\n'),
    json: { ...verified, faults, cutOffOrRewritten: cutting, key: fingerprintOf(key) },
    ...(isSound ? {} : { exit: 1 as const }),
  }
}

async function keyIn(file: string): Promise<VerifierKey> {
  const text = await textOf(file)
  try {
    return verifierOf(text)
  } catch {
    throw new Refusal('INVALID', refusals.noKey, { values: { file } })
  }
}

/** Checks a pack without the register, but with the key and the head that somebody kept. */
export const verifyPackFile = async (file: string, { against, key }: Given): Promise<Answer> =>
  verifyPackAt(file, {
    key: key ? await keyIn(key) : undefined,
    earlier: against ? { note: await noteIn(against), from: against } : undefined,
  })

/** A signed note as a file holds it: by itself, as the last line of `heads.log` or of a header, or in a pack. */
async function noteIn(file: string): Promise<string> {
  if (await isZip(file)) return headInPack(file)
  const text = await textOf(file)
  return text.includes('\n\n') ? text : noteOfLine(text.trim().split('\n').at(-1) ?? '')
}

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined)
  if (!handle) return false
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2)
    return buffer.toString('latin1') === 'PK'
  } finally {
    await handle.close()
  }
}

async function headOf(file: string, key: VerifierKey): Promise<Head> {
  const note = await noteIn(file)
  try {
    checkpointOf(note)
  } catch {
    throw new Refusal('INVALID', refusals.noHead, { values: { file } })
  }
  if (!isSignedBy(note, key))
    throw new Refusal('INVALID', refusals.foreign, { values: { file, key: fingerprintOf(key) } })
  return headIn(note, file)
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new Refusal('INVALID', refusals.unreadable, { values: { file, why: codeOf(error) } })
  })
