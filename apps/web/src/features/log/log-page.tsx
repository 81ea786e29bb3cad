import '../exports/exports.css'
import { useState } from 'react'
import { readAsOf } from '../../as-of.ts'
import { PageHead } from '../../frame/page-head.tsx'
import { useSay } from '../../language.ts'
import { useMay } from '../../me.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { DayInput } from '../../ui/inputs.tsx'
import { Differences } from './differences.tsx'
import { Entries } from './entries.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { LastCheck } from './last-check.tsx'
import { Receipt } from './receipt.tsx'
import { logWords as words } from './words.ts'

/** What happened, provably; the register of an earlier day; what two days differ in. */
export function Log() {
  const say = useSay()
  const mayReadChecks = useMay('access:read')
  const mayErase = useMay('history:erase')
  const [erasing, setErasing] = useState(false)
  return (
    <>
      <PageHead
        title={say(words.title)}
        acts={
          <>
            <a className="btn" href="/log/checkpoint">
              {say(words.head)}
            </a>
            <a className="btn" href="/.well-known/ropewalk-log-key">
              {say(words.key)}
            </a>
            {mayErase && <Button onClick={() => setErasing(true)}>{say(words.erase)}</Button>}
          </>
        }
      >
        <p>{say(words.intro)}</p>
      </PageHead>
      {mayReadChecks && <LastCheck />}
      <Earlier />
      <Differences />
      <Receipt />
      <Entries />
      {erasing && <EraseDialog onClose={() => setErasing(false)} />}
    </>
  )
}

function Earlier() {
  const say = useSay()
  const [day, setDay] = useState<string | null>(null)
  return (
    <section className="exports" aria-labelledby="earlier">
      <h2 id="earlier">{say(words.earlier)}</h2>
      <form
        className="mt-3 mb-4 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (day) readAsOf(day)
        }}
      >
        <Field label={say(words.day)}>
          <DayInput value={day} onChange={setDay} />
        </Field>
        <Button type="submit" disabled={!day}>
          {say(words.read)}
        </Button>
      </form>
    </section>
  )
}
