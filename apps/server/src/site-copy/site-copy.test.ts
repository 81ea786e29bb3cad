import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { announceChange } from '@ropewalk/services/changes/announcing.ts'
import { createChange } from '@ropewalk/services/changes/drafting.ts'
import { contextOf, person } from '@ropewalk/services/test-contexts.ts'
import { expect, it, vi } from 'vitest'
import { appWith } from '../app.ts'
import { readCommand } from '../command.ts'
import { openDatabase } from '../open-database.ts'
import { freshFolder, partsFor } from '../parts-for-tests.ts'
import { publicParts } from '../public-parts.ts'
import { publicSite } from '../public-site.ts'
import { announceWithSecrets, confirmAndPublish, plantSecrets } from '../secrets-for-tests.ts'
import { settingsFrom } from '../settings.ts'
import { writeSite } from './site-cli.ts'

vi.setConfig({ testTimeout: 120_000 })
const base = 'https://register.example'
const now = () => new Date('2026-11-24T20:00:00Z')

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== '.ropewalk-site.json')

function serving(database: Database) {
  const site = publicParts({ database, base: () => base })
  return appWith(partsFor({}, { routes: (doors) => publicSite(doors, { ...site, now }) }))
}

onBothEngines('the static copy', ({ open }) => {
  it('holds the bytes that are served, everything that may be found, and nothing internal', async () => {
    const database = await open()
    const folder = join(freshFolder(), 'site')
    const copy = { folder, base, now }
    await expect(writeSite(database, copy)).rejects.toThrow('Nothing is published yet')
    await plantSecrets(database)
    await confirmAndPublish(database)
    await announceWithSecrets(database)
    const app = serving(database)

    expect(await writeSite(database, copy)).toBe(filesIn(folder).length)
    for (const path of filesIn(folder)) {
      const bytes = readFileSync(join(folder, path))
      const served = await app.inject(`/${path.replace(/\/index\.html$/, '')}`)
      expect(served.statusCode, path).toBe(200)
      expect(bytes.equals(served.rawPayload), path).toBe(true)
      expect(bytes.toString(), path).not.toMatch(/secret/i)
    }

    const map = readFileSync(join(folder, 'sitemap.xml'), 'utf8')
    const found = [...map.matchAll(/<loc>https:\/\/register\.example(.+?)<\/loc>/g)]
    expect(found.length).toBeGreaterThan(20)
    const page = readFileSync(join(folder, 'subprocessors/index.html'), 'utf8')
    const style = /href="\/(subprocessors\/style\.\w+\.css)"/.exec(page)?.[1]
    const others = ['', 'fr/'].flatMap((of) => [
      ...[`${of}subprocessors.csv`, `${of}subprocessors.json`, `${of}subprocessors.atom`],
      ...[`${of}subprocessors/feed.json`, `${of}subprocessors/calendar.ics`],
    ])
    const expected = [
      ...found.map(([, path]) => `${path?.slice(1)}/index.html`),
      ...[...others, String(style), 'schemas/subprocessors.json', 'sitemap.xml', 'robots.txt'],
    ]
    expect(filesIn(folder).toSorted()).toEqual(expected.toSorted())
    expect(expected).toContain('fr/subprocessors/changes/CH-0006/index.html')
    expect(expected).toContain('subprocessors/as-of/2026-11-24/index.html')
    await app.close()
  })
})

const ropewalk = (environment: Record<string, string>, ...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../ropewalk.ts'), ...args], {
    env: { ROPEWALK_URL: base, ...environment },
    encoding: 'utf8',
  })

it('is made by command beside an open register, for every user of the machine to read', async () => {
  const data = freshFolder()
  const database = await openDatabase(settingsFrom({ ROPEWALK_DATA: data }))
  const folder = join(freshFolder(), 'site')
  expect(ropewalk({ ROPEWALK_DATA: data }, 'site', folder)).toMatchObject({
    stdout: `${folder}\nfiles: ${filesIn(folder).length}\naddresses in them: ${base}\n`,
    ...{ status: 0, stderr: '' },
  })
  expect(statSync(folder).mode & 0o777).toBe(0o755)
  expect(statSync(join(folder, 'subprocessors')).mode & 0o777).toBe(0o755)
  expect(statSync(join(folder, 'sitemap.xml')).mode & 0o777).toBe(0o644)
  expect(readFileSync(join(folder, 'sitemap.xml'), 'utf8')).toContain(`${base}/subprocessors`)

  const change = { kind: 'remove', why: 'It ends', subProcessors: ['SP-0001'] }
  const effectiveOn = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
  const context = contextOf(database, person('dpo'), new Date().toISOString())
  const { id, version } = await createChange.run(context, { ...change, effectiveOn })
  await announceChange.run(context, { id, version })
  const { stdout } = ropewalk({ ROPEWALK_DATA: data }, 'site', folder, '--json')
  expect(JSON.parse(stdout)).toEqual({ folder, base, files: filesIn(folder).length })
  expect(filesIn(folder)).toContain(`subprocessors/changes/${id}/index.html`)
  await database.close()
})

it('says in one sentence by command that nothing is published', () => {
  const folder = join(freshFolder(), 'site')
  const empty = { ROPEWALK_DATA: freshFolder(), ROPEWALK_STARTER: 'empty' }
  const { status, stdout, stderr } = ropewalk(empty, 'site', folder)
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^Nothing is published yet.*\n$/)
})

it('needs one folder', () => {
  expect(readCommand(['site']).fault).toMatch(/^Name the folder/)
  expect(readCommand(['site']).alone).toBeUndefined()
  expect(readCommand(['site', 'a', 'b']).alone).toBeUndefined()
  expect(readCommand(['site', 'a']).alone).toBeDefined()
})
