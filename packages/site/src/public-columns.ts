import type { Snapshot } from '@ropewalk/domain/published.ts'
import { answerWords, joined } from '@ropewalk/domain/values.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { type FactKey, facts } from './facts.ts'

type Cell = (snapshot: Snapshot, language: Language) => string

const fact =
  (key: FactKey): Cell =>
  (snapshot, language) => {
    const parts = facts[key].parts(snapshot, language)
    return parts.length === 0 ? say(answerWords.notStated, language) : joined(parts)
  }

const cells: Readonly<Record<string, Cell>> = {
  sub_processor_id: (snapshot) => snapshot.subProcessorId,
  name: (snapshot) => snapshot.name,
  legal_entity: fact('legalEntity'),
  function: fact('function'),
  service: fact('service'),
  data_categories: fact('dataCategories'),
  data_subjects: fact('dataSubjects'),
  products: fact('products'),
  processing_countries: fact('processingCountries'),
  seat_country: fact('seatCountry'),
  transfer_mechanisms: fact('transferMechanisms'),
  status: fact('status'),
  effective_on: fact('effectiveOn'),
  ended_on: (snapshot) => snapshot.endedOn ?? '',
  updated_on: (snapshot) => snapshot.updatedOn,
  customer_data: fact('customerData'),
}

/** The columns of the public CSV, in the order that is promised; new ones only at the end. */
export const publicColumns: readonly string[] = Object.keys(cells)

/** One supplier's cells, nth with nth column. Not yet kept from being read as formulas. */
export const publicCells = (snapshot: Snapshot, language: Language): string[] =>
  Object.values(cells).map((cell) => cell(snapshot, language))
