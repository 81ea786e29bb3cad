import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import { expect, it } from 'vitest'
import { somebody } from '../people/test-people.ts'
import { createToken } from '../people/tokens.ts'
import { parties } from '../records/nouns.ts'
import { loadStarter } from '../starter/load-starter.ts'
import { contextOf, person } from '../test-contexts.ts'
import { readingIn } from '../verb.ts'
import { listLog } from './list-log.ts'
import { changesIn } from './log-datasets.ts'

const now = '2026-11-24T14:00:00.000Z'

onBothEngines('the log as people read it', ({ open, engine }) => {
  const started = async () => {
    const database = await open()
    const { tables } = database
    await database.writing((db) => loadStarter({ db, tables, engine, now }, 'empty'))
    const { user } = await somebody(database, 'ada@example.com', 'editor')
    const admin = contextOf(database, person('admin'))
    await createToken.run(admin, { person: user.id, label: 'nightly' })
    await parties.create.run(contextOf(database), { changes: { fields: { name: 'Partners' } } })
    return database
  }
  type Started = Awaited<ReturnType<typeof started>>
  const aboutIn = async (database: Started, role: 'auditor' | 'dpo' | 'editor') => {
    const context = contextOf(database, person(role))
    const listed = (await listLog.run(context, {})).lines.map(({ about }) => about)
    const exported = await readingIn(context, 'history:read', async (work) => {
      const found: string[] = []
      for await (const batch of changesIn(work, { after: 0, upTo: 1_000 }, 'en'))
        found.push(...batch.map(({ recordId }) => recordId))
      return found
    })
    return { listed: new Set(listed), exported: new Set(exported) }
  }
  const ofPeople = /^(US|TK)-/

  it('tells an auditor everything, the people too', async () => {
    const { listed, exported } = await aboutIn(await started(), 'auditor')
    for (const told of [listed, exported]) {
      expect(told).toContain('PT-0001')
      expect([...told].filter((about) => ofPeople.test(about)).sort()).toEqual([
        'TK-0001',
        'US-0001',
      ])
    }
  })

  it.each(['dpo', 'editor'] as const)('tells %s of records, and of nobody', async (role) => {
    const { listed, exported } = await aboutIn(await started(), role)
    for (const told of [listed, exported]) {
      expect(told).toContain('PT-0001')
      expect([...told].some((about) => about.startsWith('reference '))).toBe(true)
      expect([...told].filter((about) => ofPeople.test(about))).toEqual([])
    }
  })
})
