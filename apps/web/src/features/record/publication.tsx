import { publishedDifferences } from '@ropewalk/domain/derived/published-from.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Difference } from '../../ui/difference.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Note } from '../../ui/note.tsx'
import { ReasonDialog } from '../changes/reason-dialog.tsx'
import { recordWords as words } from './words.ts'

/** What the public reads about a supplier against the register, and what the DPO may do about it. */
export function Publication({ record }: { record: AnyRecord }) {
  const say = useSay()
  const { day } = useFormats()
  const mayPublish = useMay('register:publish')
  const [asked, setAsked] = useState(false)
  const preview = useQuery(trpc.subProcessors.preview.queryOptions({ id: record.id }))
  const differences = useDifferences(preview.data)
  if (!preview.data) return null
  const { now, asks, announced } = preview.data
  const isCurrent = now !== null && differences.length === 0
  const why = asks === 'correction' ? words.correctionWhy : words.changeWhy
  return (
    <Note id="publication" look={isCurrent ? 'plain' : 'announced'}>
      <h2 className="text-3">
        {isCurrent ? say(words.publication) : <Mark of="announced">{say(words.notPublished)}</Mark>}
      </h2>
      <p>
        {say(now === null ? words.notPublishedWhy : isCurrent ? words.published : words.differs)}
      </p>
      {!isCurrent && <Differences all={differences} />}
      <p className="muted">{say(words.onlyAssured)}</p>
      {announced && (
        <p>
          <Link className="lnk" to="/changes/$id" params={{ id: announced.id }}>
            {say(words.heldWhy, { id: announced.id, day: day(announced.effectiveOn ?? '') })}
          </Link>
        </p>
      )}
      {mayPublish && !record.archivedAt && !announced && (
        <>
          {!isCurrent && <p>{say(why)}</p>}
          <div className="answers">
            {!isCurrent && (
              <Button look="main" onClick={() => setAsked(true)}>
                {say(asks === 'correction' ? words.publish : words.announceAndPublish)}
              </Button>
            )}
            {asks === 'change' && (
              <Link className={buttonClass()} to="/changes">
                {say(words.draftChange)}
              </Link>
            )}
            {now?.status === 'former' && <Withdraw record={record} />}
          </div>
        </>
      )}
      {asked && (
        <PublishDialog
          record={record}
          differences={differences}
          seal={preview.data.seal}
          asks={asks}
          onClose={() => setAsked(false)}
        />
      )}
    </Note>
  )
}

type Shown = ReturnType<typeof publishedDifferences>[number]

function useDifferences(preview: { now: unknown; after: unknown } | undefined): Shown[] {
  const language = useLanguage()
  if (!preview) return []
  type Args = Parameters<typeof publishedDifferences>
  return publishedDifferences((preview.now ?? undefined) as Args[0], preview.after as Args[1], {
    language,
  })
}

function Differences({ all }: { all: readonly Shown[] }) {
  const say = useSay()
  return (
    <dl className="diff">
      {all.map(({ field, label, before, after }) => (
        <div key={field} className="contents">
          <dt>{say(label)}</dt>
          <dd>
            <Difference before={before || null} after={after || null} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type DialogProps = {
  record: AnyRecord
  differences: readonly Shown[]
  onClose: () => void
  seal: string
  asks: 'nothing' | 'correction' | 'change'
}

/** A correction of words, or a change for today: both with the reason that the history keeps. */
function PublishDialog({ record, differences, seal, asks, onClose }: DialogProps) {
  const say = useSay()
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries()
    onClose()
  }
  const correct = useMutation(trpc.subProcessors.publish.mutationOptions({ onSuccess }))
  const announce = useMutation(trpc.changes.announceAndPublish.mutationOptions({ onSuccess }))
  const isCorrection = asks === 'correction'
  const { mutate, error, isPending } = isCorrection ? correct : announce
  return (
    <ReasonDialog
      title={say(words.publishTitle, { name: String(record.name) })}
      act={say(isCorrection ? words.publish : words.announceAndPublish)}
      ask={{ label: say(isCorrection ? words.reason : words.publicReason) }}
      error={error}
      busy={isPending}
      onAct={(reason) => mutate({ id: record.id, version: record.version, seal, reason })}
      onClose={onClose}
    >
      <p>
        {say(words.publicNow)} → {say(words.afterPublishing)}
      </p>
      <Differences all={differences} />
    </ReasonDialog>
  )
}

function Withdraw({ record }: { record: AnyRecord }) {
  const say = useSay()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const withdraw = useMutation(
    trpc.subProcessors.withdraw.mutationOptions({
      onSuccess: async () => {
        setAsked(false)
        await queries.invalidateQueries()
      },
    }),
  )
  return (
    <>
      <Button look="quiet" onClick={() => setAsked(true)}>
        {say(words.withdraw)}
      </Button>
      {asked && (
        <Dialog
          title={`${say(words.withdraw)}: ${String(record.name)}`}
          onClose={() => setAsked(false)}
        >
          <FormTrouble error={withdraw.error} />
          <div className="acts">
            <Button onClick={() => setAsked(false)}>{say(words.cancel)}</Button>
            <Button
              look="main"
              busy={withdraw.isPending}
              onClick={() => withdraw.mutate({ id: record.id, version: record.version })}
            >
              {say(words.withdraw)}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
