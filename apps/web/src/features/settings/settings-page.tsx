import './settings.css'
import type { Permission } from '@ropewalk/domain/permissions.ts'
import type { Text } from '@ropewalk/domain/words.ts'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ComponentType, useEffect, useRef } from 'react'
import { PageHead } from '../../frame/page-head.tsx'
import { useSay } from '../../language.ts'
import { useMe } from '../../me.ts'
import { AccessTab } from './access-tab.tsx'
import { AccountTab } from './account-tab.tsx'
import { ApprovalsTab } from './approvals-tab.tsx'
import { BackupsTab } from './backups-tab.tsx'
import { MailsTab } from './mails-tab.tsx'
import { OrganisationTab } from './organisation-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import { PublicTab } from './public-tab.tsx'
import { ReferenceTab } from './reference-tab.tsx'
import { TokensTab } from './tokens-tab.tsx'
import { WebhooksTab } from './webhooks-tab.tsx'
import { settingsWords as words } from './words.ts'

type Tab = { key: string; label: Text; needs: Permission; Shown: ComponentType }

const tabs: readonly Tab[] = [
  {
    key: 'organisation',
    label: words.organisation,
    needs: 'register:read',
    Shown: OrganisationTab,
  },
  { key: 'public', label: words.public, needs: 'register:read', Shown: PublicTab },
  { key: 'people', label: words.people, needs: 'people:manage', Shown: PeopleTab },
  { key: 'tokens', label: words.tokens, needs: 'tokens:manage', Shown: TokensTab },
  { key: 'account', label: words.account, needs: 'own-account:change', Shown: AccountTab },
  { key: 'reference', label: words.reference, needs: 'register:read', Shown: ReferenceTab },
  { key: 'approvals', label: words.approvals, needs: 'register:read', Shown: ApprovalsTab },
  { key: 'mails', label: words.mails, needs: 'mail:read', Shown: MailsTab },
  { key: 'webhooks', label: words.webhooks, needs: 'webhooks:manage', Shown: WebhooksTab },
  { key: 'backups', label: words.backups, needs: 'access:read', Shown: BackupsTab },
  { key: 'access', label: words.access, needs: 'register:read', Shown: AccessTab },
]

const nearest = { block: 'nearest', inline: 'nearest' } as const
const route = getRouteApi('/framed/settings')

/** The settings, one part at a time (`?tab=people`); what the person may not do is not there. */
export function AllSettings() {
  const say = useSay()
  const { permissions } = useMe()
  const search = route.useSearch()
  const open = tabs.filter(({ needs }) => permissions.includes(needs))
  const here = open.find(({ key }) => key === search.tab) ?? open[0]
  const shown = here?.key
  const nav = useRef<HTMLElement>(null)
  // On a phone the tabs scroll: the one that is shown is brought into sight.
  useEffect(() => {
    if (shown) nav.current?.querySelector(`[data-tab="${shown}"]`)?.scrollIntoView(nearest)
  }, [shown])
  if (!here) return null
  const { Shown } = here
  return (
    <>
      <PageHead
        title={say(words.title)}
        windowTitle={`${say(here.label)}, ${say(words.title).toLocaleLowerCase()}`}
      />
      <nav ref={nav} className="views" aria-label={say(words.tabs)}>
        {open.map(({ key, label }) => (
          <Link
            key={key}
            data-tab={key}
            to="/settings"
            search={{ tab: key }}
            aria-current={key === shown ? 'page' : undefined}
          >
            {say(label)}
          </Link>
        ))}
      </nav>
      <div className="settings pt-3" key={shown}>
        <Shown />
      </div>
    </>
  )
}
