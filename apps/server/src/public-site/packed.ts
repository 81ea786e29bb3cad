import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Encoding, encodingFor, hasSeen } from '../static-files.ts'

type Headers = Readonly<Record<string, string>>

/** One form of an answer; its headers flat, name after value, as `writeHead` takes them fastest. */
type Form = { etag: string; bytes: Buffer; full: string[]; unchanged: string[] }

/** An answer ready to be sent in every encoding that a client may take. */
export type Packed = Readonly<Record<Encoding, Form>>

/** `hard` is for bytes that will be sent many times, `quick` for an answer that somebody waits for. */
export type Effort = 'hard' | 'quick'

export async function packed(
  content: string | Buffer,
  headers: Headers,
  effort: Effort,
): Promise<Packed> {
  const plain = Buffer.isBuffer(content) ? content : Buffer.from(content)
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const [br, gz] = await Promise.all([brotli(plain, effort), zip(plain, { level: levels[effort] })])
  const form = (encoding: Encoding, bytes: Buffer): Form => {
    const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`
    const unchanged = { ...headers, etag, vary: 'Accept-Encoding' }
    const coded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
    const full = { ...unchanged, ...coded, 'content-length': String(bytes.length) }
    return { etag, bytes, full: flat(full), unchanged: flat(unchanged) }
  }
  return { br: form('br', br), gzip: form('gzip', gz), identity: form('identity', plain) }
}

/** Answers with the best form that the client takes, or that it has it already. */
export function sendPacked(
  packed: Packed,
  request: Pick<IncomingMessage, 'method' | 'rawHeaders'>,
  response: ServerResponse,
): void {
  const form = packed[chosenEncoding(headerOf(request, 'accept-encoding'))]
  const seen = headerOf(request, 'if-none-match')
  if (seen !== undefined && hasSeen(seen, form.etag)) {
    response.writeHead(304, form.unchanged).end()
    return
  }
  response.writeHead(200, form.full)
  if (request.method === 'HEAD') response.end()
  else response.end(form.bytes)
}

/** Reads one header without having Node make an object of all: at this pace that shows. */
function headerOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>, name: string) {
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const header = rawHeaders[at]
    if (header?.length === name.length && header.toLowerCase() === name) return rawHeaders[at + 1]
  }
  return undefined
}

/** Clients send few different headers: the answer to each is remembered. */
function chosenEncoding(accepted = ''): Encoding {
  const known = remembered.get(accepted)
  if (known) return known
  const encoding = encodingFor(accepted, every)
  if (remembered.size < 100) remembered.set(accepted, encoding)
  return encoding
}
const every = { br: Buffer.alloc(0), gzip: Buffer.alloc(0) }
const remembered = new Map<string, Encoding>([['', 'identity']])

const flat = (headers: Headers) => Object.entries(headers).flat()

const levels: Record<Effort, number> = { hard: 9, quick: 6 }
const zip = promisify(gzip)
const compress = promisify(brotliCompress)
const brotli = (bytes: Buffer, effort: Effort) =>
  compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      // The best quality takes half a second for a list of hundreds of suppliers.
      [constants.BROTLI_PARAM_QUALITY]: effort === 'quick' ? 4 : bytes.length < 100_000 ? 11 : 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
