import type { Activity } from '../activity/activity.ts'
import { inferredIn } from '../certainty.ts'
import type { CellFields, Fields, NounKey } from '../field.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { nouns } from '../nouns.ts'
import type { AnyRecord, Source } from '../record.ts'
import { both, type Text } from '../words.ts'
import { isRoleOpen } from './roles.ts'
import { advice, found, when } from './rule.ts'
import { excerpt, nameOf } from './wording.ts'

const inferred = advice(
  'inferred-and-unconfirmed',
  'Art. 5(2)',
  both('Inferred and unconfirmed', 'Déduit et non confirmé'),
)
const role = advice(
  'role-to-confirm',
  'Art. 4(7), 4(8)',
  both('Role to confirm', 'Rôle à confirmer'),
)
const question = advice('open-question', 'Art. 5(2)', both('Open question', 'Question ouverte'))
export const confirmingRules = [inferred, role, question]

const sentences = {
  record: both(
    'This record as a whole is inferred and unconfirmed.',
    'Cette fiche entière est déduite et non confirmée.',
  ),
  field: both('{field}: inferred and unconfirmed.', '{field} : déduit et non confirmé.'),
  row: both(
    '{field}, {row}: inferred and unconfirmed.',
    '{field}, {row} : déduit et non confirmé.',
  ),
  role: both(
    'Our role is to confirm: the activity stands in both records of Art. 30.',
    'Notre rôle est à confirmer : l’activité figure dans les deux registres de l’art. 30.',
  ),
  question: both('Open question: {question}', 'Question ouverte : {question}'),
}

export const roleToConfirm = (activity: Activity): Finding[] =>
  when(isRoleOpen(activity), () => found(role, activity, { field: 'role', text: sentences.role }))

/** One finding for each inferred source; an empty field means the record as a whole. */
export const inferredAndUnconfirmed = (noun: NounKey, record: AnyRecord, look: Look): Finding[] =>
  inferredIn(record).map((source) => {
    const field = (nouns[noun].fields as Fields)[source.field]
    return found(inferred, record, {
      field: source.field,
      row: source.row || undefined,
      provision: field?.askedBy?.join(', '),
      ...told(source, { record, look, fields: nouns[noun].fields }),
    })
  })

/** Asked in `openQuestions`, by the row of the question. */
export const openQuestion = (record: AnyRecord): Finding[] =>
  record.openQuestions
    .filter((row) => row.answer === '' && row.question !== '')
    .map((row) =>
      found(question, record, {
        field: 'openQuestions',
        row: row.rowId,
        text: sentences.question,
        values: { question: excerpt(row.question, 500) },
        provision: row.provision || undefined,
      }),
    )

type Scene = { record: AnyRecord; look: Look; fields: Fields }
function told(source: Source, { record, look, fields }: Scene) {
  if (source.field === '') return { text: sentences.record }
  const field = fields[source.field]
  const label = field?.label ?? both(source.field, source.field)
  const row =
    field?.kind === 'rows' && source.row !== ''
      ? (record[source.field] as readonly Row[]).find(({ rowId }) => rowId === source.row)
      : undefined
  return row && field?.kind === 'rows'
    ? { text: sentences.row, values: { field: label, row: rowName(field.fields, row, look) } }
    : { text: sentences.field, values: { field: label } }
}

type Row = { readonly rowId: string } & Readonly<Record<string, unknown>>
/** What a row is known by: the record it links to, else its first text or choice. */
function rowName(fields: CellFields, row: Row, look: Look): string | Text {
  for (const [key, field] of Object.entries(fields)) {
    const value = row[key]
    if (typeof value !== 'string' || value === '') continue
    if (field.kind === 'link') return nameOf(value, look)
    if (field.kind === 'choice') return field.options[value] ?? value
    return excerpt(value)
  }
  return row.rowId
}
