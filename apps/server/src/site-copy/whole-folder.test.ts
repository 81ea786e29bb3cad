import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freshFolder } from '../parts-for-tests.ts'
import { wholeFolder } from './whole-folder.ts'

async function* files(...all: [path: string, text: string][]) {
  for (const [path, text] of all) yield { path, bytes: Buffer.from(text) }
}

async function* failing() {
  yield { path: 'a/index.html', bytes: Buffer.from('half') }
  throw new Error('the page could not be made')
}

it('writes into a new or an empty folder, and replaces exactly what it wrote', async () => {
  const place = freshFolder()
  const folder = join(place, 'site')
  expect(await wholeFolder(folder, files(['a/index.html', 'one'], ['b.csv', 'two']))).toBe(2)
  expect(await wholeFolder(folder, files(['a/index.html', 'three']))).toBe(1)
  expect(readdirSync(folder).toSorted()).toEqual(['.ropewalk-site.json', 'a'])
  expect(readFileSync(join(folder, 'a/index.html'), 'utf8')).toBe('three')
  const empty = join(place, 'empty')
  mkdirSync(empty)
  expect(await wholeFolder(empty, files(['a', 'one']))).toBe(1)
  const link = join(place, 'link')
  symlinkSync(folder, link)
  await wholeFolder(link, files(['c', 'four']))
  expect(readFileSync(join(folder, 'c'), 'utf8')).toBe('four')
  expect(readdirSync(place).toSorted()).toEqual(['empty', 'link', 'site'])
})

it('leaves alone a folder with anything that it did not write', async () => {
  const folder = join(freshFolder(), 'site')
  mkdirSync(folder)
  writeFileSync(join(folder, 'own.txt'), 'mine')
  const again = () => wholeFolder(folder, files(['a/index.html', 'new']))
  await expect(again()).rejects.toThrow(/did not write, such as own\.txt\./)
  writeFileSync(join(folder, '.ropewalk-site.json'), 'not a list')
  await expect(again()).rejects.toThrow('did not write')

  const ours = join(freshFolder(), 'site')
  await wholeFolder(ours, files(['a/index.html', 'old']))
  writeFileSync(join(ours, 'a/notes.txt'), 'mine')
  await expect(wholeFolder(ours, files(['a/index.html', 'new']))).rejects.toThrow('a/notes.txt')
  expect(readFileSync(join(ours, 'a/index.html'), 'utf8')).toBe('old')
  expect(readdirSync(folder).toSorted()).toEqual(['.ropewalk-site.json', 'own.txt'])
})

it('leaves alone what somebody put there while it wrote', async () => {
  const place = freshFolder()
  const folder = join(place, 'site')
  await wholeFolder(folder, files(['a', 'old']))
  async function* meanwhile() {
    yield* files(['a', 'new'])
    writeFileSync(join(folder, 'own.txt'), 'mine')
  }
  await expect(wholeFolder(folder, meanwhile())).rejects.toThrow('own.txt')
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old')
  expect(readdirSync(place)).toEqual(['site'])
})

it('keeps the copy before, whole, where the new one fails', async () => {
  const place = freshFolder()
  const folder = join(place, 'site')
  await wholeFolder(folder, files(['a/index.html', 'old']))
  await expect(wholeFolder(folder, failing())).rejects.toThrow('the page could not be made')
  expect(readFileSync(join(folder, 'a/index.html'), 'utf8')).toBe('old')
  expect(readdirSync(place)).toEqual(['site'])
})

it('says in a sentence what cannot be written', async () => {
  const place = freshFolder()
  const file = join(place, 'file')
  writeFileSync(file, '')
  const write = (folder: string) => wholeFolder(folder, files(['a', 'one']))
  await expect(write(file)).rejects.toThrow(`${file} cannot be written (ENOTDIR).`)
  await expect(write(join(file, 'site'))).rejects.toThrow('cannot be written (ENOTDIR)')
  await expect(write(join(place, 'none', 'site'))).rejects.toThrow('cannot be written (ENOENT)')
  await expect(write('/proc/site')).rejects.toThrow(/\/proc\/site cannot be written \(E\w+\)/)
})
