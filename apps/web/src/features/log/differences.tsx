import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { FormTrouble } from '../../frame/form-trouble.tsx'
import { useLanguage, useSay } from '../../language.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { DayInput } from '../../ui/inputs.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { logWords as words } from './words.ts'

/** What the register of one day differs in from that of another, as a table and as a file. */
export function Differences() {
  const say = useSay()
  const language = useLanguage()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [asked, setAsked] = useState<{ from: string; to: string } | null>(null)
  const { data, error, isFetching } = useQuery({
    ...trpc.log.differences.queryOptions({ ...(asked ?? { from: '', to: '' }), language }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const spoken = language === 'en' ? '' : `&lang=${language}`
  return (
    <section className="exports" aria-labelledby="differences">
      <h2 id="differences">{say(words.differences)}</h2>
      <form
        className="mt-3 mb-4 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (from && to) setAsked({ from, to })
        }}
      >
        <Field label={say(words.from)}>
          <DayInput value={from} onChange={setFrom} />
        </Field>
        <Field label={say(words.to)}>
          <DayInput value={to} onChange={setTo} />
        </Field>
        <Button type="submit" busy={isFetching} disabled={!from || !to}>
          {say(words.compare)}
        </Button>
        {from && to && (
          <a
            className={buttonClass()}
            href={`/exports/differences.csv?from=${from}&to=${to}${spoken}`}
          >
            {say(words.asCsv)}
          </a>
        )}
      </form>
      <FormTrouble error={error} />
      {!error && data?.rows.length === 0 && <p>{say(words.same)}</p>}
      {!error && data && data.rows.length > 0 && (
        <PlainTable
          label={say(words.differences)}
          heads={[words.record, words.change, words.field, words.before, words.after].map((each) =>
            say(each),
          )}
          rows={data.rows.map(({ recordId, record, change, field, before, after }, index) => ({
            key: `${recordId} ${index}`,
            cells: [
              <bdi key="record">
                {recordId} {record}
              </bdi>,
              say(words[change]),
              <span key="field" className="inline-block min-w-28">
                {field}
              </span>,
              <bdi key="before">{before || say(words.notStated)}</bdi>,
              <bdi key="after">{after || say(words.notStated)}</bdi>,
            ],
          }))}
        />
      )}
      {!error && data?.more && <p className="muted">{say(words.more)}</p>}
    </section>
  )
}
