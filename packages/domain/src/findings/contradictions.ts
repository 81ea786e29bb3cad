import type { Activity } from '../activity/activity.ts'
import { hasContact, officers } from '../derived/officer.ts'
import { transfersOf } from '../derived/transfers.ts'
import { isEmpty } from '../empty.ts'
import type { Declared, Field, Fields, NounKey } from '../field.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import { nouns } from '../nouns.ts'
import { type Organisation, organisationFields } from '../organisation.ts'
import type { AnyRecord } from '../record.ts'
import { countryText } from '../reference/countries.ts'
import { answerWords } from '../values.ts'
import { both } from '../words.ts'
import { conflict, found } from './rule.ts'
import { listed } from './wording.ts'

const beside = conflict(
  'declared-beside-value',
  'Art. 30',
  both('Declared none, and a value beside it', 'Déclaré aucun, mais une valeur y figure'),
)
export const contradictionsRules = [beside]

const sentences = {
  value: both(
    '{field}: declared “{answer}”, and a value stands beside it.',
    '{field} : déclaré « {answer} », mais une valeur y figure.',
  ),
  contact: both(
    '{field}: declared “{answer}”, and a contact with this role stands beside it.',
    '{field} : déclaré « {answer} », mais un contact de ce rôle figure dans la fiche.',
  ),
  derived: both(
    'Transfers: declared “{answer}”, and suppliers process data in {countries}.',
    'Transferts : déclaré « {answer} », mais des fournisseurs traitent des données dans ces pays : {countries}.',
  ),
}

/** Of every field and cell that takes declared answers. */
export function declaredBesideValue(noun: NounKey, record: AnyRecord): Finding[] {
  const fields: Fields = nouns[noun].fields
  const own = contradicted(fields, record).map((about) => at(record, about))
  const rows = Object.entries(fields).flatMap(([key, field]) =>
    field.kind !== 'rows'
      ? []
      : (record[key] as readonly Row[]).flatMap((row) =>
          contradicted(field.fields, row)
            .slice(0, 1)
            .map((about) => at(record, { ...about, key, row: row.rowId })),
        ),
  )
  return [...own, ...rows]
}

/** A contact that names a DPO or a representative beside the declaration that there is none. */
export const declaredBesideContact = (organisation: Organisation): Finding[] =>
  officers.flatMap((key) => {
    const declared = organisation.declared[key]
    if (!declared || organisation[key] !== '' || !hasContact(organisation, key)) return []
    const values = { field: organisationFields[key].label, answer: answerWords[declared.answer] }
    const provision = organisationFields[key].askedBy?.join(', ')
    return [found(beside, organisation, { field: key, text: sentences.contact, values, provision })]
  })

/** Transfers declared none while a linked supplier has a location outside the EEA. */
export function declaredBesideDerivedTransfer(activity: Activity, look: Look): Finding[] {
  const declared = activity.declared.transfers
  if (!declared || activity.transfers.length > 0) return []
  const countries = new Set(transfersOf(activity, look).flatMap(({ country }) => country ?? []))
  if (countries.size === 0) return []
  const values = {
    answer: answerWords[declared.answer],
    countries: listed([...countries].map(countryText)),
  }
  const provision = 'Art. 30(1)(e), 44–49'
  return [
    found(beside, activity, { field: 'transfers', text: sentences.derived, values, provision }),
  ]
}

type Row = { readonly rowId: string; readonly declared: Declared } & Readonly<
  Record<string, unknown>
>
type Contradicted = { key: string; field: Field; answer: 'none' | 'notApplicable' }

const contradicted = (
  fields: Fields,
  record: { readonly declared: Declared } & Readonly<Record<string, unknown>>,
): Contradicted[] =>
  Object.entries(record.declared).flatMap(([key, declared]) => {
    const field = fields[key]
    return field && declared && !isEmpty(record[key])
      ? [{ key, field, answer: declared.answer }]
      : []
  })

const at = (record: AnyRecord, { key, field, answer, row }: Contradicted & { row?: string }) =>
  found(beside, record, {
    field: key,
    row,
    text: sentences.value,
    values: { field: field.label, answer: answerWords[answer] },
    provision: field.askedBy?.join(', '),
  })
