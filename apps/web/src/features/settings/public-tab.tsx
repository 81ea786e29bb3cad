import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useSay } from '../../language.ts'
import { addressOf } from '../../noun-api.ts'
import { Mark, type Meaning } from '../../ui/mark.tsx'
import { publicWords as words } from './words.ts'

const addresses = [
  { path: '/subprocessors', says: words.page },
  { path: '/fr/subprocessors', says: words.pageFr },
  { path: '/subprocessors.csv', says: words.csv },
  { path: '/subprocessors.json', says: words.json },
]

/** What anyone may read, and which suppliers are on it, behind it, or not there. */
export function PublicTab() {
  const say = useSay()
  return (
    <>
      <section aria-labelledby="addresses">
        <h2 id="addresses">{say(words.addresses)}</h2>
        <p>{say(words.hint)}</p>
        <dl className="kv">
          {addresses.map(({ path, says }) => (
            <div key={path} className="contents">
              <dt>{say(says)}</dt>
              <dd>
                <a href={path}>{path}</a>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Suppliers published="different" of="announced" />
      <Suppliers published="yes" of="active" />
      <Suppliers published="no" of="former" />
    </>
  )
}

const heads = { different: words.differs, yes: words.yes, no: words.no }
const limit = 50

function Suppliers({ published, of }: { published: keyof typeof heads; of: Meaning }) {
  const say = useSay()
  const { number } = useFormats()
  const { data, error } = useQuery(
    trpc.subProcessors.list.queryOptions({ filters: { published }, limit }),
  )
  const id = `published-${published}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(heads[published])}</h2>
      <FormTrouble error={error} />
      {data?.total === 0 && <p>{say(words.none)}</p>}
      {published === 'different' && data !== undefined && data.total > 0 && (
        <p>{say(words.differsHint)}</p>
      )}
      <ul>
        {data?.rows.map((supplier) => (
          <li key={supplier.id} className="flex gap-3 border-b border-line py-2">
            <Mark of={of} />
            <Link to={addressOf('subProcessor', supplier.id)}>
              {supplier.id} <bdi>{supplier.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      {data && data.total > limit && (
        <Link to="/sub-processors" search={{ published }}>
          {say(words.all, { n: number(data.total) })}
        </Link>
      )}
    </section>
  )
}
