import { supplierStatuses } from '@ropewalk/domain/sub-processor/status.ts'
import { countryName } from '@ropewalk/domain/values.ts'
import { useFormats } from '../../../formats.ts'
import { useLanguage, useSay } from '../../../language.ts'
import { Mark } from '../../../ui/mark.tsx'
import { FirstOf, Unanswered } from './cells.tsx'
import { type ListRow, rowsIn } from './row.ts'

/** Where a supplier stands, with its shape; one announced with its day. */
export function StatusCell({ row }: { row: ListRow }) {
  const say = useSay()
  const { shortDay } = useFormats()
  const status = row.status as keyof typeof supplierStatuses | null
  if (status === null) return <Unanswered of="status" row={row} />
  const word = say(supplierStatuses[status])
  const day = status === 'announced' && row.effectiveOn ? shortDay(String(row.effectiveOn)) : ''
  return <Mark {...marks[status]}>{day ? `${word} ${day}` : word}</Mark>
}

const marks = {
  proposed: { of: 'advice' },
  announced: { of: 'announced' },
  active: { of: 'active' },
  leaving: { of: 'former', sign: 'announced' },
  former: { of: 'former' },
} as const satisfies Record<keyof typeof supplierStatuses, object>

export function CountriesCell({ row }: { row: ListRow }) {
  const language = useLanguage()
  const codes = rowsIn(row, 'locations').flatMap(({ country }) =>
    country ? [String(country)] : [],
  )
  if (codes.length === 0) return <Unanswered of="locations" row={row} />
  return <FirstOf values={[...new Set(codes)].map((code) => countryName(code, language))} />
}
