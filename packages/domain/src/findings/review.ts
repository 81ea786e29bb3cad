import type { Activity } from '../activity/activity.ts'
import type { DataCategory } from '../data-category.ts'
import type { DataSubject } from '../data-subject.ts'
import type { Finding } from '../finding.ts'
import type { Look } from '../look.ts'
import type { SubProcessor } from '../sub-processor/sub-processor.ts'
import { both } from '../words.ts'
import { advice, found, when } from './rule.ts'

const overdue = advice('review-overdue', 'Art. 24(1)', both('Review overdue', 'Révision en retard'))
const category = advice(
  'data-category-unused',
  'Art. 30(1)(c)',
  both('Data category used by no activity', 'Catégorie de données sans activité'),
)
const subject = advice(
  'data-subject-unused',
  'Art. 30(1)(c)',
  both('Data subject used by no activity', 'Personnes concernées sans activité'),
)
export const reviewRules = [overdue, category, subject]

const sentences = {
  overdue: both('The review was due on {day}.', 'La révision était prévue pour le {day}.'),
  category: both(
    'No activity uses this data category.',
    'Aucune activité n’utilise cette catégorie de données.',
  ),
  subject: both(
    'No activity concerns these data subjects.',
    'Aucune activité ne porte sur ces personnes concernées.',
  ),
}

export const reviewOverdue = (record: Activity | SubProcessor, look: Look): Finding[] => {
  const day = record.nextReviewOn
  return day !== null && day < look.today
    ? [found(overdue, record, { field: 'nextReviewOn', text: sentences.overdue, values: { day } })]
    : []
}

export const dataCategoryUnused = (record: DataCategory, look: Look): Finding[] =>
  when(!look.isUsed(record.id), () =>
    found(category, record, { field: 'name', text: sentences.category }),
  )

export const dataSubjectUnused = (record: DataSubject, look: Look): Finding[] =>
  when(!look.isUsed(record.id), () =>
    found(subject, record, { field: 'name', text: sentences.subject }),
  )
