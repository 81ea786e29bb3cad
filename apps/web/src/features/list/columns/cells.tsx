import { answeredByContacts } from '@ropewalk/domain/derived/officer.ts'
import { isEmpty } from '@ropewalk/domain/empty.ts'
import type { Cell } from '@ropewalk/domain/field.ts'
import { severityCounts } from '@ropewalk/domain/finding.ts'
import { answerWords, partsOf } from '@ropewalk/domain/values.ts'
import type { ReactNode } from 'react'
import { useNames } from '../../../fields/names.tsx'
import { useFormats } from '../../../formats.ts'
import { useLanguage, useSay } from '../../../language.ts'
import { asRecord } from '../../../noun-api.ts'
import { Mark } from '../../../ui/mark.tsx'
import { listWords as words } from '../words.ts'
import { type ListRow, rowsIn } from './row.ts'

type Props = { row: ListRow }

export const NumberCell = ({ row }: Props) => <span className="id">{row.id}</span>

export function NameCell({ row }: Props): ReactNode {
  const say = useSay()
  const name = String(row.name ?? '') || say(answerWords.notStated)
  if (!row.archivedAt) return name
  return (
    <>
      {name} <span className="muted font-normal">{say(words.archived)}</span>
    </>
  )
}

export function UpdatedCell({ row }: Props): ReactNode {
  const { shortDay } = useFormats()
  return shortDay(row.updatedAt.slice(0, 10))
}

/** The value of one cell; what is not there is said in words. */
export function FieldCell({ of, field, row }: Props & { of: string; field: Cell }): ReactNode {
  const language = useLanguage()
  const formats = useFormats()
  const { names } = useNames()
  const value = row[of]
  if (isEmpty(value))
    return answeredByContacts(asRecord(row), of) || <Unanswered of={of} row={row} />
  if (field.kind === 'day' || field.kind === 'partialDay') return formats.shortDay(String(value))
  if (field.kind === 'count') return formats.number(Number(value))
  return <FirstOf values={partsOf(field, value, { language, names })} />
}

/** The names that one list of a record links to. */
export function LinksCell({ of, link, row }: Props & { of: string; link: string }) {
  const { names } = useNames()
  const ids = rowsIn(row, of).flatMap((each) => (each[link] ? [String(each[link])] : []))
  if (ids.length === 0) return <Unanswered of={of} row={row} />
  return <FirstOf values={[...new Set(ids)].map((id) => names(id) ?? id)} />
}

/** Several values in one line: the first may be cut, how many more there are never is. */
export function FirstOf({ values }: { values: readonly string[] }) {
  const [first, ...others] = values
  return (
    <span className="first" title={values.join('\n')}>
      <span>
        <bdi>{first}</bdi>
      </span>
      {others.length > 0 && <span className="more">+{others.length}</span>}
    </span>
  )
}

/** Where no value stands: what a person declared, else that nothing is stated. */
export function Unanswered({ of, row }: Props & { of: string }) {
  const say = useSay()
  const declared = row.declared[of]
  return (
    <span className={declared ? undefined : 'ns'} title={declared?.reason || undefined}>
      {say(answerWords[declared?.answer ?? 'notStated'])}
    </span>
  )
}

/** How many findings there are of each severity: a shape and its number. */
export function FindingsCell({ row: { findings } }: Props) {
  const say = useSay()
  const { gaps, conflicts, advice } = findings
  if (gaps + conflicts + advice === 0) return <span className="ns">{say(words.noFindings)}</span>
  return (
    <span className="marks">
      {gaps > 0 && <Count of="gap" n={gaps} says={say(severityCounts.gap, { n: gaps })} />}
      {conflicts > 0 && (
        <Count of="conflict" n={conflicts} says={say(severityCounts.conflict, { n: conflicts })} />
      )}
      {advice > 0 && (
        <Count of="advice" n={advice} says={say(severityCounts.advice, { n: advice })} />
      )}
    </span>
  )
}

const Count = ({ of, n, says }: { of: 'gap' | 'conflict' | 'advice'; n: number; says: string }) => (
  <Mark of={of} title={says}>
    <span aria-hidden="true">{n}</span>
    <span className="sr-only">{says}</span>
  </Mark>
)
