import { isHeld } from '@ropewalk/domain/changes/held.ts'
import type { SupplierChange } from '@ropewalk/domain/changes/supplier-change.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { DraftDialog } from './draft-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { changeWords as words } from './words.ts'

type Props = {
  change: SupplierChange
  names: Readonly<Record<string, string>>
  preview:
    | {
        seal: string
        refusal: { mendedByReason: boolean } | null
        impact: { recipients: readonly unknown[] }
      }
    | undefined
}
type Asked = 'edit' | 'announce' | 'withdraw' | 'goOn'

/** What may be done with a change in its state, by whoever may. */
export function ChangeActs({ change, names, preview }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const mayWrite = useMay('register:write')
  const mayPublish = useMay('register:publish')
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const onSuccess = async () => {
    await queryClient.invalidateQueries()
    close()
  }
  const at = { id: change.id, version: change.version }
  const announce = useMutation(trpc.changes.announce.mutationOptions({ onSuccess }))
  const withdraw = useMutation(trpc.changes.withdraw.mutationOptions({ onSuccess }))
  const goOn = useMutation(trpc.changes.overrideConsent.mutationOptions({ onSuccess }))
  const remove = useMutation(
    trpc.changes.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/changes' })
        await queryClient.invalidateQueries()
      },
    }),
  )
  const isDraft = change.state === 'draft'
  const waits = change.state === 'announced' && isHeld(change)
  // Only a broken promise can be talked away: whatever else is refused has to be mended first.
  const isReady = preview && (!preview.refusal || preview.refusal.mendedByReason)
  return (
    <>
      {isDraft && mayWrite && (
        <>
          <Button onClick={() => remove.mutate(at)} busy={remove.isPending}>
            {say(words.remove)}
          </Button>
          <Button onClick={() => setAsked('edit')}>{say(words.edit)}</Button>
        </>
      )}
      {isDraft && mayPublish && isReady && (
        <Button look="main" onClick={() => setAsked('announce')}>
          {say(words.announce)}
        </Button>
      )}
      {waits && mayPublish && <Button onClick={() => setAsked('goOn')}>{say(words.goOn)}</Button>}
      {change.state === 'announced' && mayPublish && (
        <Button onClick={() => setAsked('withdraw')}>{say(words.withdraw)}</Button>
      )}
      {asked === 'edit' && <DraftDialog draft={change} names={names} onClose={close} />}
      {asked === 'announce' && preview && (
        <ReasonDialog
          title={say(words.announceTitle, { id: change.id })}
          hint={say(words.announceHint, { n: preview.impact.recipients.length })}
          act={say(words.announce)}
          ask={
            preview.refusal
              ? { label: say(words.override), hint: say(words.overrideHint) }
              : undefined
          }
          error={announce.error}
          busy={announce.isPending}
          onAct={(overrideReason) =>
            announce.mutate({
              ...at,
              seal: preview.seal,
              ...(overrideReason ? { overrideReason } : {}),
            })
          }
          onClose={close}
        />
      )}
      {asked === 'withdraw' && (
        <ReasonDialog
          title={say(words.withdrawTitle, { id: change.id })}
          hint={say(words.withdrawHint)}
          act={say(words.withdraw)}
          ask={{ label: say(words.reason) }}
          error={withdraw.error}
          busy={withdraw.isPending}
          onAct={(reason) => withdraw.mutate({ ...at, reason })}
          onClose={close}
        />
      )}
      {asked === 'goOn' && (
        <ReasonDialog
          title={say(words.goOn)}
          hint={say(words.overrideHint)}
          act={say(words.goOn)}
          ask={{ label: say(words.reason) }}
          error={goOn.error}
          busy={goOn.isPending}
          onAct={(reason) => goOn.mutate({ ...at, reason })}
          onClose={close}
        />
      )}
    </>
  )
}
