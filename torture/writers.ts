import type { Connection } from '../bench/connection.ts'
import { openConnection } from '../bench/connection.ts'
import { posted, verb } from '../bench/server.ts'

/** A change that was answered: from here on it must never be lost. */
export type Acknowledged = { id: string; version: number; description: string }

type To = { port: number; cookie: string }
type Writing = To & {
  acknowledged: Acknowledged[]
  /** Whether to go on with another change. */
  goOn: () => boolean
}

/** Streams of changes at several connections, each on a record of its own, until told to end or cut off. */
export async function writeStream(writing: Writing, writers = 3): Promise<void> {
  await Promise.all(Array.from({ length: writers }, (_, index) => writeTo(writing, index)))
}

async function writeTo(writing: Writing, index: number): Promise<void> {
  const connection = await openConnection(writing.port)
  try {
    const id = `PA-000${index + 1}`
    let version = await versionOf(connection, writing, id)
    for (let count = 0; writing.goOn(); count += 1) {
      const { path, input } =
        count % 8 === 7 ? creation(index, count) : changeOf(id, version, count)
      const answer = await connection.ask(posted(path, input, writing))
      if (answer.status !== 200)
        throw new Error(
          `A change was answered ${answer.status}: ${answer.body.toString().slice(0, 200)}`,
        )
      const { result } = JSON.parse(answer.body.toString())
      const { id: of, version: at, description } = result.data as Acknowledged
      writing.acknowledged.push({ id: of, version: at, description })
      if (of === id) version = at
    }
  } finally {
    connection.close()
  }
}

async function versionOf(connection: Connection, { cookie }: To, id: string): Promise<number> {
  const { body } = await connection.ask(verb('activities.read', { id }, cookie))
  return (JSON.parse(body.toString()).result.data.record as Acknowledged).version
}

/** A cell changes and a row comes, so that a change writes several tables. */
const changeOf = (id: string, version: number, count: number) => ({
  path: '/api/trpc/activities.change',
  input: {
    id,
    version,
    changes: {
      fields: { description: unique(id, count) },
      rows:
        count < 100
          ? [{ op: 'add', rows: 'purposes', cells: { purpose: `Purpose ${count} of ${id}` } }]
          : [],
    },
  },
})

const creation = (index: number, count: number) => ({
  path: '/api/trpc/activities.create',
  input: {
    changes: { fields: { name: `Made by ${index}`, description: unique(`new ${index}`, count) } },
  },
})

const unique = (of: string, count: number) =>
  `${of} ${count} ${Date.now()} ${'x'.repeat(count % 400)}`.trim()
