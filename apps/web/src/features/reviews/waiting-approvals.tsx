import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { SignDialog } from '../approvals/sign-dialog.tsx'
import { approvalWords } from '../approvals/words.ts'
import { RecordName } from '../overview/coming.tsx'
import { reviewWords as words } from './words.ts'

const limit = 200

/** The requests for approval that nobody has answered, with those put to the person counted. */
export function WaitingApprovals() {
  const say = useSay()
  const { time, list, number } = useFormats()
  const mayLook = useMay('approval:sign')
  const [signing, setSigning] = useState<{ id: string; name: string } | null>(null)
  const pending = useQuery(trpc.approvals.list.queryOptions({ which: 'pending', limit }))
  const mine = useQuery(trpc.approvals.list.queryOptions({ which: 'mine', limit: 1 }))
  const { rows = [], names = {}, people = {} } = pending.data ?? {}
  const nameOf = (id: string) => people[id] ?? id
  return (
    <section className="reviews" aria-labelledby="waiting">
      <h2 id="waiting">
        {say(words.waiting)}{' '}
        {mine.data && mine.data.total > 0 && (
          <span className="muted">{say(words.mine, { n: mine.data.total })}</span>
        )}
      </h2>
      <FormTrouble error={pending.error} />
      {pending.data && rows.length === 0 && <p>{say(words.noneWaiting)}</p>}
      {rows.length > 0 && (
        <PlainTable
          label={say(words.waiting)}
          heads={[words.record, words.asked, words.of, words.signed].map((each) => say(each))}
          acts={mayLook ? say(words.acts) : undefined}
          rows={rows.map((round) => ({
            key: round.id,
            cells: [
              <RecordName key="record" id={round.recordId} name={names[round.recordId] ?? ''} />,
              say(words.askedBy, {
                name: nameOf(round.requestedBy),
                time: time(round.requestedAt),
              }),
              round.asked.length > 0 ? list(round.asked.map(nameOf)) : say(words.anyone),
              round.signatures.length > 0
                ? list(round.signatures.map(({ by, title }) => title || nameOf(by)))
                : say(words.nobody),
              ...(mayLook
                ? [
                    <Button
                      key="look"
                      small
                      aria-label={say(approvalWords.lookOf, {
                        name: names[round.recordId] || round.recordId,
                      })}
                      onClick={() =>
                        setSigning({ id: round.recordId, name: names[round.recordId] ?? '' })
                      }
                    >
                      {say(words.look)}
                    </Button>,
                  ]
                : []),
            ],
          }))}
        />
      )}
      {pending.data && pending.data.total > rows.length && (
        <p className="muted mt-3">
          {say(words.newest, { n: number(rows.length), of: number(pending.data.total) })}
        </p>
      )}
      {signing && <SignDialog {...signing} onClose={() => setSigning(null)} />}
    </section>
  )
}
