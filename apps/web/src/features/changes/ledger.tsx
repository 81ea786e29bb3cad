import {
  type DeliveryOutcome,
  deliveryOutcomes,
  type NoticeStep,
  noticeSteps,
} from '@ropewalk/domain/changes/notice-steps.ts'
import { authorisations } from '@ropewalk/domain/changes/notice-terms.ts'
import { answerNames, type Told } from '@ropewalk/domain/changes/recipients.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import { useState } from 'react'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { changeWords as words } from './words.ts'

type Delivery = {
  id: string
  step: NoticeStep | null
  party: string
  recipient: string
  address: string
  channel: 'mail' | 'page'
  deadline: string | null
  outcome: DeliveryOutcome
  deliveredAt: string | null
  attempts: number
}
/** How many subscribers were written to, and whether more are to be. */
type Subscribers = { recipients: number; delivered: number; failed: number; isQueueing: boolean }

/** Whom the notice is told to, by when each may object, and what came of it. */
export function Ledger({
  change,
  deliveries,
  subscribers,
}: {
  change: SupplierChange
  deliveries: readonly Delivery[]
  subscribers: Subscribers
}) {
  const say = useSay()
  const { shortDay, time } = useFormats()
  const mayAnswer = useMay('register:publish') && change.state === 'announced'
  const [asked, setAsked] = useState<Told>()
  const toldOf = (party: string) => change.told.find((told) => told.party === party)
  const outcomeOf = ({ outcome, deliveredAt, attempts }: Delivery) =>
    [
      say(deliveryOutcomes[outcome]),
      deliveredAt && time(deliveredAt),
      attempts > 1 && say(words.attempts, { n: attempts }),
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{say(words.ledger)}</h2>
      {deliveries.length === 0 && (
        <p>
          {say(words.recipients)}: {say(words.nothing)}
        </p>
      )}
      {deliveries.length > 0 && (
        <PlainTable
          label={say(words.ledger)}
          heads={[
            say(words.recipient),
            say(words.notice),
            say(words.channel),
            say(words.objectUntil),
            say(words.outcome),
            say(words.authorisation),
          ]}
          rows={deliveries.map((delivery) => ({
            key: delivery.id,
            cells: [
              <bdi key="who">{delivery.recipient || delivery.party}</bdi>,
              delivery.step && say(noticeSteps[delivery.step]),
              <bdi key="how">
                {delivery.channel === 'page'
                  ? say(words.publicPage)
                  : delivery.address || say(words.mail)}
              </bdi>,
              delivery.deadline && shortDay(delivery.deadline),
              outcomeOf(delivery),
              delivery.step === 'announced' && (
                <Answer
                  key="answer"
                  told={toldOf(delivery.party)}
                  onAsk={mayAnswer ? setAsked : undefined}
                />
              ),
            ],
          }))}
        />
      )}
      <p role="status">
        {subscribers.isQueueing && `${say(words.queueing)} `}
        {subscribers.recipients > 0 &&
          say(words.subscribers, {
            n: subscribers.recipients,
            sent: subscribers.delivered,
            failed: subscribers.failed,
          })}
      </p>
      {asked && <AnswerDialog change={change} told={asked} onClose={() => setAsked(undefined)} />}
    </section>
  )
}

function Answer({
  told,
  onAsk,
}: {
  told: Told | undefined
  onAsk: ((told: Told) => void) | undefined
}) {
  const say = useSay()
  if (!told) return null
  const kind = say(authorisations[told.terms.authorisation])
  if (told.answer === null) return kind
  return (
    <>
      {kind}: {say(answerNames[told.answer])}
      {told.stays && ` (${say(words.stays)})`}{' '}
      {onAsk && (
        <Button small onClick={() => onAsk(told)}>
          {say(words.answer)}
        </Button>
      )}
    </>
  )
}
