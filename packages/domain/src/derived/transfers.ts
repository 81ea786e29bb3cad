import type { Activity } from '../activity/activity.ts'
import type { Look } from '../look.ts'
import { isInEea } from '../reference/at-day.ts'
import type { SubProcessor } from '../sub-processor/sub-processor.ts'
import { isAssuredLink, type Which } from './links.ts'

type Row = Activity['transfers'][number]
type Stated = Pick<
  Row,
  | 'importer'
  | 'country'
  | 'subdivision'
  | 'mechanism'
  | 'clauseModules'
  | 'document'
  | 'assessment'
  | 'quebecAssessment'
  | 'quebecAgreement'
>

/** One transfer of an activity: a row of its own, or derived from a location of a linked supplier. */
export type Transfer = Stated & {
  /** The row of the activity's transfers, or of the supplier's locations. */
  rowId: string
  /** The id of the supplier it is derived from. */
  derivedFrom: string | null
}

/** The activity's own transfers, then those to its suppliers' locations outside the EEA on the look's day. */
export const transfersOf = (
  activity: Pick<Activity, 'transfers' | 'subProcessors' | 'sources'>,
  look: Look,
  which: Which = 'all',
): Transfer[] => [
  ...activity.transfers.map((row) => ({ ...stated(row, row.importer), derivedFrom: null })),
  ...suppliersOf(activity, look, which).flatMap((supplier) => transfersTo(supplier, look)),
]

/** The suppliers of an activity, each once. */
export const suppliersOf = (
  activity: Pick<Activity, 'subProcessors' | 'sources'>,
  look: Look,
  which: Which = 'all',
): SubProcessor[] => {
  const rows = activity.subProcessors.filter(
    (row) => which === 'all' || isAssuredLink(activity, row.rowId),
  )
  return [...new Set(rows.map((row) => row.subProcessor))]
    .map((id) => look.subProcessor(id))
    .filter((supplier) => supplier !== undefined)
    .filter((supplier) => supplier.archivedAt === null)
}

/** Whether a country is stated and outside the EEA on the look's day. */
export const isThirdCountry = (country: string | null, look: Look): country is string =>
  country !== null && !isInEea(look.reference, country, look.today)

const transfersTo = (supplier: SubProcessor, look: Look): Transfer[] =>
  supplier.locations
    .filter((row) => isThirdCountry(row.country, look))
    .map((row) => ({
      ...stated(row, supplier.legalEntity || supplier.name),
      derivedFrom: supplier.id,
    }))

const stated = (row: Omit<Stated, 'importer'> & { rowId: string }, importer: string) => ({
  rowId: row.rowId,
  importer,
  country: row.country,
  subdivision: row.subdivision,
  mechanism: row.mechanism,
  clauseModules: row.clauseModules,
  document: row.document,
  assessment: row.assessment,
  quebecAssessment: row.quebecAssessment,
  quebecAgreement: row.quebecAgreement,
})
