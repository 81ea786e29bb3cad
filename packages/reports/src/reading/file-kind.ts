import { Refusal } from '@ropewalk/domain/refusal.ts'
import { tableLimits, tableRefusals } from './table-limits.ts'

/** What a file of rows is by its first bytes. Refuses an empty or too large one, and the old binary workbooks. */
export function fileKind(bytes: Uint8Array): 'text' | 'workbook' {
  if (bytes.length > tableLimits.file)
    throw new Refusal('TOO_LARGE', tableRefusals.file, {
      values: { most: tableLimits.file / 1024 / 1024 },
    })
  if (bytes.length === 0) throw new Refusal('INVALID', tableRefusals.empty)
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new Refusal('INVALID', tableRefusals.oldWorkbook)
  return begins(bytes, [0x50, 0x4b]) ? 'workbook' : 'text'
}

const begins = (bytes: Uint8Array, sign: readonly number[]) =>
  sign.every((byte, at) => bytes[at] === byte)
