import { same } from './changes-between.ts'
import type { Difference } from './differences.ts'
import type { Fields, NounKey } from './field.ts'
import { nouns } from './nouns.ts'
import { type AnyRecord, certainties, type Source } from './record.ts'
import { formatValue, type Names } from './values.ts'
import { both, type Language, say } from './words.ts'

type Reader = { language: Language; names: Names }
type Row = { readonly rowId: string } & Readonly<Record<string, unknown>>

const wholeRecord = both('The record as a whole', 'La fiche entière')

/** Which facts a confirmation confirmed: `Suppliers, Acme Cloud`, inferred before and confirmed after. */
export function confirmedFacts(
  noun: NounKey,
  { before, after }: { before: AnyRecord; after: AnyRecord },
  reader: Reader,
): Difference[] {
  const certainty = (source: Source | undefined) =>
    source?.certainty ? say(certainties[source.certainty], reader.language) : ''
  return after.sources.flatMap((is): Difference[] => {
    const was = before.sources.find((source) => source.rowId === is.rowId)
    if (is.certainty !== 'confirmed' || same(was, is)) return []
    const label = labelOf(noun, { record: after, source: is }, reader)
    return [
      {
        field: is.field,
        row: is.row || null,
        label,
        before: certainty(was),
        after: certainty(is),
      },
    ]
  })
}

function labelOf(
  noun: NounKey,
  { record, source }: { record: AnyRecord; source: Source },
  reader: Reader,
): string {
  if (source.field === '') return say(wholeRecord, reader.language)
  const fields: Fields = nouns[noun].fields
  const field = fields[source.field]
  if (!field) return source.field
  const label = say(field.label, reader.language)
  if (field.kind !== 'rows' || source.row === '') return label
  const row = (record[source.field] as readonly Row[]).find((each) => each.rowId === source.row)
  const name = Object.entries(field.fields)
    .map(([key, cell]) => (row ? formatValue(cell, row[key], reader) : ''))
    .find((text) => text !== '')
  return name ? `${label}, ${name}` : label
}
