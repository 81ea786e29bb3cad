import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api'
import type { Engine } from '../src/makers.ts'
import { type Journal, splitter } from '../src/migrations.ts'
import { flatTables } from '../src/tables/tables.ts'

// pnpm db:generate <name>            writes what changed in the tables
// pnpm db:generate <name> --by-hand  writes an empty migration to fill in, then run `pnpm db:generate --seal`
const [name, option] = process.argv.slice(2)
for (const engine of ['sqlite', 'postgres'] as const) await generate(engine)

async function generate(engine: Engine) {
  const folder = fileURLToPath(new URL(`../../../drizzle/${engine}/`, import.meta.url))
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  if (name !== '--seal') await add(engine, folder, files)
  const journal: Journal = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ id: file.replace('.sql', ''), sha256: sha256(readFileSync(folder + file)) }))
  writeFileSync(`${folder}journal.json`, `${JSON.stringify(journal, null, 2)}\n`)
}

async function add(engine: Engine, folder: string, files: string[]) {
  const snapshot = `${folder}snapshot.json`
  const number = String(files.length + 1).padStart(4, '0')
  const file = `${folder}${number}_${name ?? 'change'}.sql`
  if (option === '--by-hand') return writeFileSync(file, '-- written by hand\n')
  const before = existsSync(snapshot) ? JSON.parse(readFileSync(snapshot, 'utf8')) : undefined
  const statements = await changesOf(engine, before, snapshot)
  if (statements.length === 0) return process.stdout.write(`${engine}: nothing to do\n`)
  writeFileSync(file, `${statements.join(`\n${splitter}\n`)}\n`)
  return process.stdout.write(`${engine}: ${statements.length} statements\n`)
}

async function changesOf(engine: Engine, before: object | undefined, snapshot: string) {
  const tables = flatTables(engine)
  if (engine === 'sqlite') {
    const after = await generateSQLiteDrizzleJson(tables)
    writeFileSync(snapshot, `${JSON.stringify(after)}\n`)
    const empty = await generateSQLiteDrizzleJson({})
    return generateSQLiteMigration((before ?? empty) as typeof after, after)
  }
  const after = generateDrizzleJson(tables)
  writeFileSync(snapshot, `${JSON.stringify(after)}\n`)
  return generateMigration((before ?? generateDrizzleJson({})) as typeof after, after)
}

function sha256(bytes: Buffer) {
  return createHash('sha256').update(bytes).digest('hex')
}
