import { type Objection, objectionStates } from '@ropewalk/domain/changes/objection.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { objectionWords as words } from './objection-words.ts'

type Listed = Objection & { address: string; unreachable: boolean }

/** Who objected to a change, when and why, and what was decided. */
export function Objections({ change }: { change: string }) {
  const say = useSay()
  const { shortDay, time } = useFormats()
  const mayDecide = useMay('objection:decide')
  const [deciding, setDeciding] = useState<Listed>()
  const { data, error } = useQuery(trpc.objections.list.queryOptions({ change }))
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">{say(words.title)}</h2>
      <FormTrouble error={error} />
      {data?.length === 0 && <p className="muted">{say(words.none)}</p>}
      {data && data.length > 0 && (
        <PlainTable
          label={say(words.title)}
          heads={[
            say(words.reference),
            say(words.who),
            say(words.received),
            say(words.deadline),
            say(words.grounds),
            say(words.state),
          ]}
          {...(mayDecide ? { acts: say(words.acts) } : {})}
          rows={data.map((objection) => ({
            key: objection.id,
            cells: [
              objection.id,
              <Who key="who" objection={objection} />,
              time(objection.receivedAt),
              <span key="deadline">
                {shortDay(objection.deadline)}
                {objection.late && <strong> {say(words.late)}</strong>}
              </span>,
              <bdi key="grounds" className="whitespace-pre-line">
                {objection.grounds}
              </bdi>,
              <State key="state" objection={objection} />,
              ...(mayDecide
                ? [
                    <Button
                      key="decide"
                      small
                      aria-label={say(words.decideOn, { id: objection.id })}
                      onClick={() => setDeciding(objection)}
                    >
                      {say(words.decide)}
                    </Button>,
                  ]
                : []),
            ],
          }))}
        />
      )}
      {deciding && <DecideDialog objection={deciding} onClose={() => setDeciding(undefined)} />}
    </section>
  )
}

function Who({ objection: { name, party, address, unreachable } }: { objection: Listed }) {
  const say = useSay()
  return (
    <>
      <bdi>{name || say(words.unnamed)}</bdi>
      {party && <span className="muted"> {party}</span>}
      {address && (
        <>
          <br />
          <bdi className="muted">{address}</bdi>
        </>
      )}
      {unreachable && (
        <>
          <br />
          <strong>{say(words.unreachable)}</strong>
        </>
      )}
    </>
  )
}

function State({ objection }: { objection: Listed }) {
  const say = useSay()
  const { time } = useFormats()
  const { state, decision, decidedAt, decidedBy } = objection
  return (
    <>
      {say(objectionStates[state])}
      {decidedAt && (
        <span className="muted">
          , <bdi>{decidedBy}</bdi>, {time(decidedAt)}
        </span>
      )}
      {decision && (
        <>
          <br />
          <bdi className="whitespace-pre-line">{decision}</bdi>
        </>
      )}
    </>
  )
}
