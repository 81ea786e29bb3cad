import {
  type ItemAnswer,
  type ItemKey,
  items as itemNames,
} from '@ropewalk/domain/derived/art-30.ts'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { addressOf } from '../../noun-api.ts'
import { Sign } from '../../ui/sign.tsx'
import { isOfController } from './item-links.ts'
import { Legend } from './legend.tsx'
import { overviewWords as words } from './words.ts'

type Row = { id: string; name: string; answers: Partial<Record<ItemKey, ItemAnswer>> }

/** Each activity against each item of its record: where the blanks are. */
export function ByActivity({ rows, of }: { rows: readonly Row[]; of: number }) {
  const say = useSay()
  const { number } = useFormats()
  const all = Object.keys(itemNames) as ItemKey[]
  return (
    <section aria-labelledby="by-activity">
      <h2 id="by-activity">
        {say(words.byActivity)} <Link to="/activities">{say(words.allActivities)}</Link>
      </h2>
      <p>
        {rows.length < of
          ? say(words.lackingMost, { n: number(rows.length) })
          : say(words.itemByItem)}
      </p>
      <div className="grid gap-6">
        <Matrix rows={rows} items={all.filter(isOfController)} />
        <Matrix rows={rows} items={all.filter((item) => !isOfController(item))} />
      </div>
      <Legend />
    </section>
  )
}

function Matrix({ rows, items }: { rows: readonly Row[]; items: readonly ItemKey[] }) {
  const say = useSay()
  const shown = rows.filter(({ answers }) => items.some((item) => answers[item]))
  const [first] = items
  if (shown.length === 0 || !first) return null
  return (
    <table className="matrix">
      <thead>
        <tr>
          <th scope="col">
            {say(words.activity)}, {first.slice(0, -3)}
          </th>
          {items.map((item) => (
            <th key={item} scope="col" title={say(itemNames[item])}>
              {item.slice(-3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, name, answers }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={addressOf('activity', id)} title={name}>
                <span className="id">{id}</span> <bdi>{name}</bdi>
              </Link>
            </th>
            {items.map((item) => (
              <td key={item}>
                <Answer answer={answers[item]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const signs = { answered: 'yes', inPart: 'half', open: 'no' } as const

function Answer({ answer }: { answer: ItemAnswer | undefined }) {
  const say = useSay()
  if (!answer) return <span className="sr-only">{say(words.notAsked)}</span>
  return (
    <span className={answer === 'open' ? 'text-gap' : ''}>
      <Sign of={signs[answer]} label={say(words[answer])} />
    </span>
  )
}
