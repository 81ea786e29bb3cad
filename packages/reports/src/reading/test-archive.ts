import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a test archive; sizes and flags may say what is not so. */
export type Part = {
  name: string
  data?: string | Buffer
  packed?: number
  size?: number
  flags?: number
}

/** A ZIP archive of deflated parts. */
export function archiveWith(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const heads: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const { local, body, central } = written(part, offset)
    bodies.push(local, body)
    heads.push(central)
    offset += local.length + body.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, directory, end])
}

function written({ name, data = '', packed, size, flags = 0 }: Part, offset: number) {
  const plain = Buffer.from(data)
  const body = deflateRawSync(plain)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20)
  common.writeUInt16LE(flags, 2)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(plain), 10)
  common.writeUInt32LE(packed ?? body.length, 14)
  common.writeUInt32LE(size ?? plain.length, 18)
  common.writeUInt16LE(Buffer.byteLength(name), 22)
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  const called = Buffer.from(name)
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, called]),
    body,
    central: Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, called]),
  }
}
