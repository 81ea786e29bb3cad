import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { prepareDataFolder, secretOf, secretWarning } from './data-folder.ts'
import { freshFolder } from './parts-for-tests.ts'
import { settingsFrom } from './settings.ts'

const settingsIn = (folder: string) => settingsFrom({ ROPEWALK_DATA: folder })

it('makes the data folder for its user alone and leaves nothing in it', () => {
  const folder = join(freshFolder(), 'deep', 'data')
  prepareDataFolder(settingsIn(folder))
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(readdirSync(folder)).toEqual([])
})

it('refuses a folder that cannot be written, naming it', () => {
  const file = join(freshFolder(), 'file')
  writeFileSync(file, '')
  const data = join(file, 'data')
  expect(() => prepareDataFolder(settingsIn(data))).toThrow(
    `ROPEWALK_DATA names a folder that cannot be written: ${data} (ENOTDIR).`,
  )
})

it.runIf(process.platform === 'linux')('refuses a folder below one that takes none', () => {
  expect(() => prepareDataFolder(settingsIn('/proc/none/data'))).toThrow('(ENOENT)')
})

it('makes the secret once, readable by its user alone', () => {
  const settings = settingsIn(freshFolder())
  const secret = secretOf(settings)
  expect(secret).toHaveLength(43)
  expect(secretOf(settings)).toBe(secret)
  expect(statSync(join(settings.data, 'secret')).mode & 0o777).toBe(0o600)
  expect(readdirSync(settings.data)).toEqual(['secret'])
})

it('takes the secret of the environment and writes none', () => {
  const data = freshFolder()
  const given = 's'.repeat(32)
  expect(secretOf(settingsFrom({ ROPEWALK_DATA: data, ROPEWALK_SECRET: given }))).toBe(given)
  expect(readdirSync(data)).toEqual([])
})

it('refuses a secret file that was cut short and does not replace it', () => {
  const settings = settingsIn(freshFolder())
  const file = join(settings.data, 'secret')
  writeFileSync(file, 'cut')
  expect(() => secretOf(settings)).toThrow(file)
  expect(readFileSync(file, 'utf8')).toBe('cut')
})

it('warns where instances may share a database without sharing a secret', () => {
  const databaseUrl = 'postgres://localhost/ropewalk'
  expect(secretWarning({ databaseUrl, secret: undefined })).toContain('ROPEWALK_SECRET')
  expect(secretWarning({ databaseUrl, secret: 'x'.repeat(32) })).toBeUndefined()
  expect(secretWarning({ databaseUrl: undefined, secret: undefined })).toBeUndefined()
})
