import { expect, it } from 'vitest'
import { activityFields } from './activity/activity.ts'
import { labelAlone } from './chapters.ts'
import { subProcessorFields } from './sub-processor/sub-processor.ts'

it.each([
  [activityFields.dpiaStatus, 'Impact assessment: Status', 'Analyse d’impact : État'],
  [activityFields.dpiaNeed, 'Impact assessment: Assessment', 'Analyse d’impact'],
  [activityFields.lifecycle, 'Lifecycle', 'Cycle de vie'],
  [subProcessorFields.contractReference, 'Contract: Reference', 'Contrat : Référence'],
  [subProcessorFields.contractStatus, 'Contract', 'Contrat'],
  [subProcessorFields.status, 'Status', 'État'],
])('says of what a label is: %#', (field, en, fr) => {
  expect(labelAlone(field)).toEqual({ en, fr })
})
