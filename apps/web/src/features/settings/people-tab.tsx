import { roleNames } from '@ropewalk/domain/permissions.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMe } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { Mark, type Meaning } from '../../ui/mark.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { SkeletonPage } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { LinkDialog, type MadeLink } from './link-dialog.tsx'
import { peopleTabWords as words } from './people-words.ts'
import { DisableDialog, ExpiryDialog, type ListedPerson, RolesDialog } from './person-dialogs.tsx'
import { ResetFactorDialog } from './second-factor-dialogs.tsx'
import { secondFactorWords } from './second-factor-words.ts'
import { settingsWords } from './words.ts'

type Asked =
  | { kind: 'invite' }
  | { kind: 'link'; link: MadeLink }
  | { kind: 'roles' | 'expiry' | 'factor' | 'disable'; person: ListedPerson }

/** Everybody with an account, and what an administrator may do about it. */
export function PeopleTab() {
  const say = useSay()
  const formats = useFormats()
  const me = useMe()
  const [asked, setAsked] = useState<Asked | null>(null)
  const people = useQuery(trpc.people.list.queryOptions(undefined))
  const enable = useMutation(
    trpc.people.enable.mutationOptions({
      onSuccess: ({ name }) => {
        toast(say(words.done, { name }))
        return queryClient.invalidateQueries()
      },
    }),
  )
  const link = useMutation(
    trpc.people.resetLink.mutationOptions({
      onSuccess: (made) => setAsked({ kind: 'link', link: made }),
    }),
  )
  const close = () => setAsked(null)
  const actsOn = (person: ListedPerson): MenuItem[] => {
    const { id, version, status } = person
    const isOpen = status === 'active' || status === 'invited'
    return [
      { label: say(words.changeRoles), act: () => setAsked({ kind: 'roles', person }) },
      { label: say(words.changeExpiry), act: () => setAsked({ kind: 'expiry', person }) },
      ...(isOpen
        ? [
            {
              label: say(status === 'invited' ? words.makeInvitation : words.makeReset),
              act: () => link.mutate({ id }),
            },
          ]
        : []),
      ...(person.secondFactor && person.id !== me.id
        ? [
            {
              label: say(secondFactorWords.reset),
              act: () => setAsked({ kind: 'factor', person }),
            },
          ]
        : []),
      { kind: 'rule' },
      status === 'disabled'
        ? { label: say(words.enable), act: () => enable.mutate({ id, version }) }
        : { label: say(words.disable), act: () => setAsked({ kind: 'disable', person }) },
    ]
  }
  return (
    <section aria-label={say(settingsWords.people)}>
      <p>{say(words.hint)}</p>
      <p>
        <Button look="main" onClick={() => setAsked({ kind: 'invite' })}>
          {say(words.invite)}
        </Button>
      </p>
      <FormTrouble error={people.error ?? enable.error ?? link.error} />
      {people.isPending && <SkeletonPage />}
      {people.data && (
        <PlainTable
          label={say(settingsWords.people)}
          heads={[
            say(words.name),
            say(words.email),
            say(words.roles),
            say(words.status),
            say(words.lastSignIn),
            say(words.expires),
          ]}
          acts={say(settingsWords.acts)}
          rows={people.data.map((person) => ({
            key: person.id,
            cells: [
              <>
                <bdi>{person.name}</bdi>
                {person.id === me.id && <span className="muted"> {say(words.you)}</span>}
              </>,
              <bdi key="email">{person.email}</bdi>,
              formats.list(person.roles.map((role) => say(roleNames[role]))),
              <Mark key="status" of={marks[person.status]}>
                {say(words[person.status])}
              </Mark>,
              person.lastSignInAt ? formats.time(person.lastSignInAt) : say(settingsWords.never),
              person.expiresOn ? formats.shortDay(person.expiresOn) : say(settingsWords.noEnd),
              <Menu
                key="acts"
                small
                align="end"
                label={say(words.change)}
                name={say(words.changeOf, { name: person.name })}
                items={actsOn(person)}
              />,
            ],
          }))}
        />
      )}
      {asked?.kind === 'invite' && (
        <InviteDialog onClose={close} onMade={(made) => setAsked({ kind: 'link', link: made })} />
      )}
      {asked?.kind === 'link' && <LinkDialog link={asked.link} onClose={close} />}
      {asked?.kind === 'roles' && <RolesDialog person={asked.person} onClose={close} />}
      {asked?.kind === 'expiry' && <ExpiryDialog person={asked.person} onClose={close} />}
      {asked?.kind === 'factor' && <ResetFactorDialog person={asked.person} onClose={close} />}
      {asked?.kind === 'disable' && <DisableDialog person={asked.person} onClose={close} />}
    </section>
  )
}

const marks: Record<ListedPerson['status'], Meaning> = {
  active: 'active',
  invited: 'announced',
  disabled: 'former',
  expired: 'former',
}
