import type { NounKey } from './field.ts'
import { invalidField } from './invalid.ts'
import type { AnyRecord } from './record.ts'
import { ownRowsOf } from './rows-of.ts'
import { both } from './words.ts'

const stray = both('{subdivision} is not in {country}', '{subdivision} n’est pas dans {country}')

type Row = Readonly<Record<string, unknown>>

/** Refuses a row, new or changed, whose subdivision (ISO 3166-2) lies in another country than the row's. */
export function refuseStraySubdivisions(noun: NounKey, before: AnyRecord, after: AnyRecord): void {
  for (const [list, cells] of Object.entries(ownRowsOf(noun))) {
    const { subdivision: field } = cells
    if (field?.kind !== 'subdivision') continue
    const known = new Set(before[list] as readonly Row[])
    for (const row of after[list] as readonly Row[]) {
      const { country, subdivision } = row
      if (known.has(row) || !country || !subdivision) continue
      if (!String(subdivision).startsWith(`${country}-`))
        throw invalidField(list, field.label, stray, {
          subdivision: String(subdivision),
          country: String(country),
        })
    }
  }
}
