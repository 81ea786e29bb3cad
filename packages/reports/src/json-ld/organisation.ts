import { contactRoles, type Organisation } from '@ropewalk/domain/organisation.ts'
import type { Party } from '@ropewalk/domain/party.ts'
import {
  address,
  type Gaps,
  iriOf,
  missing,
  missingField,
  type Node,
  place,
  when,
  words,
} from './node.ts'

/** Whose register this is, with its representative, officer and contacts. */
export function organisationNode(organisation: Organisation, gaps: Gaps): Node {
  const { id, contacts } = organisation
  const contact = (row: (typeof contacts)[number]) => ({
    '@id': iriOf(id, row.rowId),
    '@type': 'dpv:Entity',
    'skos:prefLabel': row.role && contactRoles[row.role].en,
    'dpv:hasName': words(row.name),
    'foaf:title': words(row.title),
    'dpv:hasContact': [row.email, row.phone].filter((text) => text !== ''),
    'dpv:hasAddress': words(row.address),
  })
  const held = (
    key: 'dpo' | 'representative',
    types: 'dpv:DataProtectionOfficer' | 'dpv:Representative',
  ) => [
    ...when(organisation[key] !== '', () => ({
      '@id': iriOf(id, key),
      '@type': types,
      'dpv:hasName': organisation[key],
    })),
    ...contacts
      .filter((row) => row.role === key)
      .map((row) => ({ ...contact(row), '@type': types })),
    ...missingField(organisation, gaps, key, {
      types,
      rule: `${key}-not-stated`,
      isStated: organisation[key] !== '' || contacts.some((row) => row.role === key),
    }),
  ]
  const others = contacts.filter((row) => row.role !== 'dpo' && row.role !== 'representative')
  const unanswered = (rule: string, key: string) =>
    when(gaps.isOpen(rule), () =>
      missing({ iri: iriOf(id, key), types: 'dpv:Entity', why: 'dpv:NotAvailable' }),
    )
  return {
    '@id': iriOf(id),
    '@type': 'dpv:LegalEntity',
    'dct:identifier': id,
    'dpv:hasName': [
      ...when(organisation.name !== '', () => organisation.name),
      ...unanswered('organisation-without-name', 'name'),
    ],
    'dct:description': words(organisation.roleInSentence),
    'dpv:hasAddress': words(organisation.address),
    'dpv:hasCountry': place(organisation.country),
    'dpv:hasContact': [
      ...when(organisation.email !== '', () => organisation.email),
      ...others.map(contact),
      ...unanswered('organisation-without-contact', 'contact'),
    ],
    'foaf:homepage': address(organisation.website),
    'dpv:hasNotice': when(organisation.privacyNotice !== '', () => ({
      '@id': iriOf(id, 'privacyNotice'),
      '@type': 'dpv:PrivacyNotice',
      'foaf:page': address(organisation.privacyNotice),
    })),
    'eu-gdpr:hasLeadSA': when(organisation.authority !== '', () => ({
      '@id': iriOf(id, 'authority'),
      '@type': 'eu-gdpr:DataProtectionAuthority',
      'dpv:hasName': organisation.authority,
    })),
    'dpv:hasRepresentative': held('representative', 'dpv:Representative'),
    'dpv:hasDataProtectionOfficer': held('dpo', 'dpv:DataProtectionOfficer'),
  }
}

export const partyNode = (party: Party, gaps: Gaps): Node => ({
  '@id': iriOf(party.id),
  '@type': [
    'dpv:LegalEntity',
    ...when(party.kind === 'thirdPartyService', () => 'dpv:ThirdParty'),
    ...when(party.kind === 'authority', () => 'dpv:Authority'),
  ],
  'dct:identifier': party.id,
  'dpv:hasName': party.name || 'not stated',
  'dpv:hasContact': [party.contact, party.contactEmail].filter((text) => text !== ''),
  'dpv:hasCountry': place(party.country),
  'dpv:hasRepresentative': heldBy(party, gaps, 'representative'),
  'dpv:hasDataProtectionOfficer': heldBy(party, gaps, 'dpo'),
})

const heldTypes = {
  dpo: 'dpv:DataProtectionOfficer',
  representative: 'dpv:Representative',
} as const
const heldBy = (party: Party, gaps: Gaps, key: keyof typeof heldTypes): Node[] =>
  party[key] === ''
    ? missingField(party, gaps, key, { types: heldTypes[key], isStated: false })
    : [{ '@id': iriOf(party.id, key), '@type': heldTypes[key], 'dpv:hasName': party[key] }]
