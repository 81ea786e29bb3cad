import type { Database } from '@ropewalk/db/database.ts'
import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { publicActor } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { expect, it } from 'vitest'
import { disablePerson } from '../people/disable.ts'
import { linesIn } from '../people/test-people.ts'
import { contextOf, person } from '../test-contexts.ts'
import type { Context } from '../verb.ts'
import { listLog } from './list-log.ts'
import { tellRepeats } from './repeats.ts'
import { tellRefusal } from './tell-refusal.ts'
import { verifyLive } from './verify-live.ts'

const verb = 'people.disable'

onBothEngines('refusals in the log', ({ open }) => {
  async function refused(context: Context, id = 'US-0009') {
    const input = { id, version: 1 }
    const trouble = await disablePerson.run(context, input).catch((error: unknown) => error)
    await tellRefusal(context, { verb, input }, trouble)
  }
  const told = async (database: Database) =>
    (await linesIn(database)).filter((line) => line.verb === 'permissions.refuse')
  const editorAt = (database: Database, at: string) => contextOf(database, person('editor'), at)

  it('tells who was refused what, on which record, and which permission was missing', async () => {
    const database = await open()
    await refused(editorAt(database, '2026-11-24T15:00:00.000Z'))
    expect(await told(database)).toMatchObject([
      {
        actorId: 'user-editor',
        actorName: 'editor',
        door: 'web',
        about: 'user-editor',
        after: { verb, permission: 'people:manage', record: 'US-0009' },
      },
    ])
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('names a record whatever the length of its prefix', async () => {
    const database = await open()
    await refused(editorAt(database, '2026-11-24T15:00:00.000Z'), 'DOC-0002')
    expect(await told(database)).toMatchObject([{ after: { record: 'DOC-0002' } }])
  })

  it('sums what is repeated by the hour: two entries at most, however often', async () => {
    const database = await open()
    for (let n = 0; n < 30; n += 1)
      await refused(editorAt(database, `2026-11-24T15:${10 + n}:00.000Z`), `US-${String(1000 + n)}`)
    expect(await told(database)).toHaveLength(1)
    await tellRepeats(database, { now: new Date('2026-11-24T15:59:59.000Z') })
    expect(await told(database)).toHaveLength(1)
    await tellRepeats(database, { now: new Date('2026-11-24T16:00:00.000Z') })
    const [, sum, ...more] = await told(database)
    expect(more).toEqual([])
    expect(sum).toMatchObject({ actorId: 'user-editor', actorName: 'editor', door: 'web' })
    const { record = {}, ...after } = (sum?.after ?? {}) as { record?: Record<string, number> }
    expect(after).toEqual({
      verb,
      permission: 'people:manage',
      times: 29,
      since: '2026-11-24T15:10:00.000Z',
      until: '2026-11-24T15:39:00.000Z',
    })
    expect(Object.keys(record)).toHaveLength(21)
    expect(record.others).toBe(9)
    expect((await verifyLive(database, [])).faults).toEqual([])
  })

  it('tells the sum of an earlier hour before the next refusal, and nothing where none was repeated', async () => {
    const database = await open()
    await refused(editorAt(database, '2026-11-24T15:10:00.000Z'))
    await refused(editorAt(database, '2026-11-24T15:11:00.000Z'))
    await refused(editorAt(database, '2026-11-24T17:00:00.000Z'))
    await tellRepeats(database, { now: new Date('2026-11-24T20:00:00.000Z'), all: true })
    const lines = await told(database)
    expect(lines.map((line) => (line.after as { times?: number }).times)).toEqual([
      undefined,
      1,
      undefined,
    ])
  })

  it('tells the hour that goes on when everything stops', async () => {
    const database = await open()
    const context = editorAt(database, '2026-11-24T15:10:00.000Z')
    for (const _ of [1, 2, 3]) await refused(context)
    await tellRepeats(database, { now: context.now(), all: true })
    expect((await told(database)).at(-1)?.after).toMatchObject({
      times: 2,
      record: { 'US-0009': 2 },
    })
  })

  it('tells nothing of the public, of other refusals, and of texts that are no ids', async () => {
    const database = await open()
    await refused(contextOf(database, publicActor))
    const context = contextOf(database)
    for (const code of ['INVALID', 'CONFLICT', 'NOT_FOUND', 'STEP_UP', 'FORBIDDEN'] as const)
      await tellRefusal(context, { verb }, new Refusal(code, both('No', 'Non')))
    await tellRefusal(context, { verb }, new Error('a bug'))
    expect(await told(database)).toEqual([])
    await refused(contextOf(database, person('editor')), 'somebody@example.com')
    expect((await told(database)).map(({ after }) => after)).toMatchObject([{ record: 'none' }])
  })

  it('names the token, and is told to those who may read the access list alone', async () => {
    const database = await open()
    const { kind: _, ...editor } = person('editor') as { kind: 'person'; id: string; name: string }
    const token = { ...editor, kind: 'token', roles: ['editor'], token: 'TK-0003' } as const
    await refused(contextOf(database, token))
    expect((await told(database))[0]).toMatchObject({
      actorKind: 'token',
      after: { token: 'TK-0003' },
    })
    const verbsFor = async (role: 'editor' | 'dpo' | 'auditor' | 'admin') =>
      (await listLog.run(contextOf(database, person(role)), {})).lines.map((line) => line.verb)
    for (const role of ['editor', 'dpo'] as const)
      expect(await verbsFor(role)).not.toContain('permissions.refuse')
    for (const role of ['auditor', 'admin'] as const)
      expect(await verbsFor(role)).toContain('permissions.refuse')
  })
})
