import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { findingKey } from '../record/finding-acts.tsx'
import { FindingCounts } from '../record/side-findings.tsx'
import { FindingLine, type ListedFinding, RecordOf } from './finding-line.tsx'
import { useFindings } from './use-findings.ts'
import { findingWords as words } from './words.ts'

/** The findings record by record, in the order of the register. */
export function ByRecord() {
  const say = useSay()
  const { number } = useFormats()
  const { findings, left, busy, more } = useFindings()
  return (
    <>
      {groupsOf(findings).map((group) => (
        <section key={group[0].recordId} className="finding-group">
          <div className="hd">
            <h2>
              <RecordOf finding={group[0]} />
            </h2>
            <FindingCounts findings={group} />
          </div>
          <ul>
            {group.map((finding) => (
              <FindingLine key={findingKey(finding)} finding={finding} withRecord={false} />
            ))}
          </ul>
        </section>
      ))}
      {left > 0 && (
        <Button busy={busy} onClick={more}>
          {say(words.more, { n: number(left) })}
        </Button>
      )}
    </>
  )
}

type Group = [ListedFinding, ...ListedFinding[]]

function groupsOf(findings: readonly ListedFinding[]): Group[] {
  const groups: Group[] = []
  for (const finding of findings) {
    const last = groups.at(-1)
    if (last?.[0].recordId === finding.recordId) last.push(finding)
    else groups.push([finding])
  }
  return groups
}
