import { activityRoles, lifecycles } from '@ropewalk/domain/activity/what.ts'
import { columnsOf } from '../../column.ts'
import { findingsCell, keptColumns, nameOf, personCell, stated } from '../../facts.ts'
import { wordOf } from '../../word.ts'
import type { ActivityItem } from './item.ts'
import { contactOf, officerOf } from './organisation.ts'

const { text, day, list, choice } = columnsOf<ActivityItem>()

export const whatColumns = {
  activity_id: text(({ record }) => record.id),
  name: text(({ record }) => stated(record.name)),
  role: choice(activityRoles, ({ record }) => wordOf(activityRoles, record.role)),
  organisation: text(({ record, organisation }) => nameOf(record.organisation, organisation)),
  organisation_contact: list(({ organisation }) => contactOf(organisation)),
  representative: list(({ organisation }) => officerOf(organisation, 'representative')),
  dpo: list(({ organisation }) => officerOf(organisation, 'dpo')),
  business_function: text(({ record }) => stated(record.businessFunction)),
  owner: text(({ record }, scene) => personCell(record.owner, scene)),
  lifecycle: choice(lifecycles, ({ record }) => wordOf(lifecycles, record.lifecycle)),
  next_review_on: day(({ record }) => record.nextReviewOn),
  findings: list(({ findings }) => findingsCell(findings)),
  ...keptColumns,
} as const
