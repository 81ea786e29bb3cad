import { type Severity, severities } from '@ropewalk/domain/finding.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import { getRouteApi } from '@tanstack/react-router'
import { stringifySearch } from '../../search-params.ts'

/** What the address asks of the findings: `?by=record&severity=gap&rule=…&record=PA-0001&accepted=yes`. */
export type FindingsSearch = {
  by: 'rule' | 'record'
  severity: readonly Severity[]
  rule: readonly string[]
  record: string | undefined
  accepted: boolean
}

const route = getRouteApi('/framed/findings')

export function useFindingsSearch() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return {
    asked: askedIn(search),
    /** Another view; what is left out stays. */
    ask: (change: Partial<FindingsSearch>) =>
      void navigate({
        search: addressOf({ ...askedIn(search), ...change }),
        replace: true,
        resetScroll: false,
      }),
  }
}

export function askedIn(search: Readonly<Record<string, unknown>>): FindingsSearch {
  const texts = (key: string) =>
    [search[key]].flat().filter((value): value is string => typeof value === 'string')
  const known = Object.keys(severities) as Severity[]
  return {
    by: search.by === 'record' ? 'record' : 'rule',
    severity: known.filter((severity) => texts('severity').includes(severity)),
    rule: texts('rule'),
    record: texts('record')[0],
    accepted: search.accepted === 'yes',
  }
}

/** The same as it stands in the address: what is usual is left out. */
export const addressOf = ({ by, severity, rule, record, accepted }: FindingsSearch) => ({
  ...(by === 'record' ? { by } : {}),
  ...(severity.length > 0 ? { severity } : {}),
  ...(rule.length > 0 ? { rule } : {}),
  ...(record ? { record } : {}),
  ...(accepted ? { accepted: 'yes' } : {}),
})

/** What the server is asked for the same view, without the page. */
export const queryOf = ({ severity, rule, record, accepted }: FindingsSearch) => ({
  ...(severity.length > 0 ? { severity: [...severity] } : {}),
  ...(rule.length > 0 ? { rule: [...rule] } : {}),
  ...(record ? { recordId: record } : {}),
  accepted,
})

/** Where exactly these findings are downloaded, all their pages. */
export function downloadOf(
  { severity, rule, record, accepted }: FindingsSearch,
  language: Language,
) {
  const spoken = language === 'en' ? {} : { lang: language }
  return `/exports/findings.csv${stringifySearch({
    ...addressOf({ by: 'rule', severity, rule, record, accepted }),
    accepted: accepted ? 'yes' : 'no',
    ...spoken,
  })}`
}
