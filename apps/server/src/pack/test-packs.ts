import { mkdtempSync, openAsBlob } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@ropewalk/db/database.ts'
import type { Actor } from '@ropewalk/domain/permissions.ts'
import type { Manifest } from '@ropewalk/log/pack/manifest.ts'
import { type PackVerdict, verifyPack } from '@ropewalk/log/pack/pack-verifier.ts'
import { readText } from '@ropewalk/log/pack/read-file.ts'
import { zipFilesIn } from '@ropewalk/log/pack/zip-files.ts'
import { headsOf } from '@ropewalk/services/log/heads.ts'
import { parties } from '@ropewalk/services/records/nouns.ts'
import { loadStarter } from '@ropewalk/services/starter/load-starter.ts'
import { contextOf, person } from '@ropewalk/services/test-contexts.ts'
import { keeperForTests } from '../parts-for-tests.ts'
import { loggedPack } from './logged-pack.ts'
import { makePack } from './make-pack.ts'

export const period = { from: '2026-11-10', to: '2026-11-15' }
export const page = '<!doctype html><title>verify</title>'

/** A register with the starter of 2 November, at whose clock things can be done, and of which packs can be made. */
export async function packing(database: Database) {
  const { tables, engine } = database
  const keeper = keeperForTests()
  const folder = mkdtempSync(join(tmpdir(), 'ropewalk-packs-'))
  const now = '2026-11-02T12:00:00.000Z'
  await database.writing((db) => loadStarter({ db, tables, engine, now }, 'x2o'))
  let made = 0

  const at = (time: string, actor: Actor = person('dpo', 'admin')) =>
    contextOf(database, actor, `2026-11-${time}:00:00.000Z`)
  const heads = (time: string) => headsOf(database, keeper, () => at(time).now())

  async function pack(time: string, days: unknown = period) {
    made += 1
    const file = join(folder, `${made}.zip`)
    const asked = { heads: heads(time), source: 'https://register.example', days }
    const { order, ...zipped } = await loggedPack(at(time), asked, (order) =>
      makePack({ database, key: keeper.key, verifyPage: page, file }, order),
    )
    const { rows: rowCount, bytes, sha256 } = zipped
    return { ...(await opened(file)), rowCount, bytes, sha256, order, file }
  }

  const party = async (time: string, name: string) =>
    (await parties.create.run(at(time), { changes: { fields: { name } } })).id
  const archive = (time: string, id: string) => parties.archive.run(at(time), { id, version: 1 })
  const remove = (time: string, id: string) => parties.remove.run(at(time), { id, version: 1 })
  return { at, heads, pack, party, archive, remove, keeper, folder }
}

export type OpenedPack = {
  texts: ReadonlyMap<string, string>
  manifest: Manifest
  verdict: PackVerdict
  /** The rows of a CSV as objects by column. */
  rows(file: string): Record<string, string>[]
}

/** A pack read back whole, and what its verifier says. */
export async function opened(file: string): Promise<OpenedPack> {
  const files = await zipFilesIn(await openAsBlob(file))
  const texts = new Map<string, string>()
  for (const name of files.names) texts.set(name, (await readText(files, name)) ?? '')
  const verdict = await verifyPack(files)
  return {
    texts,
    manifest: JSON.parse(texts.get('manifest.json') ?? 'null'),
    verdict,
    rows: (name) => rowsIn(texts.get(name) ?? ''),
  }
}

function rowsIn(csv: string): Record<string, string>[] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, quoted, bare = '', end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end === '\r\n') rows.push([])
  }
  const [heads = [], ...rest] = rows.slice(0, -1)
  return rest.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])))
}
