import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { fromBase64, toBase64 } from '@ropewalk/log/bytes.ts'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { parties } from '../records/nouns.ts'
import { loadStarter } from '../starter/load-starter.ts'
import { contextOf, person } from '../test-contexts.ts'
import { eraseFromHistory } from './erase.ts'
import { unlocked } from './test-log.ts'
import { type Apart, apartAsUsual, rootApart } from './verify-apart.ts'
import { verifyLive } from './verify-live.ts'

const byTwo: Apart = { threads: 2, stretch: 16, shortest: 0, isGentle: true }
const byOne = { threads: 1 }
const none = new Uint8Array()

onBothEngines('verifying by threads', ({ open, engine }) => {
  const started = async () => {
    const database = await open()
    const { tables } = database
    const now = '2026-11-24T15:00:00.000Z'
    await database.writing((db) => loadStarter({ db, tables, engine, now }, 'x2o'))
    const context = contextOf(database, person('admin', 'dpo'))
    const fields = { name: 'Jane Doe Ltd' }
    const { id } = await parties.create.run(context, { changes: { fields } })
    const changes = { fields: { name: 'Counsel Ltd' } }
    await parties.change.run(context, { id, version: 1, changes })
    await eraseFromHistory.run(context, { value: 'Jane Doe', reason: 'Her request' })
    const { root, entries } = await verifyLive(database, [], byOne)
    return { database, head: { size: entries, root: fromBase64(root), from: 'kept' } }
  }

  it('finds what one finds: nothing in a register that only the product wrote', async () => {
    const { database, head } = await started()
    const heads = [head]
    const found = await verifyLive(database, heads, byTwo)
    expect(found).toEqual(await verifyLive(database, heads, byOne))
    expect(found.faults).toEqual([])
    const log = { place: database, size: head.size, heads }
    expect(toBase64((await rootApart(log, byTwo)) ?? none)).toBe(found.root)
    const inOne = { ...byTwo, threads: 3, stretch: 1024 }
    expect(toBase64((await rootApart(log, inOne)) ?? none)).toBe(found.root)
    expect(apartAsUsual.shortest).toBeGreaterThan(apartAsUsual.stretch)
  })

  it('names what one names, wherever it lies', async () => {
    const { database, head } = await started()
    const { size } = head
    const heads = [head]
    const attacks = [
      (seq: number) =>
        sql`update entries set leaf = replace(leaf, '"door":"', '"door":"x') where seq = ${seq}`,
      (seq: number) => sql`update entries set at = '2026-11-24T15:00:00Z' where seq = ${seq}`,
      (seq: number) =>
        sql`update states set value = replace(value, '"who":"', '"who":"x') where seq = ${seq}`,
    ]
    const places = [1, 16, 17, 32, 33, size]
    for (const [turn, seq] of places.entries()) {
      const [attack] = attacks.slice(turn % attacks.length)
      if (!attack) continue
      await unlocked(database, attack(seq))
      expect(await rootApart({ place: database, size, heads }, byTwo)).toBeUndefined()
      const { faults } = await verifyLive(database, heads, byTwo)
      expect(faults).toEqual((await verifyLive(database, heads, byOne)).faults)
      expect(faults.map((fault) => fault.seq)).toContain(seq)
    }
    await unlocked(database, sql`delete from entries where seq = 40`)
    const { faults } = await verifyLive(database, heads, byTwo)
    expect(faults).toEqual((await verifyLive(database, heads, byOne)).faults)
    expect(faults).toContainEqual({ seq: 40, what: 'seq-gap', detail: '41' })
  })

  it('leaves it to one when threads cannot read the log', async () => {
    const { database, head } = await started()
    const place = {
      engine,
      place: engine === 'sqlite' ? '/nowhere/at-all.db' : 'postgres://127.0.0.1:1/x',
    }
    expect(await rootApart({ place, size: head.size, heads: [] }, byTwo)).toBeUndefined()
    const { faults, entries } = await verifyLive({ ...database, ...place }, [head], byTwo)
    expect({ faults, entries }).toEqual({ faults: [], entries: head.size })
  })
})
