import { roles as allRoles, type Role, roleNames } from '@ropewalk/domain/permissions.ts'
import { type Language, languages } from '@ropewalk/domain/words.ts'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { languageNames, useLanguage, useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Checks, Radios } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { DayInput, TextInput } from '../../ui/inputs.tsx'
import type { MadeLink } from './link-dialog.tsx'
import { peopleTabWords as words } from './people-words.ts'

type Props = { onClose: () => void; onMade: (link: MadeLink) => void }

export function InviteDialog({ onClose, onMade }: Props) {
  const say = useSay()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [expiresOn, setExpiresOn] = useState<string | null>(null)
  const invite = useMutation(
    trpc.people.invite.mutationOptions({
      onSuccess: (made) => {
        void queryClient.invalidateQueries()
        onMade(made)
      },
    }),
  )
  const trouble = invite.error ? troubleIn(invite.error, say) : undefined
  const whyOf = (field: string) => (trouble?.field === field ? trouble.message : undefined)
  return (
    <FormDialog
      title={say(words.invite)}
      act={say(words.sendInvitation)}
      busy={invite.isPending}
      onClose={onClose}
      onAct={() => invite.mutate({ name, email, roles: [...roles], language, expiresOn })}
      error={invite.error}
      shown={['name', 'email', 'roles', 'expiresOn']}
    >
      <Field label={say(words.name)} error={whyOf('name')}>
        <TextInput value={name} onChange={setName} required />
      </Field>
      <Field label={say(words.email)} error={whyOf('email')}>
        <TextInput type="email" value={email} onChange={setEmail} required />
      </Field>
      <Field label={say(words.roles)} error={whyOf('roles')} group>
        <RoleChecks value={roles} onChange={setRoles} />
      </Field>
      <p className="hint">
        {say(words.rolesHint)}{' '}
        <Link to="/settings" search={{ tab: 'access' }} target="_blank">
          {say(words.rolesLink)}
        </Link>
      </p>
      <Field label={say(words.language)} group>
        <Radios
          value={language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={setLanguage}
        />
      </Field>
      <Field label={say(words.expires)} hint={say(words.expiresHint)} error={whyOf('expiresOn')}>
        <DayInput value={expiresOn} onChange={setExpiresOn} />
      </Field>
    </FormDialog>
  )
}

type RoleProps = { value: readonly Role[]; onChange: (roles: readonly Role[]) => void }

export function RoleChecks({ value, onChange }: RoleProps) {
  const say = useSay()
  return (
    <Checks
      value={value}
      options={allRoles.map((role) => ({ value: role, label: say(roleNames[role]) }))}
      onChange={onChange}
    />
  )
}
