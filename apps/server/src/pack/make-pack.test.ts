import { onBothEngines } from '@ropewalk/db/test-databases.ts'
import type { Manifest } from '@ropewalk/log/pack/manifest.ts'
import { everyDataset } from '@ropewalk/reports/datasets/datasets.ts'
import { eraseFromHistory } from '@ropewalk/services/log/erase.ts'
import { findExport } from '@ropewalk/services/log/list-log.ts'
import { packPeriod } from '@ropewalk/services/pack/pack-period.ts'
import { activities } from '@ropewalk/services/records/nouns.ts'
import { contextOf, person } from '@ropewalk/services/test-contexts.ts'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { packing } from './test-packs.ts'

onBothEngines('an evidence pack', ({ open }) => {
  const started = async () => {
    const database = await open()
    const made = await packing(database)
    const early = await made.party('03T12', 'Archived before')
    const gone = await made.party('03T13', 'Removed before')
    const kept = await made.party('04T12', '=Archived within')
    await made.archive('05T12', early)
    await made.remove('06T12', gone)
    const brief = await made.party('11T12', 'Added and removed')
    await made.remove('12T12', brief)
    await made.archive('13T12', kept)
    await activities.change.run(made.at('14T12'), {
      id: 'PA-0003',
      version: 1,
      changes: { fields: { name: 'As it was called in the period' } },
    })
    return { ...made, database, early, gone, kept, brief }
  }

  it('holds every dataset, agrees with itself and with the log, and says who made it of what', async () => {
    const { pack } = await started()
    const { verdict, manifest, texts, rows, order } = await pack('20T12')
    expect(verdict.faults).toEqual([])
    expect([...texts.keys()]).toEqual([
      ...everyDataset.map(({ key }) => `${key}.csv`),
      ...['field-dictionary.csv', 'controls.csv', 'log/entries.ndjson', 'log/states.ndjson'],
      ...['log/later.ndjson', 'log/checkpoint', 'log/key.txt', 'verify.html', 'README.txt'],
      ...['manifest.json', 'manifest.csv', 'manifest.sig'],
    ])
    expect(manifest.period).toEqual({
      from: '2026-11-10',
      to: '2026-11-15',
      timeZone: 'America/Toronto',
      startsAt: '2026-11-10T05:00:00.000Z',
      endsAt: '2026-11-16T04:59:59.999Z',
      open: false,
    })
    expect(manifest.generation).toMatchObject({
      exportId: order.exportId,
      generatedAt: '2026-11-20T12:00:00.000Z',
      by: { kind: 'person', name: 'dpo and admin', roles: 'DPO, administrator' },
      source: 'https://register.example',
      previousPack: null,
    })
    await expect(JSON.stringify(neutral(manifest), null, 2)).toMatchFileSnapshot(
      'golden/manifest.json',
    )
    const readme = texts.get('README.txt') ?? ''
    await expect(readme.replaceAll('\r\n', '\n')).toMatchFileSnapshot('golden/README.txt')
    expect(rows('changes.csv').map(({ action }) => action)).toContain('activities.change')
    expect(rows('changes.csv')).toHaveLength(
      manifest.files.find(({ file }) => file === 'changes.csv')?.csv?.rows ?? 0,
    )
  })

  it('lists what was added, changed and removed within the period, and counts what left before', async () => {
    const { pack, early, gone, kept, brief } = await started()
    const { rows, manifest } = await pack('20T12')
    const told = rows('parties.csv')
    const of = (id: string) => told.find(({ party_id }) => party_id === id)
    expect(of(early)).toBeUndefined()
    expect(of(gone)).toBeUndefined()
    expect(of(kept)).toMatchObject({
      name: "'=Archived within",
      at_period_end: 'archived',
      in_period: 'archived',
      left_at: '2026-11-13T12:00:00Z',
    })
    expect(of(brief)).toMatchObject({
      name: 'Added and removed',
      at_period_end: 'removed',
      in_period: 'added | removed',
      left_at: '2026-11-12T12:00:00Z',
    })
    expect(
      rows('activities-controller.csv').find((row) => row.activity_id === 'PA-0003'),
    ).toMatchObject({
      name: 'As it was called in the period',
      at_period_end: 'standing',
      in_period: 'changed',
    })
    const facts = manifest.files.find(({ file }) => file === 'parties.csv')?.csv
    expect(facts?.reconciliation).toMatchObject({
      sourceTotal: 17,
      inFile: 15,
      excluded: 0,
      archived: 1,
      deleted: 1,
    })
    expect(facts?.controlTotals).toEqual({
      rows: 15,
      rows_standing: 13,
      rows_archived: 1,
      rows_removed: 1,
    })
    expect(facts?.escapedCells).toBe(1)
    expect(facts?.ids).toMatchObject([{ prefix: 'PT', highest: 17, known: 17, gaps: [] }])
  })

  it('has the same bytes in every data file whatever came after its period', async () => {
    const { pack, party, remove, at } = await started()
    const one = await pack('16T12')
    await activities.change.run(at('17T12'), {
      id: 'PA-0003',
      version: 2,
      changes: { fields: { name: 'Called otherwise since' } },
    })
    await remove('18T12', await party('17T13', 'Of no period'))
    const other = await pack('19T12')
    const differing = [...one.texts].filter(([name, text]) => other.texts.get(name) !== text)
    expect(differing.map(([name]) => name)).toEqual([
      'log/later.ndjson',
      'log/checkpoint',
      'manifest.json',
      'manifest.csv',
      'manifest.sig',
    ])
    expect(other.manifest.generation.previousPack).toMatchObject({
      exportId: one.order.exportId,
      sha256: one.sha256,
    })
    const dataOf = ({ files, period, log, completeness }: typeof one.manifest) => ({
      ...{ period, log, completeness },
      files: files.filter(({ kind }) => kind !== 'head'),
    })
    expect(dataOf(other.manifest)).toEqual(dataOf(one.manifest))
    expect(other.verdict.faults).toEqual([])
  })

  it('is one state although others write meanwhile', async () => {
    const { pack, party } = await started()
    const [{ verdict, rows, manifest }] = await Promise.all([
      pack('14T18', { from: '2026-11-10', to: '2026-12-31' }),
      ...Array.from({ length: 12 }, (_, n) => party('14T18', `Meanwhile ${n}`)),
    ])
    expect(verdict.faults).toEqual([])
    expect(manifest.period).toMatchObject({ open: true, endsAt: '2026-11-14T18:00:00.000Z' })
    const names = (file: string, column: string) =>
      rows(file)
        .map((row) => row[column] ?? '')
        .filter((name) => name.startsWith('Meanwhile'))
    expect(new Set(names('changes.csv', 'record'))).toEqual(new Set(names('parties.csv', 'name')))
  })

  it('tells what was erased since, and every proof holds', async () => {
    const { pack, at } = await started()
    const admin = at('17T12', person('admin'))
    await activities.change.run(at('16T12'), {
      id: 'PA-0003',
      version: 2,
      changes: { fields: { name: 'Called otherwise since' } },
    })
    await eraseFromHistory.run(admin, { value: 'As it was called', reason: 'Asked to' })
    const { verdict, texts, rows, manifest } = await pack('18T12')
    expect(verdict.faults).toEqual([])
    expect([...texts.values()].join()).not.toContain('As it was called')
    const named = rows('activities-controller.csv').find((row) => row.activity_id === 'PA-0003')
    expect(named?.name).toBe('erased on 2026-11-17')
    expect(manifest.completeness.join(' ')).toMatch(/1 values with personal data were erased/)
  })

  it('reconciles whatever was added, archived and removed when', async () => {
    const { pack, party, archive, remove } = await packing(await open())
    const acts = fc.array(
      fc.tuple(
        fc.nat({ max: 6 }),
        fc.constantFrom('keep', 'archive', 'remove'),
        fc.nat({ max: 6 }),
      ),
      { minLength: 1, maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        for (const [added, act, left] of list) {
          const id = await party(hourOf(added), `Party ${added}`)
          if (act === 'archive') await archive(hourOf(added + left), id)
          if (act === 'remove') await remove(hourOf(added + left), id)
        }
        const { verdict, manifest, rows } = await pack('28T12')
        expect(verdict.faults).toEqual([])
        for (const { csv } of manifest.files)
          if (csv) {
            const { sourceTotal, inFile, excluded, archived, deleted } = csv.reconciliation
            expect(inFile + excluded + archived + deleted).toBe(sourceTotal)
            for (const count of [excluded, archived, deleted])
              expect(count).toBeGreaterThanOrEqual(0)
          }
        const standing = rows('parties.csv').filter((row) => row.at_period_end === 'standing')
        expect(standing.every(({ left_at }) => left_at === '')).toBe(true)
      }),
      { numRuns: 3 },
    )
  })

  it('is logged with its hash, so that a receipt is given for the file', async () => {
    const { pack, at } = await started()
    const { sha256, rowCount, bytes } = await pack('20T12')
    expect(await findExport.run(at('21T12'), { sha256 })).toMatchObject([
      {
        dataset: 'pack',
        format: 'zip',
        bytes,
        rows: rowCount,
        parameters: 'from=2026-11-10&to=2026-11-15',
      },
    ])
  })

  it('refuses who may not read all of it, and what is no period', async () => {
    const database = await open()
    const days = { from: '2026-11-10', to: '2026-11-15' }
    const asked = (actor: Parameters<typeof contextOf>[1], raw: unknown = days) =>
      packPeriod(contextOf(database, actor, '2026-11-20T12:00:00.000Z'), raw)
    await expect(asked(person('dpo'))).rejects.toThrow('You may not read the access list.')
    await expect(asked(person('editor'))).rejects.toThrow('You may not read the access list.')
    expect(await asked(person('auditor'))).toMatchObject({ open: false })
    expect(await asked(person('auditor'), { ...days, to: '2026-11-20' })).toMatchObject({
      open: true,
    })
    for (const [raw, sentence] of [
      [{ from: '2026-11-21', to: '2026-11-22' }, 'from lies in the future'],
      [{ from: '2026-11-15', to: '2026-11-10' }, 'to lies before from'],
      [{ from: '2026-02-30', to: '2026-11-10' }, 'from is a day such as'],
      [{ from: '2026-11-10' }, ''],
      [{ ...days, more: 1 }, ''],
    ] as const)
      await expect(asked(person('auditor'), raw)).rejects.toThrow(sentence)
  })
})

const ofOnePack = new Set(['exportId', 'root', 'signature', 'database', 'version'])

/** What is the same in every run: ids and salts are drawn by chance, and so are the hashes over them; explanations have goldens of their own. */
const neutral = (manifest: Manifest): unknown =>
  JSON.parse(JSON.stringify(manifest), (key, value) => {
    if (ofOnePack.has(key) && typeof value === 'string') return '…'
    if (key === 'register') return { ...value, id: '…' }
    const isMasked = /^(changes|log|field-dictionary|controls|README)/.test(String(value?.file))
    if (value?.sha256 && isMasked) return { ...value, sha256: '…', bytes: 0 }
    return value
  })

const hourOf = (n: number): string => `${String(7 + n).padStart(2, '0')}T12`
