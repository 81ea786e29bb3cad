import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { checkpointOf } from '@ropewalk/log/checkpoint.ts'
import { publicKeyOf } from '@ropewalk/log/keys.ts'
import { isSignedBy } from '@ropewalk/log/note.ts'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { parties } from '../records/nouns.ts'
import { contextOf } from '../test-contexts.ts'
import { type HeadKeeper, headsOf } from './heads.ts'
import { unlocked } from './test-log.ts'

const key = { name: 'ropewalk/test', secret: new Uint8Array(32).fill(5) }
const now = () => new Date('2026-11-25T08:00:00.000Z')
function keeper(): HeadKeeper & { notes: string[] } {
  const notes: string[] = []
  return { notes, key, last: async () => notes.at(-1), keep: async (note) => void notes.push(note) }
}

onBothEngines('heads of the log', ({ open }) => {
  const started = async () => {
    const database = await open()
    const context = contextOf(database)
    const write = (name: string) => parties.create.run(context, { changes: { fields: { name } } })
    return { database, write }
  }

  it('are signed, and made anew only when something was written', async () => {
    const { database, write } = await started()
    const kept = keeper()
    const heads = headsOf(database, kept, now)
    expect(checkpointOf(await heads.make())).toMatchObject({ size: 0, origin: key.name })
    await write('One')
    const note = await heads.make()
    expect(checkpointOf(note)).toMatchObject({ size: 1, time: '2026-11-25T08:00:00Z' })
    expect(isSignedBy(note, publicKeyOf(key))).toBe(true)
    expect(await heads.make()).toBe(note)
    await Promise.all([write('Two'), heads.make(), heads.make(), write('Three')])
    expect(checkpointOf(await headsOf(database, kept, now).make()).size).toBe(3)
    expect(new Set(kept.notes).size).toBe(kept.notes.length)
  })

  it('are refused once the log no longer is what was signed', async () => {
    const { database, write } = await started()
    const kept = keeper()
    for (const name of ['One', 'Two', 'Three']) await write(name)
    await headsOf(database, kept, now).make()
    await unlocked(
      database,
      sql`update entries set leaf = replace(leaf, 'web', 'job') where seq = 2`,
    )
    await expect(headsOf(database, kept, now).make()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(kept.notes).toHaveLength(1)
  })

  it('are refused once the newest entries are gone, or under another key', async () => {
    const { database, write } = await started()
    const kept = keeper()
    for (const name of ['One', 'Two']) await write(name)
    await headsOf(database, kept, now).make()
    const other = { ...kept, key: { ...key, secret: new Uint8Array(32).fill(6) } }
    await expect(headsOf(database, other, now).make()).rejects.toThrow('not signed by this key')
    await unlocked(database, sql`delete from entries where seq = 2`)
    await expect(headsOf(database, kept, now).make()).rejects.toThrow('does not agree')
  })
})
