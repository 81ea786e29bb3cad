import type { Role } from '@ropewalk/domain/permissions.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
import { Field } from '../../ui/field.tsx'
import { DayInput } from '../../ui/inputs.tsx'
import { toast } from '../../ui/toast.tsx'
import { RoleChecks } from './invite-dialog.tsx'
import { peopleTabWords as words } from './people-words.ts'
import { settingsWords } from './words.ts'

export type ListedPerson = {
  id: string
  version: number
  name: string
  email: string
  roles: readonly Role[]
  status: 'active' | 'invited' | 'disabled' | 'expired'
  expiresOn: string | null
  secondFactor: boolean
}
type Props = { person: ListedPerson; onClose: () => void }

export function RolesDialog({ person, onClose }: Props) {
  const say = useSay()
  const [roles, setRoles] = useState(person.roles)
  const change = useMutation(
    trpc.people.changeRoles.mutationOptions({ onSuccess: useDone(person, onClose) }),
  )
  const { id, version } = person
  return (
    <FormDialog
      title={`${say(words.roles)}: ${person.name}`}
      act={say(settingsWords.save)}
      busy={change.isPending}
      onClose={onClose}
      onAct={() => change.mutate({ id, version, roles: [...roles] })}
      error={change.error}
    >
      <Field label={say(words.roles)} group>
        <RoleChecks value={roles} onChange={setRoles} />
      </Field>
    </FormDialog>
  )
}

export function ExpiryDialog({ person, onClose }: Props) {
  const say = useSay()
  const [expiresOn, setExpiresOn] = useState(person.expiresOn)
  const change = useMutation(
    trpc.people.changeExpiry.mutationOptions({ onSuccess: useDone(person, onClose) }),
  )
  const { id, version } = person
  return (
    <FormDialog
      title={`${say(words.expires)}: ${person.name}`}
      act={say(settingsWords.save)}
      busy={change.isPending}
      onClose={onClose}
      onAct={() => change.mutate({ id, version, expiresOn })}
      error={change.error}
    >
      <Field label={say(words.expires)} hint={say(words.expiresHint)}>
        <DayInput value={expiresOn} onChange={setExpiresOn} />
      </Field>
    </FormDialog>
  )
}

export function DisableDialog({ person, onClose }: Props) {
  const say = useSay()
  const disable = useMutation(
    trpc.people.disable.mutationOptions({ onSuccess: useDone(person, onClose) }),
  )
  const { id, version, name } = person
  return (
    <FormDialog
      title={say(words.disableAsk, { name })}
      act={say(words.disableNow)}
      busy={disable.isPending}
      onClose={onClose}
      onAct={() => disable.mutate({ id, version })}
      error={disable.error}
    >
      <p>{say(words.disableWhy, { name })}</p>
    </FormDialog>
  )
}

function useDone({ name }: ListedPerson, onClose: () => void) {
  const say = useSay()
  return () => {
    toast(say(words.done, { name }))
    onClose()
    return queryClient.invalidateQueries()
  }
}
