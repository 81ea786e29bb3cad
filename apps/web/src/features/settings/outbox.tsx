import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { toast } from '../../ui/toast.tsx'
import { aboutText } from '../../words/said.ts'
import { BounceDialog } from './bounce-dialog.tsx'
import { mailWords as words } from './mail-words.ts'
import { settingsWords } from './words.ts'

const states = ['waiting', 'dead', 'bounced', 'sent', 'kept'] as const
type State = (typeof states)[number]
type Listed = { id: string; subject: string; address: string }

/** What became of the mails, one state at a time, the newest 200. */
export function Outbox() {
  const say = useSay()
  const { time } = useFormats()
  const [state, setState] = useState<State>('waiting')
  const [bounced, setBounced] = useState<Listed | null>(null)
  const { data, error } = useQuery(
    trpc.mails.list.queryOptions(
      { state },
      { refetchInterval: 3_000, placeholderData: keepPreviousData },
    ),
  )
  // The files above are asked for only when there is another one.
  const kept = data?.counts.kept
  useEffect(() => {
    if (kept !== undefined)
      void queryClient.invalidateQueries({ queryKey: trpc.mails.kept.queryKey() })
  }, [kept])
  const again = useMutation(
    trpc.mails.sendAgain.mutationOptions({
      onSuccess: () => {
        toast(say(words.queued))
        return queryClient.invalidateQueries()
      },
    }),
  )
  const named = ({ subject, address }: Listed) => ({ subject, to: address })
  const isSettled = state !== 'waiting'
  return (
    <>
      <Field label={say(words.show)}>
        <Select
          value={state}
          none={null}
          onChange={(chosen) => chosen && setState(chosen)}
          options={states.map((value) => ({
            value,
            label: say(words.states[value], { n: data?.counts[value] ?? 0 }),
          }))}
        />
      </Field>
      <FormTrouble error={error ?? again.error} />
      {data?.mails.length === 0 && <p className="muted">{say(words.noneIn)}</p>}
      {data && data.mails.length > 0 && (
        <PlainTable
          label={say(settingsWords.mails)}
          heads={[
            say(words.subject),
            say(words.to),
            say(words.about),
            say(words.written),
            say(words.attempts),
            say(isSettled ? words.settled : words.next),
            say(words.said),
          ]}
          acts={say(settingsWords.acts)}
          rows={data.mails.map((mail) => ({
            key: mail.id,
            cells: [
              mail.subject ? <bdi>{mail.subject}</bdi> : say(words.forgotten),
              <bdi key="to">{mail.address || say(aboutText(mail.recipient)) || '–'}</bdi>,
              <bdi key="about">{say(aboutText(mail.about))}</bdi>,
              time(mail.queuedAt),
              String(mail.attempts),
              time(mail.settledAt ?? mail.nextAttemptAt),
              <bdi key="said">{mail.detail || '–'}</bdi>,
              mail.canSend ? (
                <Button
                  key="again"
                  small
                  aria-label={say(words.sendAgainTo, named(mail))}
                  onClick={() => again.mutate({ id: mail.id })}
                >
                  {say(words.sendAgain)}
                </Button>
              ) : state === 'sent' || state === 'kept' ? (
                <Button
                  key="bounce"
                  small
                  aria-label={say(words.bounceOf, named(mail))}
                  onClick={() => setBounced(mail)}
                >
                  {say(words.bounce)}
                </Button>
              ) : (
                '–'
              ),
            ],
          }))}
        />
      )}
      {bounced && <BounceDialog mail={bounced} onClose={() => setBounced(null)} />}
    </>
  )
}
