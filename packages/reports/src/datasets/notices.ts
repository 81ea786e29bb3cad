import {
  type DeliveryOutcome,
  deliveryOutcomes,
  type NoticeStep,
  noticeSteps,
} from '@ropewalk/domain/changes/notice-steps.ts'
import { type Objection, objectionStates, objectors } from '@ropewalk/domain/changes/objection.ts'
import { answerNames } from '@ropewalk/domain/changes/recipients.ts'
import {
  changeKinds,
  changeStates,
  type SupplierChange,
  suppliersOf,
} from '@ropewalk/domain/changes/supplier-change.ts'
import { both, type Language, type Text } from '@ropewalk/domain/words.ts'
import { listDataset } from '../dataset.ts'
import { listOr, secondsOf, stated } from '../facts.ts'
import { answers, wordOf } from '../word.ts'

/** One announced change with its notice. */
export type NoticeItem = SupplierChange & {
  names: readonly string[]
  recipients: number
  delivered: number
  failed: number
  waiting: number
  objections: number
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
    objections: number(({ objections }) => objections),
    override_reason: text(({ overrideReason }) => stated(overrideReason) ?? answers.none),
    consent_reason: text(({ consentReason }) => stated(consentReason) ?? answers.none),
    withdrawn_on: event(day(({ withdrawnOn }) => withdrawnOn ?? '')),
    withdrawal_reason: event(text(({ withdrawalReason }) => withdrawalReason)),
    waiting: number(({ waiting }) => waiting),
  }),
)

const channels = {
  mail: both('mail', 'courriel'),
  page: both('public page', 'page publique'),
} as const

/** One notice to one address of a recipient, or to one subscriber. */
export type DeliveryItem = {
  /** Of its line in the ledger, else of its mail. */
  id: string
  changeId: string
  step: NoticeStep | null
  party: string
  recipient: string
  channel: keyof typeof channels
  language: Language | null
  deadline: string | null
  toldAt: string
  attempts: number
  firstAttemptAt: string | null
  deliveredAt: string | null
  outcome: DeliveryOutcome
  detail: string
  textSha256: string | null
  messageId: string | null
  addressHash: string | null
  authorisation: Text | null
}

export const noticeDeliveries = listDataset<DeliveryItem>(
  'notice-deliveries',
  ({ text, number, day, time, choice, event }) => ({
    change_id: text(({ changeId }) => changeId),
    recipient: text(({ recipient }) => stated(recipient)),
    channel: choice(channels, ({ channel }) => wordOf(channels, channel)),
    deadline: event(day(({ deadline }) => deadline ?? '')),
    attempts: number(({ attempts }) => attempts),
    first_attempt_at: event(time(({ firstAttemptAt }) => secondsOf(firstAttemptAt))),
    delivered_at: event(time(({ deliveredAt }) => secondsOf(deliveredAt))),
    outcome: choice(deliveryOutcomes, ({ outcome }) => wordOf(deliveryOutcomes, outcome)),
    detail: event(text(({ detail }) => detail)),
    party_id: event(text(({ party }) => party)),
    authorisation: event(
      text(({ authorisation }, { language }) => authorisation?.[language] ?? ''),
    ),
    delivery_id: text(({ id }) => id),
    step: event(choice(noticeSteps, ({ step }) => wordOf(noticeSteps, step) ?? '')),
    language: event(text(({ language }) => language ?? '')),
    told_at: time(({ toldAt }) => secondsOf(toldAt)),
    text_sha256: event(text(({ textSha256 }) => textSha256 ?? '')),
    message_id: event(text(({ messageId }) => messageId ?? '')),
    address_hash: event(text(({ addressHash }) => addressHash ?? '')),
  }),
)

export const objections = listDataset<Objection>(
  'objections',
  ({ text, number, day, time, yesNo, choice, event }) => ({
    objection_id: text(({ id }) => id),
    change_id: text(({ changeId }) => changeId),
    party: text(({ name }) => stated(name)),
    received_at: time(({ receivedAt }) => secondsOf(receivedAt)),
    late: yesNo(({ late }) => late),
    grounds: text(({ grounds }) => grounds),
    state: choice(objectionStates, ({ state }) => wordOf(objectionStates, state)),
    decided_at: event(time(({ decidedAt }) => secondsOf(decidedAt))),
    decided_by: event(text(({ decidedBy }) => decidedBy)),
    decision: event(text(({ decision }) => decision)),
    party_id: event(text(({ party }) => party ?? '')),
    objector: choice(objectors, ({ from }) => wordOf(objectors, from)),
    deadline: day(({ deadline }) => deadline),
    language: text(({ language }) => language),
    address_hash: text(({ addressHash }) => addressHash),
    version: number(({ version }) => version),
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
