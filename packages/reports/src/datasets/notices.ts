import { answerNames } from '@ropewalk/domain/changes/recipients.ts'
import {
  changeKinds,
  changeStates,
  type SupplierChange,
  suppliersOf,
} from '@ropewalk/domain/changes/supplier-change.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import { listDataset } from '../dataset.ts'
import { listOr, secondsOf, stated } from '../facts.ts'
import { answers, wordOf } from '../word.ts'

/** One announced change with its notice. */
export type NoticeItem = SupplierChange & {
  names: readonly string[]
  recipients: number
  delivered: number
  failed: number
}

export const notices = listDataset<NoticeItem>(
  'notices',
  ({ text, number, day, choice, list, event }) => ({
    change_id: text(({ id }) => id),
    kind: choice(changeKinds, ({ kind }) => wordOf(changeKinds, kind)),
    sub_processor_ids: list((change) => listOr(suppliersOf(change), answers.none)),
    sub_processors: list(({ names }) => listOr(names, answers.none)),
    reason: text(({ why }) => stated(why)),
    announced_on: event(day(({ announcedOn }) => announcedOn ?? '')),
    objection_deadline: event(day(({ objectionDeadline }) => objectionDeadline ?? '')),
    effective_on: event(day(({ effectiveOn }) => effectiveOn ?? '')),
    state: choice(changeStates, ({ state }) => wordOf(changeStates, state)),
    emergency: text(({ emergency }) => stated(emergency) ?? answers.none),
    text_sha256: text(({ textSha256 }) => textSha256),
    recipients: number(({ recipients }) => recipients),
    delivered: number(({ delivered }) => delivered),
    failed: number(({ failed }) => failed),
    // Taken and counted once there are objections.
    objections: number(() => 0),
    override_reason: text(({ overrideReason }) => stated(overrideReason) ?? answers.none),
    consent_reason: text(({ consentReason }) => stated(consentReason) ?? answers.none),
    withdrawn_on: event(day(({ withdrawnOn }) => withdrawnOn ?? '')),
    withdrawal_reason: event(text(({ withdrawalReason }) => withdrawalReason)),
  }),
)

const channels = {
  mail: both('mail', 'courriel'),
  page: both('public page', 'page publique'),
} as const

/** One notice to one address of a recipient. */
export type DeliveryItem = {
  changeId: string
  party: string
  recipient: string
  address: string
  channel: keyof typeof channels
  deadline: string
  attempts: number
  firstAttemptAt: string | null
  deliveredAt: string | null
  outcome: string
  detail: string
  authorisation: Text | null
}

export const noticeDeliveries = listDataset<DeliveryItem>(
  'notice-deliveries',
  ({ text, number, day, time, choice, event }) => ({
    change_id: text(({ changeId }) => changeId),
    recipient: text(({ recipient }) => stated(recipient)),
    channel: choice(channels, ({ channel }) => wordOf(channels, channel)),
    deadline: day(({ deadline }) => deadline),
    attempts: number(({ attempts }) => attempts),
    first_attempt_at: event(time(({ firstAttemptAt }) => secondsOf(firstAttemptAt))),
    delivered_at: event(time(({ deliveredAt }) => secondsOf(deliveredAt))),
    outcome: text(({ outcome }) => outcome),
    detail: event(text(({ detail }) => detail)),
    party_id: text(({ party }) => party),
    address: text(({ address }) => stated(address)),
    authorisation: text(({ authorisation }, { language }) => authorisation?.[language] ?? null),
  }),
)

const hangs = {
  activity: both('activity', 'activité'),
  dataCategory: both('data category', 'catégorie de données'),
  dataSubject: both('data subject', 'personne concernée'),
  product: both('product', 'produit'),
  contract: both('contract', 'contrat'),
  recipient: both('recipient to tell', 'destinataire à informer'),
} as const

/** One thing that hangs on the suppliers asked about. */
export type ImpactItem = {
  kind: keyof typeof hangs
  id: string
  name: string
  reference: string
  objectUntil: string
  earliest: string
  answer: keyof typeof answerNames | null
}

export const impact = listDataset<ImpactItem>('impact', ({ text, day, choice, event }) => ({
  kind: choice(hangs, ({ kind }) => wordOf(hangs, kind)),
  record_id: text(({ id }) => id),
  record: text(({ name }) => stated(name)),
  reference: event(text(({ reference }) => reference)),
  object_until: event(day(({ objectUntil }) => objectUntil)),
  earliest_on: event(day(({ earliest }) => earliest)),
  authorisation: event(choice(answerNames, ({ answer }) => wordOf(answerNames, answer) ?? '')),
}))
