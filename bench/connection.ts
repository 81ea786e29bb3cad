import { connect, type Socket } from 'node:net'

export type Asked = {
  method?: 'GET' | 'POST'
  path: string
  headers?: Readonly<Record<string, string>>
  body?: string
}
export type Answered = { status: number; headers: Map<string, string>; body: Buffer }
export type Connection = {
  /** One at a time; rejects when the connection breaks. */
  ask(asked: Asked): Promise<Answered>
  close(): void
}

/**
 * One kept-alive HTTP/1.1 connection to loopback, as plain as can be: what a client does itself is in every time that
 * is measured, and an ordinary client takes longer than the floor.
 */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let waiting:
    | { answer: Reading; resolve(answer: Answered): void; reject(error: Error): void }
    | undefined
  socket.on('data', (chunk: Buffer) => {
    const done = waiting?.answer.take(chunk)
    if (!done) return
    const { resolve } = waiting ?? {}
    waiting = undefined
    resolve?.(done)
  })
  const broken = (error?: Error) => {
    waiting?.reject(error ?? new Error('The connection was closed before the answer was complete.'))
    waiting = undefined
  }
  socket.on('error', broken)
  socket.on('close', () => broken())
  return {
    ask: (asked) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('The connection is closed.'))
        waiting = { answer: reading(), resolve, reject }
        send(socket, asked, port)
      }),
    close: () => socket.destroy(),
  }
}

function send(socket: Socket, { method = 'GET', path, headers = {}, body }: Asked, port: number) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const length = body === undefined ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`
  socket.write(
    `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${lines.join('')}${length}\r\n${body ?? ''}`,
  )
}

type Reading = { take(chunk: Buffer): Answered | undefined }

/** Puts an answer together from what arrives. */
function reading(): Reading {
  let seen: Buffer[] = []
  let length = 0
  let head: Pick<Answered, 'status' | 'headers'> | undefined
  let wanted: number | 'chunked' = 0
  return {
    take(chunk) {
      seen.push(chunk)
      length += chunk.length
      if (!head) {
        const all = Buffer.concat(seen)
        const end = all.indexOf('\r\n\r\n')
        if (end < 0) return undefined
        head = headOf(all.toString('latin1', 0, end))
        const size = head.headers.get('content-length')
        wanted = head.headers.has('transfer-encoding') ? 'chunked' : Number(size ?? 0)
        if (head.status === 304 || head.status === 204) wanted = 0
        seen = [all.subarray(end + 4)]
        length = seen[0]?.length ?? 0
      }
      if (wanted === 'chunked') {
        // The last chunk is small and comes last: only the end must be looked at.
        const tail = Buffer.concat(seen.slice(-2))
        if (!tail.subarray(-7).toString('latin1').endsWith('0\r\n\r\n')) return undefined
        return { ...head, body: unchunked(Buffer.concat(seen)) }
      }
      if (length < wanted) return undefined
      return { ...head, body: Buffer.concat(seen) }
    },
  }
}

function headOf(text: string): Pick<Answered, 'status' | 'headers'> {
  const [first = '', ...lines] = text.split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
    }),
  )
  return { status: Number(first.split(' ')[1]), headers }
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const end = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16)
    if (!size) return Buffer.concat(parts)
    parts.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}
