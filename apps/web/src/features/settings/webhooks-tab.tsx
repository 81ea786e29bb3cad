import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { Empty, SkeletonPage } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { NewWebhook } from './new-webhook.tsx'
import { webhookWords as words } from './webhook-words.ts'
import { settingsWords } from './words.ts'

type Listed = { id: string; label: string }

/** Every webhook, and what became of what it was last told. */
export function WebhooksTab() {
  const say = useSay()
  const { time } = useFormats()
  const [creating, setCreating] = useState(false)
  const [ending, setEnding] = useState<Listed | null>(null)
  const webhooks = useQuery(trpc.webhooks.list.queryOptions(undefined, { refetchInterval: 3_000 }))
  const test = useMutation(
    trpc.webhooks.test.mutationOptions({
      onSuccess: () => {
        toast(say(words.tested))
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <section aria-label={say(settingsWords.webhooks)}>
      <p>{say(words.hint)}</p>
      <p>
        <Button look="main" onClick={() => setCreating(true)}>
          {say(words.create)}
        </Button>
      </p>
      <FormTrouble error={webhooks.error ?? test.error} />
      {webhooks.isPending && <SkeletonPage />}
      {webhooks.data?.length === 0 && <Empty title={say(words.none)} />}
      {webhooks.data && webhooks.data.length > 0 && (
        <PlainTable
          label={say(settingsWords.webhooks)}
          heads={[
            say(words.label),
            say(words.url),
            say(words.created),
            say(words.last),
            say(words.status),
          ]}
          acts={say(settingsWords.acts)}
          rows={webhooks.data.map(({ id, label, url, createdAt, endedAt, last }) => ({
            key: id,
            cells: [
              <>
                <bdi>{label}</bdi> <span className="muted">{id}</span>
              </>,
              <bdi key="url" className="break-all">
                {url}
              </bdi>,
              time(createdAt),
              last ? (
                <span key="last">
                  {say(words.states[last.state])}, {time(last.settledAt ?? last.queuedAt)}
                  <span className="muted">
                    {' · '}
                    {say(words.attempts, { n: last.attempts })}
                    {last.detail && (
                      <>
                        {' · '}
                        <bdi>{last.detail}</bdi>
                      </>
                    )}
                  </span>
                </span>
              ) : (
                say(settingsWords.never)
              ),
              <Mark key="status" of={endedAt ? 'former' : 'active'}>
                {say(endedAt ? words.ended : words.active)}
              </Mark>,
              endedAt ? (
                '–'
              ) : (
                <span key="acts" className="flex gap-2">
                  <Button
                    small
                    aria-label={say(words.testOf, { label })}
                    onClick={() => test.mutate({ id })}
                  >
                    {say(words.test)}
                  </Button>
                  <Button
                    small
                    aria-label={say(words.endOf, { label })}
                    onClick={() => setEnding({ id, label })}
                  >
                    {say(words.end)}
                  </Button>
                </span>
              ),
            ],
          }))}
        />
      )}
      {creating && <NewWebhook onClose={() => setCreating(false)} />}
      {ending && <EndDialog webhook={ending} onClose={() => setEnding(null)} />}
    </section>
  )
}

function EndDialog({ webhook, onClose }: { webhook: Listed; onClose: () => void }) {
  const say = useSay()
  const end = useMutation(
    trpc.webhooks.end.mutationOptions({
      onSuccess: () => {
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      title={say(words.endAsk, { label: webhook.label })}
      act={say(words.endNow)}
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
      onAct={() => end.mutate({ id: webhook.id })}
    >
      <p>{say(words.endWhy)}</p>
    </FormDialog>
  )
}
