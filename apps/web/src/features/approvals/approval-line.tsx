import './approvals.css'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay, useMe } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { Mark, type Meaning } from '../../ui/mark.tsx'
import { RequestDialog } from './request-dialog.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { useRoundWords } from './use-round.ts'
import { approvalWords as words } from './words.ts'

type Props = { noun: NounKey; record: AnyRecord }
type Read = NonNullable<ReturnType<typeof useApproval>['data']>

const useApproval = (id: string) => useQuery(trpc.approvals.read.queryOptions({ id }))

/** Where the record stands between draft and approved, and what the person may do about it. */
export function ApprovalLine({ noun, record }: Props) {
  const say = useSay()
  const approval = useApproval(record.id)
  if (!approval.data) return null
  return (
    <section className="approval" aria-label={say(words.approval)}>
      <p>
        <Standing noun={noun} read={approval.data} />
      </p>
      {!record.archivedAt && <Acts record={record} read={approval.data} />}
    </section>
  )
}

function Standing({ noun, read }: { noun: NounKey; read: Read }) {
  const say = useSay()
  const { list } = useFormats()
  const told = useRoundWords(noun, read.people)
  const { state, rounds } = read
  const inReview = rounds.find((round) => round.state === 'asked')
  const approved = rounds.find((round) => round.state === 'approved')
  const lapsed = rounds.find((round) => round.state === 'lapsed')
  const [last] = rounds
  if (state === 'inReview' && inReview) {
    const awaited = read.required.filter(
      ({ titleId }) => !inReview.signatures.some((each) => each.titleId === titleId),
    )
    return (
      <Says of="announced" word={say(words.inReview)}>
        {told.asked(inReview)} {told.askedOf(inReview)} {told.signed(inReview)}{' '}
        {awaited.length > 0 &&
          say(words.awaited, { names: list(awaited.map(({ title }) => title)) })}
      </Says>
    )
  }
  const back = last?.state === 'sentBack' ? told.sentBack(last) : undefined
  if (state === 'approved' && approved)
    return (
      <Says of="active" word={say(words.approved)}>
        {told.approved(approved)} {approved.selfApproved && <b>{say(words.selfApproved)}</b>}{' '}
        {read.isAlteredSince && say(words.altered)} {back}
      </Says>
    )
  if (state === 'lapsed' && lapsed)
    return (
      <Says of="conflict" word={say(words.lapsed)}>
        {told.lapsed(lapsed)} {back}
      </Says>
    )
  return (
    <Says of="former" word={say(words.draft)}>
      {back ?? say(words.draftWhy)}
    </Says>
  )
}

const Says = ({ of, word, children }: { of: Meaning; word: string; children: ReactNode }) => (
  <>
    <Mark of={of}>
      <b>{word}</b>
    </Mark>{' '}
    <bdi>{children}</bdi>
  </>
)

function Acts({ record, read }: { record: AnyRecord; read: Read }) {
  const say = useSay()
  const me = useMe()
  const mayRequest = useMay('approval:request')
  const mayApprove = useMay('approval:give')
  const maySign = useMay('approval:sign')
  const [asked, setAsked] = useState<'request' | 'sign' | null>(null)
  const withdraw = useMutation(
    trpc.approvals.withdraw.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  )
  const round = read.rounds.find(({ state }) => state === 'asked')
  const isOpen = !round && (read.state !== 'approved' || read.isAlteredSince)
  const mayLook = mayApprove || (maySign && read.held.length > 0)
  const close = () => setAsked(null)
  return (
    <>
      {mayRequest && isOpen && (
        <Button small onClick={() => setAsked('request')}>
          {say(words.ask)}
        </Button>
      )}
      {round && mayLook && (
        <Button small look="main" onClick={() => setAsked('sign')}>
          {say(words.look)}
        </Button>
      )}
      {round && mayRequest && (mayApprove || round.requestedBy === me.id) && (
        <Button
          small
          look="quiet"
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ id: record.id })}
        >
          {say(words.withdraw)}
        </Button>
      )}
      <FormTrouble error={withdraw.error} />
      {asked === 'request' && <RequestDialog record={record} onClose={close} />}
      {asked === 'sign' && <SignDialog id={record.id} name={String(record.name)} onClose={close} />}
    </>
  )
}
