import { transfersOf } from '@ropewalk/domain/derived/transfers.ts'
import { clauseModules, mechanisms } from '@ropewalk/domain/mechanisms.ts'
import { dataset } from '../dataset.ts'
import { listOr, referenceCell, stated } from '../facts.ts'
import { answers, countryWord, wordOf, wordsOf } from '../word.ts'
import { each, ofActivity } from './of-activity.ts'

/** Own transfers and those derived from the linked suppliers' locations outside the EEA. */
export const transfers = dataset({
  key: 'transfers',
  nouns: ['activity'],
  items: (activity, { look }) => each(activity, transfersOf(activity, look)),
  columns: ({ text, choice, choices }) => ({
    ...ofActivity,
    importer: text(({ row }) => stated(row.importer)),
    country: text(({ row }) => countryWord(row.country)),
    mechanism: choice(mechanisms, ({ row }) => wordOf(mechanisms, row.mechanism)),
    scc_module: choices(clauseModules, ({ row }) =>
      listOr(wordsOf(clauseModules, row.clauseModules), null),
    ),
    reference: text(({ row }, scene) => referenceCell(row.document, scene)),
    assessment: text(({ row }, scene) => referenceCell(row.assessment, scene)),
    derived_from: text(({ row }) => row.derivedFrom ?? answers.none),
  }),
})
