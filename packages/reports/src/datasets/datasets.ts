import type { Dataset, DatasetFacts } from '../dataset.ts'
import { access } from './access.ts'
import { activitiesController, activitiesProcessor } from './activities/activities.ts'
import { activityControllers } from './activity-controllers.ts'
import { activitySubProcessors } from './activity-sub-processors.ts'
import { approvals } from './approvals.ts'
import { assurance } from './assurance.ts'
import { dataCategories } from './data-categories.ts'
import { findings } from './findings.ts'
import { changes, differences, exportsMade } from './log.ts'
import { noticeDeliveries, notices, objections } from './notices.ts'
import { dataSubjects, documents, measures, organisations, parties, products } from './nouns.ts'
import { permissions } from './permissions.ts'
import { purposes } from './purposes.ts'
import { recipients } from './recipients.ts'
import { retention } from './retention.ts'
import { reviews } from './reviews.ts'
import { subProcessors } from './sub-processors.ts'
import { transfers } from './transfers.ts'

const drawn: readonly Dataset[] = [
  activitiesController,
  activitiesProcessor,
  subProcessors,
  activitySubProcessors,
  purposes,
  activityControllers,
  recipients,
  assurance,
  dataSubjects,
  parties,
  measures,
  documents,
  products,
  organisations,
  retention,
  transfers,
  dataCategories,
  findings,
]

/** The datasets drawn from records, by key. */
export const datasets: ReadonlyMap<string, Dataset> = new Map(drawn.map((each) => [each.key, each]))

/** Every dataset there is, for schemas and menus; those that no record holds are drawn by `listTable`. */
export const everyDataset: readonly DatasetFacts[] = [
  ...drawn,
  access,
  permissions,
  changes,
  differences,
  exportsMade,
  approvals,
  reviews,
  notices,
  noticeDeliveries,
  objections,
]
