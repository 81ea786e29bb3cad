import './approvals.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Difference } from '../../ui/difference.tsx'
import { Field } from '../../ui/field.tsx'
import { ProseInput } from '../../ui/inputs.tsx'
import { Note } from '../../ui/note.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { approvalWords as words } from './words.ts'

type Props = { id: string; name: string; onClose: () => void }

/** What changed since the last approval, and the signature under exactly that. */
export function SignDialog({ id, name, onClose }: Props) {
  const say = useSay()
  const language = useLanguage()
  // What is on the screen is what is signed: it is not read anew under the reader's eyes.
  const differences = trpc.approvals.differences.queryOptions({ id, language })
  const seen = useQuery({ ...differences, staleTime: 'static', gcTime: 0 })
  const approval = useQuery(trpc.approvals.read.queryOptions({ id }))
  return (
    <Dialog title={say(words.dialog, { name: name || id })} onClose={onClose} lightDismiss={false}>
      <FormTrouble error={seen.error ?? approval.error} />
      {seen.data && approval.data ? (
        <SignForm id={id} seen={seen.data} read={approval.data} onClose={onClose} />
      ) : (
        <Skeleton />
      )}
    </Dialog>
  )
}

type Seen = inferOutput<typeof trpc.approvals.differences>
type Read = inferOutput<typeof trpc.approvals.read>
type FormProps = { id: string; seen: Seen; read: Read; onClose: () => void }

function SignForm({ id, seen, read, onClose }: FormProps) {
  const say = useSay()
  const mayApprove = useMay('approval:give')
  const titles = titlesOf(read)
  const [titleId, setTitleId] = useState<string | null>(titles[0]?.titleId ?? null)
  const [comment, setComment] = useState('')
  const done = {
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  }
  const approve = useMutation(trpc.approvals.approve.mutationOptions(done))
  const sign = useMutation(trpc.approvals.sign.mutationOptions(done))
  const sendBack = useMutation(trpc.approvals.sendBack.mutationOptions(done))
  const { version, contentHash, fromVersion, differences } = seen
  const bound = { id, version, contentHash, fromVersion, comment }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sendBack.reset()
    if (mayApprove) approve.mutate({ ...bound, titleId })
    else if (titleId !== null) sign.mutate({ ...bound, titleId })
  }
  const back = sendBack.error ? troubleIn(sendBack.error, say) : undefined
  const isBusy = approve.isPending || sign.isPending || sendBack.isPending
  return (
    <form className="signing" onSubmit={submit}>
      <FormTrouble error={approve.error ?? sign.error} />
      <FormTrouble error={sendBack.error} shown={['comment']} />
      <p>
        {fromVersion === null
          ? say(words.first, { version })
          : say(words.since, { from: fromVersion, version })}
      </p>
      {read.isOwnChange && (
        <Note look="announced">
          {say(read.fourEyes === 'required' ? words.ownRequired : words.ownAdvised)}
        </Note>
      )}
      <Changes all={differences} />
      <p className="muted">
        {say(words.hash)} <span className="id">{contentHash.slice(0, 16)}</span>
      </p>
      {titles.length > 0 && (
        <Field label={say(words.signAs)}>
          <Select
            value={titleId}
            options={titles.map((each) => ({ value: each.titleId, label: each.title }))}
            none={read.required.length > 0 ? null : '—'}
            onChange={setTitleId}
          />
        </Field>
      )}
      <Field
        label={say(words.comment)}
        hint={say(words.commentHint)}
        error={back?.field === 'comment' ? back.message : undefined}
      >
        <ProseInput value={comment} onChange={setComment} maxLength={1000} />
      </Field>
      <div className="acts">
        <Button onClick={onClose}>{say(words.cancel)}</Button>
        <Button busy={isBusy} onClick={() => sendBack.mutate({ id, version, comment })}>
          {say(words.sendBack)}
        </Button>
        {(mayApprove || titleId !== null) && (
          <Button look="main" type="submit" busy={isBusy}>
            {say(words.approve)}
          </Button>
        )}
      </div>
    </form>
  )
}

/** The titles that the person may sign under now: those that are required and not signed, else all that he or she holds. */
function titlesOf({ held, required, rounds }: Read): Read['held'] {
  if (required.length === 0) return held
  const signed = rounds.find(({ state }) => state === 'asked')?.signatures ?? []
  return held.filter(
    ({ titleId }) =>
      required.some((each) => each.titleId === titleId) &&
      !signed.some((each) => each.titleId === titleId),
  )
}

function Changes({ all }: { all: Seen['differences'] }) {
  const say = useSay()
  if (all.length === 0) return <p>{say(words.nothing)}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section aria-label={say(words.changes)} tabIndex={0} className="changes">
      <dl className="diff">
        {all.map(({ field, before, after }, index) => (
          <div key={index} className="contents">
            <dt>{field}</dt>
            <dd>
              <Difference before={before || null} after={after || null} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
