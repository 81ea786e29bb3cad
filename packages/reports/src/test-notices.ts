import type { Objection } from '@ropewalk/domain/changes/objection.ts'
import type { DeliveryItem, NoticeItem } from './datasets/notices.ts'

const notice: NoticeItem = {
  id: 'CH-0001',
  version: 3,
  createdAt: '2026-03-01T10:00:00.000Z',
  updatedAt: '2026-03-01T10:00:00.000Z',
  kind: 'replace',
  what: '',
  why: '=Cheaper, "they say"',
  subProcessors: ['SP-0002'],
  replaced: ['SP-0001'],
  alterations: [],
  effectiveOn: '2026-04-15',
  emergency: '',
  state: 'announced',
  announcedOn: '2026-03-01',
  objectionDeadline: '2026-03-15',
  tookEffectAt: null,
  withdrawnOn: null,
  withdrawalReason: '',
  overrideReason: '',
  consentReason: '',
  facts: [],
  former: [],
  told: [],
  textSha256: 'ab'.repeat(32),
  names: ['New Host', '+Old | Host'],
  recipients: 6,
  delivered: 2,
  failed: 3,
  waiting: 1,
  objections: 2,
}

/** A change that is to come and one that was withdrawn, by hand; nobody in them exists. */
export const noticeItems: readonly NoticeItem[] = [
  notice,
  {
    ...notice,
    id: 'CH-0002',
    kind: 'add',
    replaced: [],
    names: ['New Host'],
    state: 'withdrawn',
    emergency: 'It closed',
    overrideReason: 'It closed',
    withdrawnOn: '2026-03-05',
    withdrawalReason: 'Not needed',
  },
]

const waiting: DeliveryItem = {
  id: 'CH-0001.1',
  changeId: 'CH-0001',
  step: 'announced',
  party: 'PT-0001',
  recipient: '=Bank',
  channel: 'mail',
  language: 'fr',
  deadline: '2026-03-31',
  toldAt: '2026-03-01T10:00:00.123Z',
  attempts: 0,
  firstAttemptAt: null,
  deliveredAt: null,
  outcome: 'waiting',
  detail: '',
  textSha256: 'cd'.repeat(32),
  messageId: '<c1@ropeworks.example>',
  addressHash: 'ef'.repeat(32),
  authorisation: { en: 'specific: open', fr: 'spécifique : en attente' },
}
const tried = { attempts: 1, firstAttemptAt: '2026-03-01T10:00:01.000Z' }
const unmailed = { textSha256: null, messageId: null, addressHash: null, language: null }

/** One of every outcome, on every channel. */
export const deliveryItems: readonly DeliveryItem[] = [
  waiting,
  {
    ...{ ...waiting, ...tried, id: 'CH-0001.2', outcome: 'sent', language: null },
    ...{ deliveredAt: '2026-03-01T10:00:02.999Z', detail: '250 2.0.0 Ok: queued' },
  },
  {
    ...{ ...waiting, ...tried, id: 'CH-0001.3', attempts: 9, outcome: 'dead' },
    detail: '+550 unknown',
  },
  { ...waiting, ...tried, id: 'CH-0001.4', outcome: 'bounced' },
  { ...waiting, ...unmailed, id: 'CH-0001.5', recipient: '', outcome: 'noAddress' },
  {
    ...{ ...waiting, ...unmailed, id: 'CH-0001.6', channel: 'page', outcome: 'published' },
    deliveredAt: waiting.toldAt,
  },
  { ...waiting, ...tried, id: 'CH-0002.2', changeId: 'CH-0002', step: 'withdrawn', deadline: null },
  {
    ...{ ...waiting, ...tried, id: '4be0643f-1d98-473b-97cd-ca98a65347dd', step: null, party: '' },
    ...{ recipient: 'subscription 7be0643f-1d98-473b-97cd-ca98a65347dd', outcome: 'kept' },
    ...{ deadline: null, authorisation: null, addressHash: null },
    deliveredAt: '2026-03-01T11:00:02.000Z',
  },
]

const objection: Objection = {
  ...{ id: 'OB-0001', version: 1, changeId: 'CH-0001', from: 'public', party: null },
  ...{ name: '', addressHash: 'cd'.repeat(32), language: 'fr' },
  grounds: '=Too far away,\n"they say"',
  ...{ receivedAt: '2026-03-16T10:00:00.000Z', deadline: '2026-03-15', late: true },
  ...{ state: 'received', decidedAt: null, decidedBy: '', decision: '' },
  updatedAt: '2026-03-16T10:00:00.000Z',
}

/** One that came late from nobody in particular, and one of a party that was decided. */
export const objectionItems: readonly Objection[] = [
  objection,
  {
    ...objection,
    ...{ id: 'OB-0002', version: 2, from: 'party', party: 'PT-0001', name: '=Bank' },
    ...{ receivedAt: '2026-03-10T10:00:00.000Z', deadline: '2026-03-31', late: false },
    ...{ state: 'alternative', decidedAt: '2026-03-12T10:00:00.000Z', decidedBy: 'Ada' },
    ...{ decision: 'It stays where it is', language: 'en' },
  },
]
