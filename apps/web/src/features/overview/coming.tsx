import { nounOf } from '@ropewalk/domain/nouns.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { addressOf } from '../../noun-api.ts'
import { Mark } from '../../ui/mark.tsx'
import { overviewWords as words } from './words.ts'

type Due = { id: string; name: string; on: string }

/** Reviews by their day, the overdue first. */
export function ReviewsDue({ due, today }: { due: readonly Due[]; today: string }) {
  const say = useSay()
  const { shortDay } = useFormats()
  return (
    <section aria-labelledby="due">
      <h2 id="due">{say(words.due)}</h2>
      {due.length > 0 ? (
        <table className="due">
          <tbody>
            {due.map(({ id, name, on }) => (
              <tr key={id}>
                <td>{shortDay(on)}</td>
                <td>
                  <RecordName id={id} name={name} />{' '}
                  {on < today && <Mark of="gap">{say(words.overdue)}</Mark>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>
          {say(words.noneDue)}{' '}
          <Link to="/activities" search={{ nextReviewOn: 'notStated' }}>
            {say(words.withoutDay)}
          </Link>
        </p>
      )}
    </section>
  )
}

export const announced = { filters: { status: 'announced' }, limit: 10 }

/** Suppliers that are announced and not yet in effect. */
export function TakingEffect() {
  const say = useSay()
  const { shortDay } = useFormats()
  const { data } = useQuery(trpc.subProcessors.list.queryOptions(announced))
  const rows = data?.rows ?? []
  return (
    <section aria-labelledby="effect">
      <h2 id="effect">{say(words.effect)}</h2>
      <ul>
        {rows.map(({ id, name, effectiveOn }) => (
          <li key={id} className="py-1">
            <Mark of="announced" /> <RecordName id={id} name={name} />,{' '}
            {effectiveOn
              ? say(words.effectOn, { day: shortDay(effectiveOn) })
              : say(words.effectUnknown)}
          </li>
        ))}
      </ul>
      <p>
        {data && rows.length === 0 && say(words.nothingAnnounced)}{' '}
        <a href="/subprocessors">{say(words.publicPage)}</a>
      </p>
    </section>
  )
}

export function RecordName({ id, name }: { id: string; name: string }) {
  const noun = nounOf(id)
  if (!noun) return <bdi>{name || id}</bdi>
  return (
    <Link to={addressOf(noun, id)}>
      {id} <bdi>{name}</bdi>
    </Link>
  )
}
