import { type Severity, severities } from '@ropewalk/domain/finding.ts'
import type { Rule } from '@ropewalk/domain/findings/rule.ts'
import { rules as allRules } from '@ropewalk/domain/findings/rules.ts'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { Sign } from '../../ui/sign.tsx'
import { SkeletonPage } from '../../ui/states.tsx'
import { findingKey } from '../record/finding-acts.tsx'
import { AcceptSeveral } from './accept-several.tsx'
import { FindingLine } from './finding-line.tsx'
import { useFindingsSearch } from './findings-search.ts'
import { useFindings } from './use-findings.ts'
import { findingWords as words } from './words.ts'

/** One group for each rule that has findings, conflicts first; the first is open. */
export function ByRule({ rules }: { rules: Readonly<Record<string, number>> }) {
  const { asked } = useFindingsSearch()
  const shown = Object.values(allRules)
    .filter(({ id }) => rules[id] && (asked.rule.length === 0 || asked.rule.includes(id)))
    .toSorted((one, other) => weights[one.severity] - weights[other.severity])
  return shown.map((rule, index) => (
    <RuleGroup key={rule.id} rule={rule} count={rules[rule.id] ?? 0} opens={index === 0} />
  ))
}

const weights: Record<Severity, number> = { conflict: 0, gap: 1, advice: 2 }

type GroupProps = { rule: Rule; count: number; opens: boolean }

function RuleGroup({ rule, count, opens }: GroupProps) {
  const say = useSay()
  const { number } = useFormats()
  const [open, setOpen] = useState(opens)
  const id = useId()
  return (
    <section className="finding-group" aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>
        <button
          type="button"
          className="opener"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <Sign of="down" size={10} />
          <span className={`m ${rule.severity}`}>
            <Sign of={rule.severity} label={say(severities[rule.severity])} />
          </span>
          <span className="title">{say(rule.title)}</span>
          <span className="n">{number(count)}</span>
          <span className="prov">{rule.provision}</span>
        </button>
      </h2>
      <div id={id} hidden={!open}>
        {open && <OfRule rule={rule} count={count} />}
      </div>
    </section>
  )
}

function OfRule({ rule, count }: { rule: Rule; count: number }) {
  const say = useSay()
  const { number } = useFormats()
  const { asked } = useFindingsSearch()
  const mayAccept = useMay('finding:accept') && !asked.accepted
  const { findings, pending, error, left, busy, more } = useFindings(rule.id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const selected = findings.filter((finding) => chosen.has(findingKey(finding)))
  const choose = (keys: readonly string[], on: boolean) =>
    setChosen((now) => {
      const next = new Set(now)
      for (const key of keys) on ? next.add(key) : next.delete(key)
      return next
    })
  if (pending) return <SkeletonPage />
  return (
    <>
      <FormTrouble error={error} />
      <div className="answers">
        {mayAccept && findings.length > 1 && (
          <>
            <label className="choice">
              <input
                type="checkbox"
                checked={selected.length === findings.length}
                ref={(box) => {
                  if (box)
                    box.indeterminate = selected.length > 0 && selected.length < findings.length
                }}
                onChange={(event) => choose(findings.map(findingKey), event.target.checked)}
              />
              {say(words.selectShown)}
            </label>
            <Button small onClick={() => setAsking(true)}>
              {selected.length > 0
                ? say(words.acceptSome, { n: number(selected.length) })
                : say(words.acceptAll, { n: number(count) })}
            </Button>
          </>
        )}
        {rule.id === 'inferred-and-unconfirmed' && (
          <Link to="/to-confirm">{say(words.toQueue)}</Link>
        )}
        {toPublic.has(rule.id) && (
          <Link to="/settings" search={{ tab: 'public' }}>
            {say(words.toPublic)}
          </Link>
        )}
      </div>
      <ul>
        {findings.map((finding) => {
          const key = findingKey(finding)
          return (
            <FindingLine
              key={key}
              finding={finding}
              withRecord
              {...(mayAccept && findings.length > 1
                ? { selected: chosen.has(key), onSelect: (on: boolean) => choose([key], on) }
                : {})}
            />
          )
        })}
      </ul>
      {left > 0 && (
        <Button small busy={busy} onClick={more}>
          {say(words.more, { n: number(left) })}
        </Button>
      )}
      {asking && (
        <AcceptSeveral
          rule={rule}
          chosen={selected}
          count={count}
          onClose={() => {
            setAsking(false)
            setChosen(new Set())
          }}
        />
      )}
    </>
  )
}

const toPublic = new Set([
  'sub-processor-not-published',
  'published-facts-differ',
  'published-only-as-processor',
])
