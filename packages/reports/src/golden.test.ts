import { permissions as permissionItems } from '@ropewalk/domain/permissions.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvOf, type Tally } from './csv.ts'
import { type AccessEntry, access } from './datasets/access.ts'
import { approvals } from './datasets/approvals.ts'
import { datasets, everyDataset } from './datasets/datasets.ts'
import {
  changes,
  type DifferenceItem,
  differences,
  type ExportItem,
  exportsMade,
} from './datasets/log.ts'
import { noticeDeliveries, notices, objections } from './datasets/notices.ts'
import { permissions } from './datasets/permissions.ts'
import { reviews } from './datasets/reviews.ts'
import { jsonOf } from './json.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { unneutralised } from './neutral.ts'
import { listTable, type Table, tableOf } from './table.ts'
import { approvalItems, reviewItems } from './test-approvals.ts'
import { textsOf, whole } from './test-files.ts'
import { deliveryItems, noticeItems, objectionItems } from './test-notices.ts'
import { exportedFrom, testAsked } from './test-register.ts'

const people: readonly AccessEntry[] = [
  {
    userId: 'U-1',
    name: 'Dee Editor',
    email: 'dee@ropeworks.example',
    roles: ['dpo', 'editor'],
    status: 'active',
    secondFactor: false,
    createdAt: '2026-01-01T08:00:00.123Z',
    createdBy: 'first account',
    lastSignInAt: '2026-03-30T08:00:00.000Z',
    disabledAt: null,
    accountExpiresOn: null,
  },
  {
    userId: 'U-2',
    name: '+Left',
    email: 'left@ropeworks.example',
    roles: ['auditor'],
    status: 'disabled',
    secondFactor: true,
    createdAt: '2026-01-02T08:00:00.000Z',
    createdBy: '',
    lastSignInAt: null,
    disabledAt: '2026-02-01T00:00:00.000Z',
    accountExpiresOn: '2026-12-31',
  },
]

const told = {
  seq: 7,
  at: '2026-03-01T10:00:00.123Z',
  actorId: 'US-0001',
  actor: '=Ada',
  action: 'activities.change',
  recordId: 'PA-0001',
  record: 'Accounts',
  version: 2,
  reason: 'Asked by "counsel"',
  hash: 'ab'.repeat(32),
}
const changeItems = [
  { ...told, field: 'Name', before: 'Account', after: 'Accounts' },
  {
    ...told,
    seq: 8,
    action: 'people.signIn',
    recordId: 'US-0001',
    record: '',
    version: null,
    reason: '',
    field: '',
    before: '',
    after: '',
  },
]
const differenceItems: DifferenceItem[] = [
  {
    noun: 'activity',
    recordId: 'PA-0001',
    record: 'Accounts',
    change: 'changed',
    field: 'Name',
    before: '',
    after: '+Accounts',
  },
  {
    noun: 'party',
    recordId: 'PT-0002',
    record: '',
    change: 'removed',
    field: 'Kind',
    before: 'partner',
    after: '',
  },
]
const exportItems: ExportItem[] = [
  {
    exportId: '4be0643f-1d98-573b-97cd-ca98a65347dd',
    at: '2026-03-01T10:00:00.000Z',
    actor: 'Ada',
    dataset: 'parties',
    format: 'csv',
    parameters: '',
    rows: 6,
    sha256: 'cd'.repeat(32),
    head: '12',
  },
  {
    exportId: '4be0643f-1d98-573b-97cd-ca98a65347de',
    at: '2026-03-01T10:00:00.000Z',
    actor: '',
    dataset: 'record-controller',
    format: 'pdf',
    parameters: 'lang=fr',
    rows: null,
    sha256: 'cd'.repeat(32),
    head: '13',
  },
]

function tableFor(key: string, language: Language = 'en'): Table {
  const asked = { ...testAsked, language }
  if (key === 'changes') return listTable(changes, changeItems, asked)
  if (key === 'differences') return listTable(differences, differenceItems, asked)
  if (key === 'exports') return listTable(exportsMade, exportItems, asked)
  if (key === 'approvals') return listTable(approvals, approvalItems, asked)
  if (key === 'reviews') return listTable(reviews, reviewItems, asked)
  if (key === 'notices') return listTable(notices, noticeItems, asked)
  if (key === 'notice-deliveries') return listTable(noticeDeliveries, deliveryItems, asked)
  if (key === 'objections') return listTable(objections, objectionItems, asked)
  if (key === 'access') return listTable(access, people, asked)
  if (key === 'permissions') return listTable(permissions, permissionItems, asked)
  const dataset = datasets.get(key)
  if (!dataset) throw new Error(`There is no dataset ${key}`)
  return tableOf(dataset, exportedFrom(dataset.nouns), asked)
}

const keys = everyDataset.map(({ key }) => key)

test.each(keys)('%s reads as agreed', async (key) => {
  const file = await whole(csvOf(tableFor(key), { profile: 'plain' }))
  await expect(file.toString()).toMatchFileSnapshot(`golden/${key}.csv`)
})

test.each(['activities-controller', 'sub-processors', 'findings'])(
  '%s reads as agreed in French',
  async (key) => {
    const file = await whole(csvOf(tableFor(key, 'fr'), { profile: 'plain' }))
    await expect(file.toString()).toMatchFileSnapshot(`golden/${key}.fr.csv`)
  },
)

test.each(['activities-controller', 'activities-processor', 'sub-processors', 'retention'])(
  '%s reads as agreed for programs',
  async (key) => {
    const file = await whole(jsonOf(tableFor(key), 'https://ropeworks.example'))
    await expect(file.toString()).toMatchFileSnapshot(`golden/${key}.json`)
  },
)

test('a schema reads as agreed', async () => {
  const dataset = datasets.get('retention')
  if (!dataset) throw new Error('There is no dataset retention')
  await expect(jsonSchemaOf(dataset, 'https://ropeworks.example')).toMatchFileSnapshot(
    'golden/retention.schema.json',
  )
})

test.each(keys)('%s comes back from its file as it was', async (key) => {
  const file = await whole(csvOf(tableFor(key), { profile: 'plain' }))
  const cells: string[][] = parse(file, { relax_column_count: false })
  const texts = await textsOf(tableFor(key))
  expect(cells.map((row) => row.map(unneutralised))).toEqual(texts)
  expect(texts.length).toBeGreaterThan(1)
})

test('the Excel profile differs by its mark alone, and the tally counts rows and apostrophes', async () => {
  const tally: Tally = { rows: 0, escaped: 0 }
  const plain = await whole(csvOf(tableFor('activities-controller'), { profile: 'plain', tally }))
  const excel = await whole(csvOf(tableFor('activities-controller'), { profile: 'excel' }))
  expect(excel).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain]))
  expect(tally).toEqual({ rows: 4, escaped: 1 })
})
