import { isEmpty } from '@ropewalk/domain/empty.ts'
import type { RowsField } from '@ropewalk/domain/field.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { answerWords } from '@ropewalk/domain/values.ts'
import { CellValue } from '../../fields/cell-value.tsx'
import { useNames } from '../../fields/names.tsx'
import { useSay } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import type { Row } from './rows.ts'
import { isInferred, SourceMarks } from './source-marks.tsx'
import { recordWords as words } from './words.ts'

type Props = {
  name: string
  field: RowsField
  record: AnyRecord
  onConfirm?: (field: string, row: string) => void
}

/** The rows of a list: the first cell says what, the others stand below it; blanks of a row are not repeated. */
export function RowsView({ name, field, record, onConfirm }: Props) {
  const say = useSay()
  const { names } = useNames()
  const rows = record[name] as readonly Row[]
  const [[firstKey, first] = [], ...others] = Object.entries(field.fields)
  if (!firstKey || !first) return null
  return (
    <>
      <h3 className="unsaid">{say(field.label)}</h3>
      <ul className="items">
        {rows.map((row) => {
          const title =
            first.kind === 'link' ? (names(String(row[firstKey])) ?? '') : say(field.label)
          return (
            <li key={row.rowId} id={`r-${row.rowId}`}>
              <p className="t">
                {isEmpty(row[firstKey]) ? (
                  <span className="ns">{say(answerWords.notStated)}</span>
                ) : (
                  <CellValue field={first} value={row[firstKey]} />
                )}
                <SourceMarks record={record} field={name} row={row.rowId} />{' '}
                {onConfirm && isInferred(record, name, row.rowId) && (
                  <Button
                    small
                    aria-label={say(words.confirmWhat, { what: title })}
                    onClick={() => onConfirm(name, row.rowId)}
                  >
                    {say(words.confirm)}
                  </Button>
                )}
              </p>
              <dl className="kv">
                {others.map(([key, cell]) => {
                  const declared = row.declared[key]
                  if (isEmpty(row[key]) && !declared) return null
                  return (
                    <div key={key} className="contents">
                      <dt>{say(cell.label)}</dt>
                      <dd className="whitespace-pre-line">
                        <CellValue field={cell} value={row[key]} />
                        {declared && say(answerWords[declared.answer])}
                      </dd>
                    </div>
                  )
                })}
              </dl>
            </li>
          )
        })}
      </ul>
    </>
  )
}
