import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { type VerifierKey, verifierOf } from '@ropewalk/log/keys.ts'
import { headOfPack } from '@ropewalk/log/pack/pack-verifier.ts'
import { zipFilesIn } from '@ropewalk/log/pack/zip-files.ts'

/** What a person pasted to compare the key with; undefined when it is neither form. */
export function keyIn(text: string): { key?: VerifierKey; fingerprint?: string } | undefined {
  const pasted = text.trim()
  if (pasted === '') return {}
  const digits = pasted.replaceAll(/[\s:]/g, '')
  if (/^[0-9a-f]{64}$/i.test(digits)) return { fingerprint: digits }
  try {
    return { key: verifierOf(pasted) }
  } catch {
    return undefined
  }
}

/** The signed note in a pack, in a file of its own, in a line of `heads.log` or of a header; undefined when there is none. */
export async function noteIn(file: Blob): Promise<string | undefined> {
  try {
    const isZip = (await file.slice(0, 2).text()) === 'PK'
    return isZip ? await headOfPack(await zipFilesIn(file)) : noteOf(await file.text())
  } catch {
    return undefined
  }
}

export function noteOf(text: string): string | undefined {
  try {
    const isNote = text.includes('\n\n')
    const note = isNote
      ? `${text.trimEnd()}\n`
      : new TextDecoder().decode(
          Uint8Array.from(atob(text.trim().split('\n').at(-1) ?? ''), (each) => each.charCodeAt(0)),
        )
    checkpointOf(note)
    return note
  } catch {
    return undefined
  }
}
