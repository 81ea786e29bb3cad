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
import { NewToken } from './new-token.tsx'
import { tokenWords as words } from './people-words.ts'
import { settingsWords } from './words.ts'

type Listed = { id: string; label: string }

/** Every token, whose it is and whether it works. */
export function TokensTab() {
  const say = useSay()
  const { shortDay, time } = useFormats()
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<Listed | null>(null)
  const tokens = useQuery(trpc.tokens.list.queryOptions(undefined))
  return (
    <section aria-label={say(settingsWords.tokens)}>
      <p>{say(words.hint)}</p>
      <p>
        <Button look="main" onClick={() => setCreating(true)}>
          {say(words.create)}
        </Button>
      </p>
      <FormTrouble error={tokens.error} />
      {tokens.isPending && <SkeletonPage />}
      {tokens.data?.length === 0 && <Empty title={say(words.none)} />}
      {tokens.data && tokens.data.length > 0 && (
        <PlainTable
          label={say(settingsWords.tokens)}
          heads={[
            say(words.label),
            say(words.person),
            say(words.created),
            say(words.lastUsed),
            say(words.expires),
            say(words.status),
          ]}
          acts={say(settingsWords.acts)}
          rows={tokens.data.map((token) => ({
            key: token.id,
            cells: [
              <>
                <bdi>{token.label}</bdi> <span className="muted">{token.id}</span>
              </>,
              <bdi key="person">{token.person}</bdi>,
              time(token.createdAt),
              token.lastUsedAt ? time(token.lastUsedAt) : say(settingsWords.never),
              shortDay(token.expiresOn),
              <Mark key="status" of={token.works ? 'active' : 'former'}>
                {say(token.works ? words.works : token.revokedAt ? words.revoked : words.expired)}
              </Mark>,
              token.revokedAt ? (
                '–'
              ) : (
                <Button
                  key="revoke"
                  small
                  aria-label={say(words.revokeOf, { label: token.label })}
                  onClick={() => setRevoking(token)}
                >
                  {say(words.revoke)}
                </Button>
              ),
            ],
          }))}
        />
      )}
      {creating && <NewToken onClose={() => setCreating(false)} />}
      {revoking && <RevokeDialog token={revoking} onClose={() => setRevoking(null)} />}
    </section>
  )
}

function RevokeDialog({ token, onClose }: { token: Listed; onClose: () => void }) {
  const say = useSay()
  const revoke = useMutation(
    trpc.tokens.revoke.mutationOptions({
      onSuccess: () => {
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      title={say(words.revokeAsk, { label: token.label })}
      act={say(words.revokeNow)}
      busy={revoke.isPending}
      onClose={onClose}
      onAct={() => revoke.mutate({ id: token.id })}
      error={revoke.error}
    >
      <p>{say(words.revokeWhy)}</p>
    </FormDialog>
  )
}
