import { publishedDifferences } from '@ropewalk/domain/derived/published-from.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Difference } from '../../ui/difference.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Note } from '../../ui/note.tsx'
import { recordWords as words } from './words.ts'

/** What the public reads about a supplier against the register, and the DPO's button. */
export function Publication({ record }: { record: AnyRecord }) {
  const say = useSay()
  const mayPublish = useMay('register:publish')
  const [asked, setAsked] = useState(false)
  const preview = useQuery(trpc.subProcessors.preview.queryOptions({ id: record.id }))
  const differences = useDifferences(preview.data)
  if (!preview.data) return null
  const { now } = preview.data
  const isCurrent = now !== null && differences.length === 0
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
      {mayPublish && !record.archivedAt && (
        <div className="answers">
          {!isCurrent && (
            <Button look="main" onClick={() => setAsked(true)}>
              {say(words.publish)}
            </Button>
          )}
          {now !== null && <Withdraw record={record} />}
        </div>
      )}
      {asked && (
        <PublishDialog
          record={record}
          differences={differences}
          seal={preview.data.seal}
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

function PublishDialog({
  record,
  differences,
  seal,
  onClose,
}: {
  record: AnyRecord
  differences: readonly Shown[]
  onClose: () => void
  seal: string
}) {
  const say = useSay()
  const queries = useQueryClient()
  const publish = useMutation(
    trpc.subProcessors.publish.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        onClose()
      },
    }),
  )
  return (
    <Dialog
      title={say(words.publishTitle, { name: String(record.name) })}
      onClose={onClose}
      lightDismiss={false}
    >
      <FormTrouble error={publish.error} />
      <p>
        {say(words.publicNow)} → {say(words.afterPublishing)}
      </p>
      <Differences all={differences} />
      <div className="acts mt-4">
        <Button onClick={onClose}>{say(words.cancel)}</Button>
        <Button
          look="main"
          busy={publish.isPending}
          onClick={() => publish.mutate({ id: record.id, version: record.version, seal })}
        >
          {say(words.publish)}
        </Button>
      </div>
    </Dialog>
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
