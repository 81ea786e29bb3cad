import { operations } from '@ropewalk/domain/activity/what.ts'
import { partyFields } from '@ropewalk/domain/party.ts'
import { dataset } from '../dataset.ts'
import { answerTo, inOne, listOr, nameOf, referenceCell, stated } from '../facts.ts'
import { wordsOf } from '../word.ts'
import { ofActivity } from './of-activity.ts'

export const activityControllers = dataset({
  key: 'activity-controllers',
  nouns: ['activity'],
  items: (activity, { look }) =>
    activity.controllersServed.map((row) => ({ activity, row, party: look.party(row.party) })),
  columns: ({ text, choices }) => ({
    ...ofActivity,
    controller_id: text(({ row }) => row.party),
    controller: text(({ row, party }) => nameOf(row.party, party)),
    contact: text(({ party }) => (party ? inOne([party.contact, party.contactEmail]) : null)),
    representative: text(({ party }) =>
      party
        ? (stated(party.representative) ?? answerTo(partyFields, party, 'representative'))
        : null,
    ),
    dpo: text(({ party }) =>
      party ? (stated(party.dpo) ?? answerTo(partyFields, party, 'dpo')) : null,
    ),
    processing_categories: choices(operations, ({ row }) =>
      listOr(wordsOf(operations, row.processingCategories), null),
    ),
    note: text(({ row }) => stated(row.note)),
    contract: text(({ row }, scene) => referenceCell(row.contract, scene)),
  }),
})
