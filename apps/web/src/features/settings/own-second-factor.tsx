import './settings.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Enrol } from './enrol.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { NewCodesDialog, TurnOffDialog } from './second-factor-dialogs.tsx'
import { secondFactorWords as words } from './second-factor-words.ts'

const again = () => void queryClient.invalidateQueries()

/** One's own second factor: off, being turned on, or on. `onDone` once the recovery codes were seen. */
export function OwnSecondFactor({ onDone = again }: { onDone?: () => void }) {
  const say = useSay()
  const { time } = useFormats()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [asked, setAsked] = useState<'codes' | 'off' | null>(null)
  const own = useQuery(trpc.secondFactor.read.queryOptions(undefined))
  const close = () => setAsked(null)
  if (codes)
    return (
      <RecoveryCodes
        codes={codes}
        onDone={() => {
          setCodes(null)
          onDone()
        }}
      />
    )
  if (!own.data) return <FormTrouble error={own.error} />
  const { since, recoveryCodesLeft: left } = own.data
  if (since === null) return <Enrol onConfirmed={setCodes} />
  return (
    <>
      <p>{say(words.on, { since: time(since), left })}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAsked('codes')}>{say(words.newCodes)}</Button>
        <Button onClick={() => setAsked('off')}>{say(words.turnOff)}</Button>
      </div>
      {asked === 'codes' && (
        <NewCodesDialog
          onClose={close}
          onMade={(made) => {
            close()
            setCodes(made)
          }}
        />
      )}
      {asked === 'off' && <TurnOffDialog onClose={close} />}
    </>
  )
}
