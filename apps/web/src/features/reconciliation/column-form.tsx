import { useState } from 'react'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { Radios, Select } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { guessed } from './guessed.ts'
import type { SheetPreview } from './list-file.ts'
import type { Choice } from './use-reconciliation.ts'
import { reconciliationWords as words } from './words.ts'

type Props = {
  name: string
  sheets: readonly SheetPreview[]
  busy: boolean
  onCompare: (choice: Choice) => void
}

/** Which sheet and column hold the names, with the first rows to see it by. */
export function ColumnForm({ name, sheets, busy, onCompare }: Props) {
  const say = useSay()
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      sheets.findIndex(({ rows }) => rows > 0),
    ),
  )
  const sheet = sheets[at]
  const [choice, setChoice] = useState(() =>
    sheet ? guessed(sheet) : { column: 0, header: false },
  )
  const [parties, setParties] = useState(false)
  if (!sheet) return null
  const columns = Array.from({ length: sheet.columns }, (_, column) => ({
    value: String(column),
    label: say(words.columnN, { n: column + 1, first: sheet.first[0]?.[column] ?? '' }),
  }))
  return (
    <form
      className="reconcile-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onCompare({ sheet: at, ...choice, parties })
      }}
    >
      <p className="muted">{say(words.rows, { name, n: sheet.rows })}</p>
      <div className="reconcile-choices">
        {sheets.length > 1 && (
          <Field label={say(words.sheet)}>
            <Select
              value={String(at)}
              none={null}
              options={sheets.map((each, index) => ({ value: String(index), label: each.name }))}
              onChange={(value) => {
                const next = Number(value)
                const chosen = sheets[next]
                setAt(next)
                if (chosen) setChoice(guessed(chosen))
              }}
            />
          </Field>
        )}
        {columns.length > 1 && (
          <Field label={say(words.whichColumn)}>
            <Select
              value={String(choice.column)}
              none={null}
              options={columns}
              onChange={(value) => setChoice({ ...choice, column: Number(value) })}
            />
          </Field>
        )}
        <Field label={say(words.first)} group>
          <Radios
            value={choice.header ? 'header' : 'name'}
            options={[
              { value: 'header', label: say(words.header) },
              { value: 'name', label: say(words.noHeader) },
            ]}
            onChange={(value) => setChoice({ ...choice, header: value === 'header' })}
          />
        </Field>
        <Field label={say(words.against)} group>
          <Radios
            value={parties ? 'all' : 'suppliers'}
            options={[
              { value: 'suppliers', label: say(words.suppliers) },
              { value: 'all', label: say(words.withParties) },
            ]}
            onChange={(value) => setParties(value === 'all')}
          />
        </Field>
      </div>
      <FirstRows sheet={sheet} {...choice} />
      <div className="acts">
        <Button type="submit" look="main" busy={busy}>
          {say(words.compare)}
        </Button>
      </div>
    </form>
  )
}

function FirstRows({
  sheet,
  column,
  header,
}: {
  sheet: SheetPreview
  column: number
  header: boolean
}) {
  const say = useSay()
  const shown = Array.from({ length: sheet.columns }, (_, at) => at)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls when columns are many
    <section className="reconcile-preview" tabIndex={0} aria-label={say(words.preview)}>
      <table>
        <tbody>
          {sheet.first.map((cells, row) => (
            <tr key={row} data-head={header && row === 0 ? '' : undefined}>
              {shown.map((at) => (
                <td key={at} data-chosen={at === column ? '' : undefined}>
                  <bdi>{cells[at]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
