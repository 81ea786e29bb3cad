import { authorisations, dayCounts } from '@ropewalk/domain/changes/notice-terms.ts'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { PlainTable } from '../../ui/plain-table.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { changeWords as words } from './words.ts'

/** What if these sub-processors go, move or are replaced: what is concerned, and who is to be told. */
export function ImpactView({ ids }: { ids: readonly string[] }) {
  const say = useSay()
  const { list, shortDay } = useFormats()
  const { data, error } = useQuery(trpc.changes.impact.queryOptions({ ids: [...ids] }))
  if (error) return <FormTrouble error={error} />
  if (!data) return <Skeleton />
  const names = (all: readonly { name: string; id: string }[]) =>
    list(all.map(({ name, id }) => name || id)) || say(words.nothing)
  const facts = [
    [words.activities, data.activities],
    [words.categories, data.dataCategories],
    [words.people, data.dataSubjects],
    [words.products, data.products],
  ] as const
  const address = `/exports/impact.csv?${new URLSearchParams(ids.map((id) => ['record', id]))}`
  return (
    <section className="note plain grid gap-3" aria-label={say(words.whatIf)}>
      <h3 className="text-3">{say(words.whatIf)}</h3>
      <p className="muted">{say(words.whatIfHint)}</p>
      <dl className="kv">
        {facts.map(([label, all]) => (
          <div key={label.en} className="contents">
            <dt>{say(label)}</dt>
            <dd>
              <bdi>{names(all)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {data.recipients.length === 0 ? (
        <p>
          {say(words.recipients)}: {say(words.nothing)}
        </p>
      ) : (
        <PlainTable
          label={say(words.recipients)}
          heads={[
            say(words.recipient),
            say(words.contract),
            say(words.promised),
            say(words.earliest),
            say(words.authorisation),
          ]}
          rows={data.recipients.map(({ party, name, contract, terms, deadlines, aClass }) => ({
            key: party,
            cells: [
              <bdi key="who">
                {name || party}
                {aClass && ` (${say(words.whoClass)})`}
              </bdi>,
              <bdi key="contract">{contract || say(words.notStated)}</bdi>,
              say(words.days, {
                notice: terms.noticeDays,
                objection: terms.objectionDays,
                count: say(dayCounts[terms.count]),
              }),
              shortDay(deadlines.earliest),
              say(authorisations[terms.authorisation]),
            ],
          }))}
        />
      )}
      <p>
        <a className="lnk" href={address} download>
          {say(words.csv)}
        </a>
      </p>
    </section>
  )
}
