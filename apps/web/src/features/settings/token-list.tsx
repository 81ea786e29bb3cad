import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { NewToken } from './new-token.tsx'
import { tokenWords as words } from './people-words.ts'
import { settingsWords } from './words.ts'

type Listed = {
  id: string
  label: string
  person: string
  createdAt: string
  lastUsedAt: string | null
  expiresOn: string
  revokedAt: string | null
  works: boolean
}

/** A button that makes a token. `own`: of the person who presses it. */
export function CreateToken({ own = false }: { own?: boolean }) {
  const say = useSay()
  const [creating, setCreating] = useState(false)
  return (
    <p>
      <Button look={own ? 'plain' : 'main'} onClick={() => setCreating(true)}>
        {say(words.create)}
      </Button>
      {creating && <NewToken own={own} onClose={() => setCreating(false)} />}
    </p>
  )
}

/** Tokens, whose they are and whether they work. `own`: all of one person. */
export function TokenList({ tokens, own = false }: { tokens: readonly Listed[]; own?: boolean }) {
  const say = useSay()
  const { shortDay, time } = useFormats()
  const [revoking, setRevoking] = useState<Listed | null>(null)
  return (
    <>
      <PlainTable
        label={say(settingsWords.tokens)}
        heads={[
          say(words.label),
          ...(own ? [] : [say(words.person)]),
          say(words.created),
          say(words.lastUsed),
          say(words.expires),
          say(words.status),
        ]}
        acts={say(settingsWords.acts)}
        rows={tokens.map((token) => ({
          key: token.id,
          cells: [
            <>
              <bdi>{token.label}</bdi> <span className="muted">{token.id}</span>
            </>,
            ...(own ? [] : [<bdi key="person">{token.person}</bdi>]),
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
      {revoking && <RevokeDialog token={revoking} own={own} onClose={() => setRevoking(null)} />}
    </>
  )
}

type RevokeProps = { token: Listed; own: boolean; onClose: () => void }

function RevokeDialog({ token, own, onClose }: RevokeProps) {
  const say = useSay()
  const done = {
    onSuccess: () => {
      onClose()
      return queryClient.invalidateQueries()
    },
  }
  const ofAnyone = useMutation(trpc.tokens.revoke.mutationOptions(done))
  const ofOwn = useMutation(trpc.tokens.revokeOwn.mutationOptions(done))
  const revoke = own ? ofOwn : ofAnyone
  return (
    <FormDialog
      title={say(words.revokeAsk, { label: token.label })}
      act={say(words.revokeNow)}
      busy={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onAct={() => revoke.mutate({ id: token.id })}
    >
      <p>{say(words.revokeWhy)}</p>
    </FormDialog>
  )
}
