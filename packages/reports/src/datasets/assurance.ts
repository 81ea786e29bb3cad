import { assuranceTypes } from '@ropewalk/domain/sub-processor/contract.ts'
import { dataset } from '../dataset.ts'
import { referenceCell, stated } from '../facts.ts'
import { wordOf } from '../word.ts'

export const assurance = dataset({
  key: 'assurance',
  nouns: ['subProcessor'],
  items: (supplier) => supplier.assurance.map((row) => ({ supplier, row })),
  columns: ({ text, day, choice }) => ({
    sub_processor_id: text(({ supplier }) => supplier.id),
    sub_processor: text(({ supplier }) => stated(supplier.name)),
    type: choice(assuranceTypes, ({ row }) => wordOf(assuranceTypes, row.type)),
    period_start: day(({ row }) => row.periodStart),
    period_end: day(({ row }) => row.periodEnd),
    reviewed_on: day(({ row }) => row.reviewedOn),
    exceptions: text(({ row }) => stated(row.exceptions)),
    reference: text(({ row }, scene) => referenceCell(row.reference, scene)),
  }),
})
