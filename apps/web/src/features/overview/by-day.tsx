import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { PlainTable } from '../../ui/plain-table.tsx'
import { overviewWords as words } from './words.ts'

type Day = { day: string; changes: number }

/** How many changes records had each day: bars to look at, a table to read. */
export function ChangesByDay({ days }: { days: readonly Day[] }) {
  const say = useSay()
  const { shortDay, number } = useFormats()
  const most = Math.max(...days.map(({ changes }) => changes))
  const all = days.reduce((sum, { changes }) => sum + changes, 0)
  const busiest = days.find(({ changes }) => changes === most)
  const [first] = days
  const last = days.at(-1)
  if (!first || !last || !busiest) return null
  const whole = say(words.changesIn, { n: all, days: days.length })
  const peak = say(words.mostOn, { day: shortDay(busiest.day), n: most })
  return (
    <section aria-labelledby="by-day">
      <h2 id="by-day">{say(words.byDay)}</h2>
      {all === 0 ? (
        <p>{say(words.noChanges, { days: days.length })}</p>
      ) : (
        <>
          <p>
            {whole} {peak}
          </p>
          <svg className="days" role="img" aria-label={`${whole} ${peak}`}>
            {days.map(({ day, changes }, at) => {
              const height = (100 * changes) / most
              return (
                <rect
                  key={day}
                  x={`${(100 * at) / days.length}%`}
                  width={`${70 / days.length}%`}
                  y={`${100 - height}%`}
                  height={`${height}%`}
                >
                  <title>{`${shortDay(day)}: ${number(changes)}`}</title>
                </rect>
              )
            })}
          </svg>
          <p className="days-ends" aria-hidden="true">
            <span>{shortDay(first.day)}</span>
            <span>{shortDay(last.day)}</span>
          </p>
          <details>
            <summary>{say(words.asTable)}</summary>
            <PlainTable
              label={say(words.byDay)}
              heads={[say(words.dayHead), say(words.changesHead)]}
              rows={days
                .filter(({ changes }) => changes > 0)
                .map(({ day, changes }) => ({ key: day, cells: [shortDay(day), number(changes)] }))}
            />
          </details>
        </>
      )}
    </section>
  )
}
