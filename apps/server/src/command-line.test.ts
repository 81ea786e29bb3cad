import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from '@ropewalk/db/sqlite.ts'
import { expect, it, vi } from 'vitest'
import { freshFolder } from './parts-for-tests.ts'

vi.setConfig({ testTimeout: 60_000 })

const ropewalk = (data: string, args: string[], input = '') =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'ropewalk.ts'), ...args], {
    env: { ROPEWALK_DATA: data },
    input,
    encoding: 'utf8',
  })

it('adds a person before the first start and leaves a whole starter, for its user alone', async () => {
  const data = freshFolder()
  const words = 'user add dpo@example.org --name DPO --role dpo'.split(' ')
  const added = ropewalk(data, words, 'correct horse battery staple')
  expect(added).toMatchObject({ stdout: 'US-0001\n', status: 0 })
  const database = openSqlite(join(data, 'ropewalk.db'))
  const { nouns, referenceData } = database.tables
  await database.reading(async (db) => {
    expect(await db.$count(nouns.activity)).toBeGreaterThan(0)
    expect(await db.$count(referenceData)).toBeGreaterThan(0)
  })
  await database.close()
  for (const file of readdirSync(data)) expect(statSync(join(data, file)).mode & 0o077).toBe(0)
})
