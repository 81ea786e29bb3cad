import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Random } from '../bench/register/random.ts'
import type { Event } from './trace.ts'
import type { Acknowledged } from './writers.ts'

/** The content of each file by its path. */
type Files = Map<string, Content>
/** Grows by doubling, so that a write costs no more than its bytes. */
type Content = { bytes: Buffer; length: number }
type Pending = Exclude<Event, { kind: 'sync' | 'answer' }>

const sector = 512

/** The files of a database before the recording; the shared index is rebuilt by whoever opens it. */
export function filesOf(database: string): Files {
  const files: Files = new Map()
  for (const suffix of ['', '-wal']) {
    try {
      files.set(database + suffix, contentOf(readFileSync(database + suffix)))
    } catch {
      // It was not there.
    }
  }
  return files
}

export type Cut = { database: string; acknowledged: Acknowledged[] }
type Replay = {
  from: Files
  events: readonly Event[]
  database: string
  image: string
  random: Random
}

/**
 * The power goes at each of these moments (numbers of events, rising): what was synced stands, and of every write
 * that was not, all, nothing or some sectors reached the disk. Each image lies at `image` until the next is asked for.
 */
export function* cuts(
  { from, events, database, image, random }: Replay,
  moments: readonly number[],
): Generator<Cut> {
  const durable: Files = new Map(Array.from(from, ([file, content]) => [file, copied(content)]))
  const pending = new Map<string, Pending[]>()
  const acknowledged: Acknowledged[] = []
  let next = 0
  for (const [index, event] of events.entries()) {
    if (event.kind === 'answer') acknowledged.push(event.acknowledged)
    else if (event.kind === 'sync') settle(durable, pending, event.file)
    else if (pending.get(event.file)?.push(event) === undefined) pending.set(event.file, [event])
    if (moments[next] !== index) continue
    next += 1
    writeImage({ durable, pending, database, image, random })
    yield { database: image, acknowledged: [...acknowledged] }
  }
}

function settle(durable: Files, pending: Map<string, Pending[]>, file: string) {
  const content = durable.get(file) ?? contentOf(Buffer.alloc(0))
  for (const write of pending.get(file) ?? []) apply(content, write)
  pending.delete(file)
  durable.set(file, content)
}

type Imaging = {
  durable: Files
  pending: Map<string, Pending[]>
  database: string
  image: string
  random: Random
}
function writeImage({ durable, pending, database, image, random }: Imaging) {
  for (const suffix of ['', '-wal', '-shm']) rmSync(image + suffix, { force: true })
  for (const file of new Set([...durable.keys(), ...pending.keys()])) {
    if (file.endsWith('-shm')) continue
    const content = copied(durable.get(file) ?? contentOf(Buffer.alloc(0)))
    for (const write of pending.get(file) ?? [])
      for (const survived of survivor(write, random)) apply(content, survived)
    writeFileSync(image + file.slice(database.length), content.bytes.subarray(0, content.length))
  }
}

/** An unsynced write as it is found afterwards: whole, torn after some sectors, or not at all. */
function survivor(write: Pending, random: Random): Pending[] {
  if (random.chance(50)) return []
  if (write.kind === 'truncate' || !random.chance(30)) return [write]
  const kept = random.below(Math.floor(write.bytes.length / sector) + 1) * sector
  return [{ ...write, bytes: write.bytes.subarray(0, kept) }]
}

function apply(content: Content, write: Pending): void {
  if (write.kind === 'truncate') {
    resize(content, write.length)
    return
  }
  const end = write.at + write.bytes.length
  if (end > content.length) resize(content, end)
  write.bytes.copy(content.bytes, write.at)
}

function resize(content: Content, length: number): void {
  if (length > content.bytes.length) {
    const larger = Buffer.alloc(length * 2)
    content.bytes.copy(larger, 0, 0, content.length)
    content.bytes = larger
  }
  if (length < content.length) content.bytes.fill(0, length, content.length)
  content.length = length
}

const contentOf = (bytes: Buffer): Content => ({ bytes, length: bytes.length })
const copied = ({ bytes, length }: Content): Content => ({
  bytes: Buffer.from(bytes.subarray(0, length)),
  length,
})
