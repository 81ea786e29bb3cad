import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../api.ts'
import { NamesProvider } from '../../fields/names.tsx'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { useMayWrite } from '../../me.ts'
import { asRecord } from '../../noun-api.ts'
import { buttonClass } from '../../ui/button.tsx'
import { factOf } from '../confirming/fact.ts'
import { FactCard } from '../confirming/fact-card.tsx'
import { confirmWords } from '../confirming/words.ts'
import { overviewWords as words } from './words.ts'

export const firstFact = { limit: 1 }

/** The first of the facts to confirm, and the way to the queue. */
export function FirstFact() {
  const say = useSay()
  const { number } = useFormats()
  const mayWrite = useMayWrite()
  const { data } = useQuery(trpc.toConfirm.list.queryOptions(firstFact))
  const [row] = data?.rows ?? []
  const record = row && data?.records[row.recordId]
  const fact = row && record && factOf(row, asRecord(record))
  if (!data || !fact) return null
  return (
    <section aria-labelledby="first-fact">
      <h2 id="first-fact">
        {say(words.confirmTitle)}{' '}
        <Link to="/to-confirm" search={{ view: 'all' }}>
          {say(words.allToConfirm, { n: number(data.total) })}
        </Link>
      </h2>
      <p>{say(words.confirmHint)}</p>
      <NamesProvider known={data.names}>
        <FactCard fact={fact} place={say(confirmWords.place, { n: 1, of: number(data.total) })}>
          <div className="answers">
            <Link className={buttonClass()} to="/to-confirm">
              {say(mayWrite(fact.noun) ? words.oneByOne : words.lookOneByOne)}
            </Link>
          </div>
        </FactCard>
      </NamesProvider>
    </section>
  )
}
