import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { inOrder } from '../../column.ts'
import { dataset } from '../../dataset.ts'
import { dataColumns } from './data.ts'
import { activityItem } from './item.ts'
import { whatColumns } from './what.ts'
import { whereColumns } from './where.ts'
import { whyColumns } from './why.ts'

const columns = {
  ...whatColumns,
  ...whyColumns,
  ...dataColumns,
  ...whereColumns,
}

/** The record of Art. 30(1) GDPR: where we are controller or joint controller, or the role is to confirm. */
export const activitiesController = dataset({
  key: 'activities-controller',
  nouns: ['activity'],
  among: { role: ['controller', 'jointController', 'toConfirm', 'notStated'] },
  items: (record, scene, beside) =>
    record.role === 'processor' ? [] : [activityItem(record, scene, beside)],
  columns: () =>
    inOrder(columns, [
      'activity_id',
      'name',
      'role',
      'organisation',
      'organisation_contact',
      'joint_controllers',
      'representative',
      'dpo',
      'business_function',
      'owner',
      'purposes',
      'legal_bases',
      'legitimate_interests',
      'data_subjects',
      'data_categories',
      'special_categories',
      'art9_conditions',
      'data_sources',
      'recipients',
      'processors',
      'third_countries',
      'transfer_mechanisms',
      'retention',
      'security_measures',
      'automated_decisions',
      'dpia',
      'systems',
      'storage_countries',
      'lifecycle',
      'next_review_on',
      'findings',
      'version',
      'updated_at',
      'source',
    ]),
})

/** The record of Art. 30(2) GDPR: where we are processor, or the role is to confirm. */
export const activitiesProcessor = dataset({
  key: 'activities-processor',
  nouns: ['activity'],
  among: { role: ['processor', 'toConfirm', 'notStated'] },
  items: (record, scene, beside) =>
    isOurs(record.role) ? [] : [activityItem(record, scene, beside)],
  columns: () =>
    inOrder(columns, [
      'activity_id',
      'name',
      'role',
      'organisation',
      'organisation_contact',
      'representative',
      'dpo',
      'controllers_served',
      'controller_contacts',
      'processing_categories',
      'sub_processors',
      'third_countries',
      'transfer_mechanisms',
      'security_measures',
      'data_subjects',
      'data_categories',
      'retention',
      'lifecycle',
      'next_review_on',
      'findings',
      'version',
      'updated_at',
      'source',
    ]),
})

const isOurs = (role: Activity['role']) => role === 'controller' || role === 'jointController'
