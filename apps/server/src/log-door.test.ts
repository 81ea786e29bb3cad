import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { type Actor, publicActor } from '@ropewalk/domain/permissions.ts'
import { fromBase64 } from '@ropewalk/log/bytes.ts'
import { type EntryProof, provedEntry } from '@ropewalk/log/entry-proof.ts'
import { publicKeyOf, verifierOf } from '@ropewalk/log/keys.ts'
import { verifyConsistency } from '@ropewalk/log/proofs.ts'
import { recordExport } from '@ropewalk/services/exports.ts'
import { sha256 } from '@ropewalk/services/log/hash.ts'
import { headsOf } from '@ropewalk/services/log/heads.ts'
import { listLog } from '@ropewalk/services/log/list-log.ts'
import { proofsOf } from '@ropewalk/services/log/proofs.ts'
import { withChangedLeaf } from '@ropewalk/services/log/test-log.ts'
import { loadStarter } from '@ropewalk/services/starter/load-starter.ts'
import { contextOf, person } from '@ropewalk/services/test-contexts.ts'
import { beforeAll, expect, it } from 'vitest'
import { appWith } from './app.ts'
import { openLog } from './log-door.ts'
import { keeperForTests, partsFor } from './parts-for-tests.ts'
import { tellRefusals } from './tell-refusals.ts'

const made = {
  exportId: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
  dataset: 'parties',
  format: 'csv',
  parameters: '',
  rows: 1,
  bytes: 1,
  sha256: 'a'.repeat(64),
  head: '1',
  complete: true,
}

onBothEngines('the log for others to check', ({ open, engine }) => {
  let database: Database
  const keeper = keeperForTests()
  beforeAll(async () => {
    database = await open()
    const { tables } = database
    const now = '2026-11-24T12:00:00.000Z'
    await database.writing((db) => loadStarter({ db, tables, engine, now }, 'x2o'))
    await headsOf(database, keeper, () => new Date(now)).make()
    await recordExport.run(contextOf(database), made)
  }, 60_000)

  const get = async (url: string, actor: Actor = publicActor) => {
    const heads = headsOf(database, keeper, () => new Date())
    const context = async () => contextOf(database, actor)
    const routes: Parameters<typeof partsFor>[1] = {
      routes: (doors) => {
        tellRefusals(doors, context)
        openLog(doors, { keeper, heads, proofs: proofsOf(database, keeper, heads), context })
      },
    }
    return appWith(partsFor({}, routes)).inject(url)
  }
  const newestOf = (note: string) => Number(note.split('\n')[1])

  it('proves to everyone that a head continues an earlier one, for ever', async () => {
    const size = newestOf((await get('/log/checkpoint')).body)
    for (const from of [1, 2, 31, size - 1, size]) {
      const answer = await get(`/log/consistency?from=${from}&to=${size}`)
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=31536000, immutable',
      })
      const { proof, fromRoot, toRoot, ...shown } = answer.json()
      expect(shown).toEqual({ origin: 'ropewalk/test', from, to: size })
      const read = (text: string) => fromBase64(text, 32)
      const continues = { from, to: size, proof: proof.map(read) }
      const roots = { fromRoot: read(fromRoot), toRoot: read(toRoot) }
      expect(verifyConsistency({ ...continues, ...roots }, sha256)).toBe(true)
    }
    const upToNow = await get('/log/consistency?from=5')
    expect(upToNow.json()).toMatchObject({ from: 5, to: size })
    expect(upToNow.headers['cache-control']).toBe('public, max-age=60')
  })

  it.each([
    ['from=0&to=3', 'from is a whole number from 1 to 2147483647.'],
    ['from=x&to=3', 'from is a whole number from 1 to 2147483647.'],
    ['to=3', 'from is a whole number from 1 to 2147483647.'],
    ['from=1&to=2147483648', 'to is a whole number from 1 to 2147483647.'],
    ['from=1&from=2&to=3', 'from is a whole number from 1 to 2147483647.'],
    ['from=4&to=3', 'from is larger than to.'],
    ['from=1&to=2147483647', /^to is 2147483647, and the newest signed head of the log is of \d+/],
  ])('refuses %s with a sentence', async (query, sentence) => {
    const answer = await get(`/log/consistency?${query}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().message).toMatch(sentence)
  })

  it('proves one entry without showing the others, under the published key', async () => {
    const key = verifierOf((await get('/.well-known/ropewalk-log-key')).body)
    expect(key).toEqual(publicKeyOf(keeper.key))
    const { lines } = await listLog.run(contextOf(database, person('auditor')), {})
    for (const { seq, about } of lines.slice(0, 20)) {
      const answer = await get(`/log/entries/${seq}/proof`, person('auditor'))
      expect(answer.headers['cache-control']).toBe('no-store')
      const shown: EntryProof = answer.json()
      expect(provedEntry(shown, key, sha256)).toMatchObject({ seq, about })
      expect(() => provedEntry({ ...shown, seq: seq + 1 }, key, sha256)).toThrow('not of entry')
      const state = shown.state.replace('"reason":"', '"reason":"x')
      expect(() => provedEntry({ ...shown, state }, key, sha256)).toThrow('state')
    }
  })

  it('signs a new head for an entry that is newer than the last one', async () => {
    await recordExport.run(contextOf(database), made)
    const { lines } = await listLog.run(contextOf(database, person('auditor')), {})
    const seq = lines[0]?.seq ?? 0
    const shown: EntryProof = (await get(`/log/entries/${seq}/proof`, person('auditor'))).json()
    expect(newestOf(shown.checkpoint)).toBe(seq)
  })

  it('shows an entry to whom the log tells it alone, and tells who asked for another', async () => {
    expect((await get('/log/entries/1/proof')).statusCode).toBe(401)
    const auditor = contextOf(database, person('auditor'))
    const { lines } = await listLog.run(auditor, {})
    const ofExport = lines.find(({ verb }) => verb === 'exports.make')?.seq
    const ofRecord = lines.find(({ about }) => about.startsWith('PA-'))?.seq
    expect((await get(`/log/entries/${ofRecord}/proof`, person('editor'))).statusCode).toBe(200)
    const refused = await get(`/log/entries/${ofExport}/proof`, person('editor'))
    expect(refused.statusCode).toBe(403)
    expect(refused.json().message).toBe('You may not read the access list.')
    const [newest] = (await listLog.run(auditor, {})).lines
    expect(newest).toMatchObject({ verb: 'permissions.refuse', actorId: 'user-editor' })
    const missing = await get('/log/entries/2147483647/proof', person('auditor'))
    expect(missing.json().message).toBe('The log has no entry 2147483647.')
    for (const seq of ['0', '1.5', 'x', '2147483648'])
      expect((await get(`/log/entries/${seq}/proof`, person('auditor'))).statusCode).toBe(400)
  })

  it('proves nothing of a log that was changed', async () => {
    await withChangedLeaf(database, 2)
    const proof = await get('/log/entries/1/proof', person('auditor'))
    expect(proof.statusCode).toBe(503)
    expect(proof.json().message).toContain('changed behind the product’s back')
    expect((await get('/log/consistency?from=1')).statusCode).toBe(503)
  })
})
