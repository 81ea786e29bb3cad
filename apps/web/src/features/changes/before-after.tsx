import { factLines } from '@ropewalk/domain/changes/public-change.ts'
import type { ChangedFacts } from '@ropewalk/domain/changes/supplier-change.ts'
import { useLanguage, useSay } from '../../language.ts'
import { Difference } from '../../ui/difference.tsx'
import { changeWords as words } from './words.ts'

/** What the public reads of each supplier before and after. */
export function BeforeAfter({ facts }: { facts: readonly ChangedFacts[] }) {
  const say = useSay()
  const language = useLanguage()
  const shown = facts.map((each) => ({ each, lines: factLines(each, language) }))
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{say(words.beforeAfter)}</h2>
      {shown.every(({ lines }) => lines.length === 0) && <p>{say(words.noFacts)}</p>}
      {shown.map(({ each, lines }) => (
        <div key={each.subProcessorId}>
          <h3 className="text-3 mt-3">
            {each.subProcessorId} <bdi>{each.after.name}</bdi>
          </h3>
          <dl className="diff">
            {lines.map(({ label, before, after }) => (
              <div key={label} className="contents">
                <dt>{label}</dt>
                <dd>
                  <Difference before={before || null} after={after || null} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}
