import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useFormats } from '../../formats.ts'
import { useLanguage, useSay } from '../../language.ts'
import { Difference } from '../../ui/difference.tsx'
import type { BulkPlan } from './bulk-plan.ts'
import { listWords as words } from './words.ts'

/** Every record that would change, with what stands now and what would stand then. */
export function BulkPreview({ plan }: { plan: BulkPlan }) {
  const say = useSay()
  const language = useLanguage()
  const { day } = useFormats()
  const { reads, changing, already } = plan
  const change = (record: AnyRecord) => {
    const { before, after } = reads(record, { language, day })
    if (before === undefined) return <bdi>+ {after}</bdi>
    return <Difference before={before || null} after={after || null} />
  }
  return (
    <div>
      <h3>{say(words.preview)}</h3>
      <p role="status" className="muted">
        {say(words.previewSays, { n: changing.length })}
        {already.length > 0 && `, ${say(words.previewAlready, { n: already.length })}`}
      </p>
      {changing.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard
        <section className="bulk-list" tabIndex={0} aria-label={say(words.preview)}>
          <ul>
            {changing.map((record) => (
              <li key={record.id}>
                <span className="id">{record.id}</span>
                <bdi>{String(record.name)}</bdi>
                <span>{change(record)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
