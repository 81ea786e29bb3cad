import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const noSecondName = vi.hoisted(() => ({ isOn: false }))
vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original()
  return {
    ...real,
    link: async (file, kept) => {
      if (noSecondName.isOn) throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
      await real.link(file, kept)
    },
  }
})
const { keepBeside, place } = await import('./durable.ts')

let folder: string
const there = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ropewalk-durable-'))
  writeFileSync(there('file'), 'ours')
})
afterEach(() => {
  noSecondName.isOn = false
  rmSync(folder, { recursive: true, force: true })
})

it.each([false, true])(
  'names a file and keeps one beside it, without second names: %s',
  async (isOn) => {
    noSecondName.isOn = isOn
    await keepBeside(there('file'), there('kept'))
    await place(there('file'), there('placed'))
    expect([readFileSync(there('kept'), 'utf8'), readFileSync(there('placed'), 'utf8')]).toEqual([
      'ours',
      'ours',
    ])
  },
)

it.each([false, true])('replaces nothing, without second names: %s', async (isOn) => {
  noSecondName.isOn = isOn
  writeFileSync(there('theirs'), 'theirs')
  await expect(keepBeside(there('file'), there('theirs'))).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(place(there('file'), there('theirs'))).rejects.toMatchObject({ code: 'EEXIST' })
  expect(readFileSync(there('theirs'), 'utf8')).toBe('theirs')
})
