import { legalBases } from '@ropewalk/domain/legal-bases.ts'
import { partyKinds } from '@ropewalk/domain/party.ts'
import { dataset } from '../dataset.ts'
import { nameOf, stated } from '../facts.ts'
import { wordOf } from '../word.ts'
import { ofActivity } from './of-activity.ts'

export const recipients = dataset({
  key: 'recipients',
  nouns: ['activity'],
  items: (activity, { look }) =>
    activity.recipients.map((row) => ({ activity, row, party: look.party(row.party) })),
  columns: ({ text, choice }) => ({
    ...ofActivity,
    party_id: text(({ row }) => row.party),
    recipient: text(({ row, party }) => nameOf(row.party, party)),
    kind: choice(partyKinds, ({ party }) => wordOf(partyKinds, party?.kind ?? null)),
    what_for: text(({ row }) => stated(row.whatFor)),
    legal_basis: choice(legalBases, ({ row }) => wordOf(legalBases, row.legalBasis)),
  }),
})
