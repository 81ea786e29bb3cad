import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicKeyOf, verifierText } from '@ropewalk/log/keys.ts'
import { expect, it } from 'vitest'
import { readCommand } from '../command.ts'
import { commandContext } from '../people-cli.ts'
import { verifyPackFile, verifyRegister } from '../verify-cli.ts'
import { packing } from './test-packs.ts'

onBothEngines('verify, by command', ({ open, engine }) => {
  it('reads a pack from its bytes alone, and names what is wrong with it', async () => {
    const database = await open()
    const { pack, party, keeper, folder } = await packing(database)
    const one = await pack('16T12')
    await party('17T12', 'Later')
    const other = await pack('18T12')
    const key = join(folder, 'key.txt')
    writeFileSync(key, `${verifierText(publicKeyOf(keeper.key))}\n`)

    const alone = await verifyPackFile(one.file, {})
    expect(alone.exit).toBeUndefined()
    expect(alone.text).toContain('cut off or rewritten: not checkable, without an earlier head')
    expect(alone.text).toContain('which you have not compared (--key)')
    const compared = await verifyPackFile(other.file, { against: one.file, key })
    expect(compared.exit).toBeUndefined()
    expect(compared.text).toContain(`cut off or rewritten: checked against ${one.file}`)
    expect(compared.text).toContain('the one you gave')
    const newer = await verifyPackFile(one.file, { against: other.file })
    expect(newer.text).toContain('is newer than this pack')
    const context = commandContext(database, keeper)
    const live = await verifyRegister(context, { against: one.file })
    expect(live.text).toContain(`cut off or rewritten: checked (against ${one.file})`)
    expect(live.exit).toBeUndefined()
    if (engine === 'postgres') return

    const thief = join(folder, 'thief.txt')
    const secret = new Uint8Array(32).fill(9)
    writeFileSync(thief, verifierText(publicKeyOf({ name: keeper.key.name, secret })))
    const foreign = await verifyPackFile(one.file, { key: thief })
    expect(foreign).toMatchObject({ exit: 1 })
    expect(foreign.text).toContain('carries another key than the one you compared')

    const bytes = readFileSync(one.file)
    const at = bytes.indexOf('parties.csv') + 'parties.csv'.length + 60
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const flipped = join(folder, 'flipped.zip')
    writeFileSync(flipped, bytes)
    const broken = await verifyPackFile(flipped, {})
    expect(broken.exit).toBe(1)
    expect(broken.text).toMatch(/parties\.csv (cannot be read|was changed)/)

    const nothing = join(folder, 'nothing.zip')
    copyFileSync(key, nothing)
    await expect(verifyPackFile(nothing, {})).rejects.toThrow('is not a ZIP that can be read')
    await expect(verifyPackFile(one.file, { against: key })).resolves.toMatchObject({ exit: 1 })
  })
})

it('takes a file or --live, never both, and a whole period', () => {
  const understood = (line: string) => {
    const { run, alone } = readCommand(line.split(' '))
    return (run ?? alone) !== undefined
  }
  expect(readCommand(['verify', 'a.zip']).run).toBeUndefined()
  expect(understood('verify a.zip')).toBe(true)
  expect(understood('verify --live --against a.zip')).toBe(true)
  expect(understood('verify a.zip --live')).toBe(false)
  expect(understood('verify')).toBe(false)
  expect(understood('pack --from 2026-01-01 --to 2026-03-31 --out a.zip')).toBe(true)
  expect(understood('pack --from 2026-01-01 --out a.zip')).toBe(false)
  expect(understood('pack a --from 2026-01-01 --to 2026-03-31 --out a.zip')).toBe(false)
})
