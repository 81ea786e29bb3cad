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
  party: string
  recipient: string
  address: string
  channel: 'mail' | 'page'
  deadline: string
  outcome: string
}

/** Whom the notice is told to, by when each may object, and what came of it. */
export function Ledger({
  change,
  deliveries,
}: {
  change: SupplierChange
  deliveries: readonly Delivery[]
}) {
  const say = useSay()
  const { shortDay } = useFormats()
  const mayAnswer = useMay('register:publish') && change.state === 'announced'
  const [asked, setAsked] = useState<Told>()
  const toldOf = (party: string) => change.told.find((told) => told.party === party)
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
            say(words.channel),
            say(words.objectUntil),
            say(words.outcome),
            say(words.authorisation),
          ]}
          rows={deliveries.map(({ id, party, recipient, address, channel, deadline, outcome }) => ({
            key: id,
            cells: [
              <bdi key="who">{recipient || party}</bdi>,
              <bdi key="how">
                {channel === 'page' ? say(words.publicPage) : address || say(words.mail)}
              </bdi>,
              shortDay(deadline),
              outcome,
              <Answer key="answer" told={toldOf(party)} onAsk={mayAnswer ? setAsked : undefined} />,
            ],
          }))}
        />
      )}
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
