import type { Fields, NounKey } from '../field.ts'
import type { Finding } from '../finding.ts'
import { nouns } from '../nouns.ts'
import type { AnyRecord } from '../record.ts'
import { both } from '../words.ts'
import { conflict, found } from './rule.ts'

const order = conflict(
  'ends-before-it-starts',
  'Art. 5(2)',
  both('Ends before it starts', 'Finit avant de commencer'),
)
export const dateOrderRules = [order]

const sentence = both(
  '“{start}” is {from}, which is after “{end}”, {to}.',
  '« {start} » porte le {from}, après « {end} », le {to}.',
)

/** The days of a noun that cannot come in the other order; of the rows of a list where one is named. */
const ranges: { readonly [N in NounKey]?: readonly Range[] } = {
  activity: [{ start: 'startedOn', end: 'endedOn' }],
  subProcessor: [
    { start: 'contractSignedOn', end: 'contractExpiresOn' },
    { rows: 'assurance', start: 'periodStart', end: 'periodEnd' },
    { start: 'effectiveOn', end: 'endedOn' },
  ],
}
type Range = { rows?: string; start: string; end: string }

/** One finding for each range whose end, `YYYY-MM-DD`, comes before its start; the same day is no conflict. */
export const endsBeforeItStarts = (noun: NounKey, record: AnyRecord): Finding[] =>
  (ranges[noun] ?? []).flatMap((range) => {
    const fields: Fields = nouns[noun].fields
    const { rows, start, end } = range
    const list = rows === undefined ? undefined : fields[rows]
    const catalogue = list?.kind === 'rows' ? list.fields : fields
    const holders = rows === undefined ? [record] : (record[rows] as readonly Row[])
    return holders.flatMap((holder) => {
      const [from, to] = [holder[start], holder[end]]
      const [first, last] = [catalogue[start], catalogue[end]]
      if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return []
      return [
        found(order, record, {
          field: rows ?? end,
          row: rows === undefined ? undefined : String(holder.rowId),
          text: sentence,
          values: { start: first?.label ?? start, from, end: last?.label ?? end, to },
        }),
      ]
    })
  })

type Row = Readonly<Record<string, unknown>>
