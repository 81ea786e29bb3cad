import { originText } from '@ropewalk/domain/account-origin.ts'
import { type Role, roleNames } from '@ropewalk/domain/permissions.ts'
import { both } from '@ropewalk/domain/words.ts'
import { listDataset } from '../dataset.ts'
import { listOr, secondsOf, stated } from '../facts.ts'
import { answers, wordOf, wordsOf } from '../word.ts'

const accessStatuses = {
  active: both('active', 'actif'),
  invited: both('invited', 'invité'),
  disabled: both('disabled', 'désactivé'),
  expired: both('expired', 'expiré'),
} as const

/** One person of the house; instants in ISO 8601 UTC. */
export type AccessEntry = {
  userId: string
  name: string
  email: string
  roles: readonly Role[]
  status: keyof typeof accessStatuses
  secondFactor: boolean
  createdAt: string
  /** The name of who created the account, else who it was in words. */
  createdBy: string
  lastSignInAt: string | null
  disabledAt: string | null
  /** The last day of the account, `YYYY-MM-DD`; none when it does not end. */
  accountExpiresOn: string | null
}

export const access = listDataset<AccessEntry>(
  'access',
  ({ text, day, time, yesNo, choice, choices, event }) => ({
    user_id: text(({ userId }) => userId),
    name: text(({ name }) => stated(name)),
    email: text(({ email }) => stated(email)),
    roles: choices(roleNames, ({ roles }) => listOr(wordsOf(roleNames, roles), answers.none)),
    status: choice(accessStatuses, ({ status }) => wordOf(accessStatuses, status)),
    second_factor: yesNo(({ secondFactor }) => secondFactor),
    created_at: time(({ createdAt }) => secondsOf(createdAt)),
    created_by: text(({ createdBy }) =>
      createdBy === '' ? null : { key: createdBy, label: originText(createdBy) },
    ),
    last_sign_in_at: event(time(({ lastSignInAt }) => secondsOf(lastSignInAt))),
    disabled_at: event(time(({ disabledAt }) => secondsOf(disabledAt))),
    account_expires_at: day(({ accountExpiresOn }) => accountExpiresOn ?? answers.none),
  }),
)
