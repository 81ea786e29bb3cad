import { type Severity, severities } from '@ropewalk/domain/finding.ts'
import { rules as allRules } from '@ropewalk/domain/findings/rules.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { Select } from '../../ui/choices.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Field } from '../../ui/field.tsx'
import { RemoveButton } from '../../ui/remove-button.tsx'
import { addressOf, type FindingsSearch, useFindingsSearch } from './findings-search.ts'
import { findingWords as words } from './words.ts'

/** All, one severity, or the accepted ones: each an address of its own. */
export function SeverityTabs() {
  const say = useSay()
  const { number } = useFormats()
  const { asked } = useFindingsSearch()
  const counts = useQuery(trpc.register.counts.queryOptions(undefined)).data?.findings
  const open = counts && counts.gaps + counts.conflicts + counts.advice
  const tabs = [
    { label: words.all, severity: [], count: open },
    { label: words.gaps, severity: ['gap'], count: counts?.gaps },
    { label: words.conflicts, severity: ['conflict'], count: counts?.conflicts },
    { label: words.advice, severity: ['advice'], count: counts?.advice },
    { label: words.accepted, severity: [], count: undefined, accepted: true },
  ] as const
  return (
    <nav className="views" aria-label={say(words.views)}>
      {tabs.map(({ label, severity, count, ...rest }) => {
        const view: FindingsSearch = { ...asked, severity, accepted: 'accepted' in rest }
        const isHere =
          view.accepted === asked.accepted && view.severity.join() === asked.severity.join()
        return (
          <Link
            key={label.en}
            to="/findings"
            search={addressOf(view)}
            activeOptions={{ exact: true }}
            aria-current={isHere ? 'page' : undefined}
          >
            {say(label)}
            {count !== undefined && <span> {number(count)}</span>}
          </Link>
        )
      })}
    </nav>
  )
}

type Props = { rules: Readonly<Record<string, number>>; total: number | undefined }

export function Filters({ rules, total }: Props) {
  const say = useSay()
  const { asked, ask } = useFindingsSearch()
  return (
    <div className="filters items-end!">
      <Field label={say(words.grouped)} className="min-w-36">
        <Select
          value={asked.by}
          none={null}
          options={[
            { value: 'rule', label: say(words.byRule) },
            { value: 'record', label: say(words.byRecord) },
          ]}
          onChange={(by) => ask({ by: by ?? 'rule' })}
        />
      </Field>
      <RuleFilter rules={rules} />
      <RecordFilter />
      <Chips />
      {total !== undefined && (
        <p className="count" role="status">
          {say(words.count, { n: total })}
        </p>
      )}
    </div>
  )
}

function RuleFilter({ rules }: { rules: Readonly<Record<string, number>> }) {
  const say = useSay()
  const { asked, ask } = useFindingsSearch()
  const known = Object.values(allRules).filter(({ id }) => rules[id] || asked.rule.includes(id))
  return (
    <Field label={say(words.rule)} className="w-64 max-phone:w-full">
      <Select
        value={asked.rule.length === 1 ? (asked.rule[0] ?? null) : null}
        none={say(words.anyRule)}
        options={known.map(({ id, title }) => ({
          value: id,
          label: `${say(title)} (${rules[id] ?? 0})`,
        }))}
        onChange={(rule) => ask({ rule: rule ? [rule] : [] })}
      />
    </Field>
  )
}

function RecordFilter() {
  const say = useSay()
  const { asked, ask } = useFindingsSearch()
  const label = say(words.record)
  return (
    <Field label={label} className="w-64 max-phone:w-full">
      <ComboBox
        label={label}
        placeholder={say(words.anyRecord)}
        value={asked.record ? { id: asked.record, prefix: '', label: asked.record } : null}
        search={async (query) => {
          if (!query.trim()) return []
          const hits = await queryClient.fetchQuery(
            trpc.register.search.queryOptions({ query, limit: 20 }),
          )
          return hits.map(({ id, name }) => ({ id, prefix: id, label: name }))
        }}
        onChange={(item) => ask({ record: item?.id })}
      />
    </Field>
  )
}

/** What the address filters by and no control above shows: several rules, several severities. */
function Chips() {
  const say = useSay()
  const { asked, ask } = useFindingsSearch()
  const named = (severity: Severity) => say(severities[severity])
  return (
    <>
      {asked.rule.length > 1 &&
        asked.rule.map((rule) => (
          <Chip
            key={rule}
            name={say(allRules[rule]?.title ?? { en: rule, fr: rule })}
            onRemove={() => ask({ rule: asked.rule.filter((each) => each !== rule) })}
          />
        ))}
      {asked.severity.length > 1 &&
        asked.severity.map((severity) => (
          <Chip
            key={severity}
            name={named(severity)}
            onRemove={() => ask({ severity: asked.severity.filter((each) => each !== severity) })}
          />
        ))}
    </>
  )
}

const Chip = ({ name, onRemove }: { name: string; onRemove: () => void }) => (
  <span className="chip">
    <span>{name}</span>
    <RemoveButton name={name} onPress={onRemove} />
  </span>
)
