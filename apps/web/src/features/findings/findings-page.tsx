import './findings.css'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { asOfAddress } from '../../as-of.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { PageHead } from '../../frame/page-head.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Empty, SkeletonPage } from '../../ui/states.tsx'
import { ByRecord } from './by-record.tsx'
import { ByRule } from './by-rule.tsx'
import { Filters, SeverityTabs } from './filters.tsx'
import { downloadOf, queryOf, useFindingsSearch } from './findings-search.ts'
import { findingWords as words } from './words.ts'

/** Every finding of the register, grouped by rule or by record, to be worked through. */
export function AllFindings() {
  const say = useSay()
  const { asked } = useFindingsSearch()
  const language = useLanguage()
  const first = useQuery(trpc.findings.list.queryOptions({ ...queryOf(asked), limit: 1 }))
  return (
    <>
      <PageHead
        title={say(words.title)}
        acts={
          <a className={buttonClass()} href={asOfAddress(downloadOf(asked, language))}>
            {say(words.download)}
          </a>
        }
      >
        <p>{say(words.intro)}</p>
      </PageHead>
      <SeverityTabs />
      <Filters rules={first.data?.rules ?? {}} total={first.data?.total} />
      <FormTrouble error={first.error} />
      {first.isPending && <SkeletonPage />}
      {first.data?.total === 0 && <Nothing />}
      {first.data && first.data.total > 0 && (
        // Another view starts anew, so that nothing stays selected out of sight.
        <div key={JSON.stringify(asked)}>
          {asked.by === 'record' ? <ByRecord /> : <ByRule rules={first.data.rules} />}
        </div>
      )}
    </>
  )
}

function Nothing() {
  const say = useSay()
  const { asked, ask } = useFindingsSearch()
  const filtered = asked.severity.length > 0 || asked.rule.length > 0 || asked.record !== undefined
  if (filtered)
    return (
      <Empty
        title={say(words.noMatch)}
        acts={
          <Button onClick={() => ask({ severity: [], rule: [], record: undefined })}>
            {say(words.clear)}
          </Button>
        }
      />
    )
  return asked.accepted ? (
    <Empty title={say(words.noAccepted)}>{say(words.noAcceptedHint)}</Empty>
  ) : (
    <Empty title={say(words.none)}>{say(words.noneHint)}</Empty>
  )
}
