import { severities, severityCounts } from '@ropewalk/domain/finding.ts'
import { Fragment } from 'react'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Mark } from '../../ui/mark.tsx'
import { Sign } from '../../ui/sign.tsx'
import {
  Acceptance,
  AcceptFinding,
  type BesideFinding,
  findingKey,
  useChapterOf,
  useSentence,
} from './finding-acts.tsx'
import { recordWords as words } from './words.ts'

/** The findings of the record, each leading to its chapter; accepted ones below with who and why. */
export function SideFindings({ findings }: { findings: readonly BesideFinding[] }) {
  const say = useSay()
  const open = findings.filter((finding) => !finding.accepted)
  const accepted = findings.filter((finding) => finding.accepted)
  return (
    <section aria-labelledby="side-findings">
      <h2 id="side-findings">
        {say(words.findings)}
        <FindingCounts findings={open} />
      </h2>
      {findings.length === 0 && <p>{say(words.noFindings)}</p>}
      <ul className="find">
        {[...open, ...accepted].map((finding) => (
          <Line key={findingKey(finding)} finding={finding} />
        ))}
      </ul>
    </section>
  )
}

export function FindingCounts({ findings }: { findings: readonly BesideFinding[] }) {
  const say = useSay()
  return (
    <span className="marks inline-flex flex-wrap gap-x-3">
      {(['conflict', 'gap', 'advice'] as const).map((severity) => {
        const n = findings.filter((finding) => finding.severity === severity).length
        return (
          n > 0 && (
            <Fragment key={severity}>
              <Mark of={severity}>{say(severityCounts[severity], { n })}</Mark>{' '}
            </Fragment>
          )
        )
      })}
    </span>
  )
}

function Line({ finding }: { finding: BesideFinding }) {
  const say = useSay()
  const mayAccept = useMay('finding:accept')
  const sentence = useSentence(finding)
  const chapter = useChapterOf(finding)
  return (
    <li className={finding.accepted ? '' : finding.severity}>
      <Sign of={finding.severity} label={say(severities[finding.severity])} />
      <div>
        {sentence}
        <span className="where">
          <span>{finding.provision}</span>
          <a className="lnk" href={finding.row ? `#r-${finding.row}` : `#${chapter.key}`}>
            {say(words.goTo, { chapter: chapter.title })}
          </a>
        </span>
        {finding.accepted && (
          <p className="where">
            <Acceptance finding={finding} /> {mayAccept && <AcceptFinding finding={finding} />}
          </p>
        )}
      </div>
    </li>
  )
}
