import { crc32, inflateRawSync } from 'node:zlib'

const marks = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 }
const endLength = 22

/** A part of a package (ZIP): its name, and its text from the text that it had, if any. */
export type NewPart = { name: string; text: (before: string) => string }

/** The last bytes of a package and where they begin in it: its directory, and the parts before it. */
export type PackageTail = { bytes: Buffer; at: number }

/** Bytes that hold the directory and the last parts of a workbook with one sheet after the other. */
export const tailLength = 262_144

/**
 * What a package ends with once parts are added or replaced at its end: of the package as it was, its first `cut` bytes
 * stay, and `bytes` follow. What is replaced must be the last parts of the package. Throws on anything but a plain ZIP
 * of under 4 GB without a comment.
 */
export function withParts(
  { bytes: file, at }: PackageTail,
  parts: readonly NewPart[],
): { cut: number; bytes: Buffer } {
  const end = file.length - endLength
  if (end < 0 || file.readUInt32LE(end) !== marks.end) throw new Error('The package has no end.')
  const directoryAt = file.readUInt32LE(end + 16)
  const entries = entriesIn(file, directoryAt - at, file.readUInt16LE(end + 10))
  const replaced = entries.filter(({ name }) => parts.some((part) => part.name === name))
  const cut = Math.min(directoryAt, ...replaced.map(({ offset }) => offset))
  if (cut < at) throw new Error('What is replaced begins further back than was looked at.')
  const kept = entries.filter(({ offset }) => offset < cut)
  if (kept.length + replaced.length !== entries.length)
    throw new Error('What is replaced does not stand last in the package.')
  const bodies: Buffer[] = []
  const records = kept.map(({ record }) => record)
  let offset = cut
  for (const { name, text } of parts) {
    const before = replaced.find((entry) => entry.name === name)
    const bytes = Buffer.from(text(before ? textOf(file, before, at) : ''))
    const header = headerOf(name, bytes)
    bodies.push(Buffer.concat([signed(marks.local), header, Buffer.from(name), bytes]))
    records.push(recordOf(name, header, offset))
    offset += bodies.at(-1)?.length ?? 0
  }
  const directory = Buffer.concat(records)
  const ending = endOf(records.length, directory.length, offset)
  return { cut, bytes: Buffer.concat([...bodies, directory, ending]) }
}

type Entry = { name: string; offset: number; size: number; isDeflated: boolean; record: Buffer }

function entriesIn(file: Buffer, start: number, count: number): Entry[] {
  let at = start
  return Array.from({ length: count }, () => {
    if (file.readUInt32LE(at) !== marks.central) throw new Error('The package has no directory.')
    const nameLength = file.readUInt16LE(at + 28)
    const length = 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    const record = file.subarray(at, at + length)
    at += length
    return {
      name: record.toString('utf8', 46, 46 + nameLength),
      offset: record.readUInt32LE(42),
      size: record.readUInt32LE(20),
      isDeflated: record.readUInt16LE(10) === 8,
      record,
    }
  })
}

function textOf(file: Buffer, entry: Entry, at: number): string {
  const { size, isDeflated } = entry
  const offset = entry.offset - at
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const bytes = file.subarray(start, start + size)
  return (isDeflated ? inflateRawSync(bytes) : bytes).toString('utf8')
}

/** Stored, not deflated; UTF-8 name; the first moment that ZIP knows, so that the same content is the same file. */
function headerOf(name: string, bytes: Buffer): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(0x0800, 2)
  header.writeUInt16LE(0x21, 8)
  header.writeUInt32LE(crc32(bytes), 10)
  header.writeUInt32LE(bytes.length, 14)
  header.writeUInt32LE(bytes.length, 18)
  header.writeUInt16LE(Buffer.byteLength(name), 22)
  return header
}

function recordOf(name: string, header: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  const madeBy = Buffer.from([20, 0])
  return Buffer.concat([signed(marks.central), madeBy, header, rest, Buffer.from(name)])
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(endLength)
  end.writeUInt32LE(marks.end, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

function signed(mark: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(mark)
  return bytes
}
