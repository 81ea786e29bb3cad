import { type ItemKey, items as itemNames } from '@ropewalk/domain/derived/art-30.ts'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { useRules } from '../../use-rules.ts'
import { isOfController, linkOf } from './item-links.ts'
import { Legend } from './legend.tsx'
import { itemHints, overviewWords as words } from './words.ts'

export type Answered = { item: ItemKey; answered: number; inPart: number; open: number }

/** How many activities answer each item, each leading to those that do not. */
export function ItemsTable({ items }: { items: readonly Answered[] }) {
  const say = useSay()
  const known = (Object.keys(itemNames) as ItemKey[]).flatMap(
    (key) => items.find(({ item }) => item === key) ?? [],
  )
  const groups = [
    { says: words.asController, rows: known.filter(({ item }) => isOfController(item)) },
    { says: words.asProcessor, rows: known.filter(({ item }) => !isOfController(item)) },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <section aria-labelledby="answered-of">
      <h2 id="answered-of">
        {say(words.answeredOf)} <Link to="/exports">{say(words.bothRecords)}</Link>
      </h2>
      <p>{say(words.roleOpen)}</p>
      <table className="items30">
        {groups.map(({ says, rows }) => (
          <tbody key={says.en}>
            <tr className="sep">
              <th colSpan={4} scope="rowgroup">
                {say(says, { n: Math.max(...rows.map(countOf)) })}
              </th>
            </tr>
            {rows.map((row) => (
              <ItemRow key={row.item} row={row} />
            ))}
          </tbody>
        ))}
      </table>
      <Legend />
    </section>
  )
}

const countOf = ({ answered, inPart, open }: Answered) => answered + inPart + open

function ItemRow({ row }: { row: Answered }) {
  const say = useSay()
  const { number } = useFormats()
  const { item, answered, inPart, open } = row
  const of = countOf(row)
  const rules = useRules()
  const hint = inPart > 0 && item in itemHints && itemHints[item as keyof typeof itemHints]
  const values = { n: number(answered), of: number(of), inPart: number(inPart) }
  return (
    <tr>
      <th scope="row">{item}</th>
      <td className="first-letter:uppercase">
        <Link className="lnk" {...linkOf(item, answered === of, rules)}>
          {say(itemNames[item])}
        </Link>
        {hint && <small>{say(hint)}</small>}
      </td>
      <td>
        <Bar
          parts={{ yes: answered, half: inPart, no: open }}
          label={say(words.bar, { answered, inPart, open })}
        />
      </td>
      <td>{say(inPart > 0 ? words.ofInPart : words.of, values)}</td>
    </tr>
  )
}

type BarProps = { parts: Record<'yes' | 'half' | 'no', number>; label: string }

/** Ink for answered, hatched for in part, a dashed outline for not answered. */
function Bar({ parts, label }: BarProps) {
  const sum = parts.yes + parts.half + parts.no
  const shares = (['yes', 'half', 'no'] as const)
    .map((kind) => ({ kind, share: (100 * parts[kind]) / sum }))
    .filter(({ share }) => share > 0)
  return (
    <svg className="bar" role="img" aria-label={label}>
      {shares.map(({ kind, share }, index) => {
        const start = shares.slice(0, index).reduce((at, before) => at + before.share, 0)
        return (
          <rect
            key={kind}
            className={`b-${kind}`}
            x={`${start + 0.25}%`}
            y="1"
            width={`${Math.max(share - 0.5, 0.5)}%`}
            height="10"
          />
        )
      })}
    </svg>
  )
}
