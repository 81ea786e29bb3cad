import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { prepareDataFolder } from '../data-folder.ts'
import { settingsFrom } from '../settings.ts'
import { backupVerb, restoreVerb } from './backup-cli.ts'
import { openBackup } from './read-backup.ts'
import { writeArchive } from './write-archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'ropewalk-tampered-'))
const settings = settingsFrom({ ROPEWALK_DATA: join(folder, 'data') })
const good = join(folder, 'good.zip')
let parts: ReadonlyMap<string, Buffer>
let count = 0
beforeAll(async () => {
  prepareDataFolder(settings)
  await backupVerb(settings, good, { 'with-key': true })
  parts = await partsIn(good)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function partsIn(file: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false })
  const found = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    found.set(entry.fileName, Buffer.concat(await stream.toArray()))
  }
  zip.close()
  return found
}

async function written(changed: ReadonlyMap<string, Buffer>): Promise<string> {
  count += 1
  const file = join(folder, `${count}.zip`)
  const all = [...changed].map(([name, content]) => ({
    name,
    bytes: async function* () {
      yield content
    },
  }))
  await writeArchive(file, `${file}.part`, { parts: all, at: new Date() })
  return file
}

async function refusalOf(file: string): Promise<string> {
  try {
    const backup = await openBackup(file)
    try {
      for (const { rows: _, ...part } of backup.manifest.tables)
        await Array.fromAsync(backup.rows(part))
      for (const { name } of backup.manifest.parts)
        if (!name.startsWith('tables/')) await backup.bytes(name)
    } finally {
      backup.close()
    }
    return 'none'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

it('is read whole as it was made', async () => {
  expect(await refusalOf(good)).toBe('none')
  expect(await refusalOf(await written(parts))).toBe('none')
})

it('names the part that was changed, taken out or put in', async () => {
  const names = [...parts.keys()]
  expect(names).toEqual(expect.arrayContaining(['tables/entries.jsonl', 'log-key', 'heads.log']))
  for (const name of names) {
    const said = name.startsWith('manifest')
      ? 'the manifest is not the one'
      : `the part ${name} is not`
    expect(await refusalOf(await written(new Map([...parts, [name, flipped(name)]])))).toContain(
      said,
    )
    if (name === 'manifest.json' || name === 'manifest.note') continue
    const without = new Map([...parts].filter(([each]) => each !== name))
    expect(await refusalOf(await written(without))).toContain(`the part ${name} is missing`)
  }
  const more = new Map([...parts, ['tables/more.jsonl', Buffer.from('[]\n')]])
  expect(await refusalOf(await written(more))).toContain(
    'tables/more.jsonl is one that the manifest',
  )
})

// A digit of the size for the manifest, which must still be JSON; one bit for the rest.
function flipped(name: string): Buffer {
  const bytes = Buffer.from(parts.get(name) ?? '')
  if (name === 'manifest.json')
    return Buffer.from(
      bytes.toString().replace(/"rows": (\d)/, (_, digit) => `"rows": ${9 - +digit}`),
    )
  if (bytes.length === 0) return Buffer.from('\n')
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

it('refuses what is no backup, or half of one, and leaves nothing of it', async () => {
  const text = join(folder, 'text.zip')
  writeFileSync(text, 'not a ZIP')
  const half = await written(parts)
  truncateSync(half, 20_000)
  for (const file of [text, half, join(folder, 'none.zip')])
    await expect(restoreVerb(settings, file, {})).rejects.toMatchObject({ code: 'INVALID' })
  const changed = await written(
    new Map([...parts, ['tables/search.jsonl', flipped('tables/search.jsonl')]]),
  )
  const before = readdirSync(settings.data)
  await expect(restoreVerb(settings, changed, { older: true })).rejects.toMatchObject({
    message: expect.stringContaining('tables/search.jsonl is not what the manifest says'),
  })
  expect(readdirSync(settings.data)).toEqual(before)
})

it('refuses a backup of a newer Ropewalk', async () => {
  const manifest = JSON.parse(String(parts.get('manifest.json')))
  manifest.migrations.push({ id: '9999_later', sha256: '0'.repeat(64) })
  const changed = new Map([...parts, ['manifest.json', Buffer.from(JSON.stringify(manifest))]])
  changed.delete('manifest.note')
  await expect(
    restoreVerb(settings, await written(changed), { older: true, unsigned: true }),
  ).rejects.toMatchObject({
    message: expect.stringMatching(/^The backup comes from a newer Ropewalk .*9999_later/),
  })
})
