import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Acknowledged } from './writers.ts'

/** What the server asked of the kernel for its database, and the answers it gave, in their order. */
export type Event =
  | { kind: 'write'; file: string; at: number; bytes: Buffer }
  | { kind: 'truncate'; file: string; length: number }
  | { kind: 'sync'; file: string }
  | { kind: 'answer'; acknowledged: Acknowledged }

export const traced = 'pwrite64,ftruncate,fsync,fdatasync,write,writev,sendto,sendmsg'

/** Reads what strace recorded (`-f -y -xx`): the calls on files whose path begins with `database`, and answers. */
export async function eventsIn(trace: string, database: string): Promise<Event[]> {
  const events: Event[] = []
  const unfinished = new Map<string, string>()
  for await (const line of createInterface({ input: createReadStream(trace) })) {
    const call = wholeCall(line, unfinished)
    const event = call && eventOf(call, database)
    if (event) events.push(event)
  }
  return events
}

/** A call that another thread's came between is recorded in two lines. */
function wholeCall(line: string, unfinished: Map<string, string>): string | undefined {
  const [, process = '', rest = ''] = /^(\d+)\s+(.*)$/s.exec(line) ?? []
  if (rest.endsWith('<unfinished ...>')) {
    unfinished.set(process, rest.slice(0, -'<unfinished ...>'.length).trimEnd())
    return undefined
  }
  const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest)
  if (!resumed) return rest
  const begun = unfinished.get(process)
  unfinished.delete(process)
  return begun === undefined ? undefined : begun + resumed[1]
}

function eventOf(call: string, database: string): Event | undefined {
  const [, name = '', path = '', rest = ''] = /^(\w+)\(\d+<([^>]*)>(.*)$/s.exec(call) ?? []
  if (/ = -1 /.test(rest.slice(-80))) return undefined
  const file = textOf(path)
  if (!file.startsWith(database)) return name.startsWith('p') ? undefined : answerIn(name, rest)
  switch (name) {
    case 'pwrite64': {
      const offset = /", \d+, (\d+)\)/.exec(rest)?.[1]
      return { kind: 'write', file, at: Number(offset), bytes: bytesIn(rest) }
    }
    case 'ftruncate':
      return { kind: 'truncate', file, length: Number(/^, (\d+)/.exec(rest)?.[1]) }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', file }
    default:
      return undefined
  }
}

/** An answer to a change: from the moment it begins to leave, the change is acknowledged. */
function answerIn(name: string, rest: string): Event | undefined {
  if (name === 'fsync' || name === 'fdatasync' || name === 'ftruncate') return undefined
  const text = bytesIn(rest).toString()
  if (!text.startsWith('HTTP/1.1 200')) return undefined
  const body = text.slice(text.indexOf('\r\n\r\n'))
  const json = body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)
  if (!json.startsWith('{"result":{"data":{"id":"')) return undefined
  const { id, version, description } = JSON.parse(json).result.data as Acknowledged
  return { kind: 'answer', acknowledged: { id, version, description } }
}

const textOf = (path: string) => (path.startsWith('\\x') ? hex(path).toString() : path)
const bytesIn = (rest: string) =>
  Buffer.concat(Array.from(rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g), ([, text = '']) => hex(text)))
const hex = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex')
