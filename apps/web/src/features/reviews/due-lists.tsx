import { nounOf } from '@ropewalk/domain/nouns.ts'
import { assuranceTypes } from '@ropewalk/domain/sub-processor/contract.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { useMayWrite } from '../../me.ts'
import { Mark } from '../../ui/mark.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { SkeletonPage } from '../../ui/states.tsx'
import { useRules } from '../../use-rules.ts'
import { RecordName } from '../overview/coming.tsx'
import { StillTrue } from './still-true.tsx'
import { reviewWords as words } from './words.ts'

const useDue = () => useQuery(trpc.reviews.list.queryOptions(undefined))
type Due = NonNullable<ReturnType<typeof useDue>['data']>['rows'][number]
type Props = { rows: readonly Due[]; today: string }

/** Reviews and what expires, the overdue first. */
export function DueLists() {
  const due = useDue()
  if (due.isPending) return <SkeletonPage />
  if (!due.data) return <FormTrouble error={due.error} />
  const { rows, today } = due.data
  return (
    <>
      <DueReviews rows={rows.filter(({ kind }) => kind === 'review')} today={today} />
      <Expiring rows={rows.filter(({ kind }) => kind !== 'review')} today={today} />
    </>
  )
}

function DueReviews({ rows, today }: Props) {
  const say = useSay()
  const { list, time } = useFormats()
  const mayWrite = useMayWrite()
  const mayAnswer = rows.some(({ recordId }) => mayAnswerIt(recordId, mayWrite))
  return (
    <section className="reviews" aria-labelledby="to-review">
      <h2 id="to-review">{say(words.reviews)}</h2>
      {rows.length === 0 && <p>{say(words.noReviews)}</p>}
      {rows.length > 0 && (
        <PlainTable
          label={say(words.reviews)}
          heads={[words.record, words.due, words.owner, words.askedWhom].map((each) => say(each))}
          acts={mayAnswer ? say(words.acts) : undefined}
          rows={rows.map((row) => ({
            key: row.recordId,
            cells: [
              <RecordName key="record" id={row.recordId} name={row.name} />,
              <Day key="due" on={row.on} today={today} />,
              row.owner ?? <span className="ns">{say(words.notStated)}</span>,
              row.askedAt
                ? say(words.askedBy, { name: list(row.asked), time: time(row.askedAt) })
                : say(words.notAsked),
              ...(mayAnswer
                ? [mayAnswerIt(row.recordId, mayWrite) && <StillTrue key="still" review={row} />]
                : []),
            ],
          }))}
        />
      )}
    </section>
  )
}

function mayAnswerIt(id: string, mayWrite: ReturnType<typeof useMayWrite>) {
  const noun = nounOf(id)
  return noun !== undefined && mayWrite(noun)
}

function Expiring({ rows, today }: Props) {
  const say = useSay()
  const rules = useRules(rows.some(({ kind }) => kind === 'acceptance'))
  return (
    <section className="reviews" aria-labelledby="expiring">
      <h2 id="expiring">{say(words.expiring)}</h2>
      {rows.length === 0 && <p>{say(words.noneExpiring)}</p>}
      {rows.length > 0 && (
        <PlainTable
          label={say(words.expiring)}
          heads={[words.record, words.what, words.ends, words.owner].map((each) => say(each))}
          rows={rows.map((row) => ({
            key: `${row.recordId} ${row.kind} ${row.detail}`,
            cells: [
              <RecordName key="record" id={row.recordId} name={row.name} />,
              say(words[row.kind === 'review' ? 'what' : row.kind], {
                what: say(detailOf(row, rules)),
              }),
              <Day key="ends" on={row.on} today={today} />,
              row.owner ?? <span className="ns">{say(words.notStated)}</span>,
            ],
          }))}
        />
      )}
    </section>
  )
}

function Day({ on, today }: { on: string; today: string }) {
  const say = useSay()
  const { shortDay } = useFormats()
  return (
    <>
      <span className="whitespace-nowrap">{shortDay(on)}</span>{' '}
      {on < today && <Mark of="gap">{say(words.overdue)}</Mark>}
    </>
  )
}

type Rules = ReturnType<typeof useRules>
function detailOf({ kind, detail }: Due, rules: Rules): Text {
  const type = assuranceTypes[detail as keyof typeof assuranceTypes]
  if (kind === 'assurance') return type ?? words.notStated
  return rules?.[detail]?.title ?? both(detail, detail)
}
