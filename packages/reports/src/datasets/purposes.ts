import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { why } from '@ropewalk/domain/activity/why.ts'
import { legalBases } from '@ropewalk/domain/legal-bases.ts'
import { dataset } from '../dataset.ts'
import { answerTo, referenceCell, stated } from '../facts.ts'
import { wordOf } from '../word.ts'
import { each, ofActivity } from './of-activity.ts'

export const purposes = dataset({
  key: 'purposes',
  nouns: ['activity'],
  items: (activity) => each(activity, activity.purposes),
  columns: ({ text, choice }) => ({
    ...ofActivity,
    purpose: text(({ row }) => stated(row.purpose)),
    legal_basis: choice(
      legalBases,
      (item) => wordOf(legalBases, item.row.legalBasis) ?? otherwise(item, 'legalBasis'),
    ),
    law_cited: text(({ row }) => stated(row.lawCited)),
    legitimate_interest: text(
      (item) => stated(item.row.legitimateInterest) ?? otherwise(item, 'legitimateInterest'),
    ),
    assessment: text(({ row }, scene) => referenceCell(row.assessment, scene)),
    consent_record: text(({ row }, scene) => referenceCell(row.consentRecord, scene)),
  }),
})

type Purpose = { activity: Activity; row: Activity['purposes'][number] }
const cells = why.purposes.fields
const otherwise = ({ activity, row }: Purpose, key: 'legalBasis' | 'legitimateInterest') =>
  answerTo(cells, { declared: row.declared, role: activity.role }, key)
