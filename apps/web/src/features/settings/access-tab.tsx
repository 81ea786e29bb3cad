import { originText } from '@ropewalk/domain/account-origin.ts'
import {
  mayDo,
  permissionNames,
  permissions,
  roleNames,
  roles,
} from '@ropewalk/domain/permissions.ts'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { buttonClass } from '../../ui/button.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { peopleTabWords } from './people-words.ts'
import { accessWords as words } from './reference-words.ts'
import { SecondFactorRule } from './second-factor-rule.tsx'
import { secondFactorWords } from './second-factor-words.ts'
import { settingsWords } from './words.ts'

/** For which roles a second factor is required, the table that the server asks, and who holds which role. */
export function AccessTab() {
  const mayReadAccess = useMay('access:read')
  return (
    <>
      {mayReadAccess && <SecondFactorRule />}
      <RoleMatrix />
      {mayReadAccess && <AccessList />}
    </>
  )
}

const holders = [...roles, 'public'] as const

function RoleMatrix() {
  const say = useSay()
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{say(words.roles)}</h2>
      <p>{say(words.rolesHint)}</p>
      <div className="role-matrix">
        <PlainTable
          label={say(words.roles)}
          heads={[
            say(words.permission),
            ...holders.map((holder) => say(holder === 'public' ? words.public : roleNames[holder])),
          ]}
          rows={permissions.map((permission) => ({
            key: permission,
            cells: [
              <>
                <span className="inline-block first-letter:uppercase">
                  {say(permissionNames[permission])}
                </span>{' '}
                <span className="id">{permission}</span>
              </>,
              ...holders.map((holder) =>
                mayDo(permission, holder) ? (
                  <b key={holder}>{say(words.yes)}</b>
                ) : (
                  <span key={holder} className="no muted">
                    {say(words.no)}
                  </span>
                ),
              ),
            ],
          }))}
        />
      </div>
      <p className="mt-4">
        <a className={buttonClass({ small: true })} href="/exports/permissions.csv">
          {say(settingsWords.download)}
        </a>
      </p>
    </section>
  )
}

function AccessList() {
  const say = useSay()
  const { time, shortDay, list } = useFormats()
  const access = useQuery(trpc.people.access.queryOptions(undefined))
  return (
    <section aria-labelledby="access">
      <h2 id="access">{say(words.list)}</h2>
      <p>{say(words.listHint)}</p>
      <FormTrouble error={access.error} />
      <PlainTable
        label={say(words.list)}
        heads={[
          say(peopleTabWords.name),
          say(words.id),
          say(peopleTabWords.roles),
          say(peopleTabWords.status),
          say(secondFactorWords.title),
          say(words.created),
          say(words.createdBy),
          say(peopleTabWords.lastSignIn),
          say(peopleTabWords.expires),
        ]}
        rows={(access.data ?? []).map((entry) => ({
          key: entry.userId,
          cells: [
            <>
              <bdi>{entry.name}</bdi> <span className="muted">{entry.email}</span>
            </>,
            entry.userId,
            list(entry.roles.map((role) => say(roleNames[role]))),
            say(peopleTabWords[entry.status]),
            say(entry.secondFactor ? words.yes : words.no),
            time(entry.createdAt),
            say(originText(entry.createdBy)),
            entry.lastSignInAt ? time(entry.lastSignInAt) : say(settingsWords.never),
            entry.accountExpiresAt ? shortDay(entry.accountExpiresAt) : say(settingsWords.noEnd),
          ],
        }))}
      />
      <p className="mt-4">
        <a className={buttonClass({ small: true })} href="/exports/access.csv">
          {say(settingsWords.download)}
        </a>
      </p>
    </section>
  )
}
