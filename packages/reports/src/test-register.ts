import { lookOver, type Register } from '@ropewalk/domain/derived/look-over.ts'
import { publishedFrom } from '@ropewalk/domain/derived/published-from.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { severities } from '@ropewalk/domain/finding.ts'
import type { Look } from '@ropewalk/domain/look.ts'
import { shippedReference } from '@ropewalk/domain/reference/shipped.ts'
import { example, registerOf } from '@ropewalk/domain/test-examples.ts'
import { both } from '@ropewalk/domain/words.ts'
import { usersOver } from './category-users.ts'
import type { Exported, JudgedFinding } from './scene.ts'
import type { Asked } from './table.ts'
import { testActivities } from './test-activities.ts'
import { testSuppliers } from './test-suppliers.ts'

/** A small register by hand with every special case of the files; nobody in it exists. */
export const testRegister: Register = registerOf({
  activity: testActivities,
  subProcessor: testSuppliers,
  organisation: [
    example('organisation', 'ORG-0001', {
      name: 'Ropeworks Inc.',
      roleInSentence: 'It makes ropes.',
      address: '1 Quay Street\nMontreal',
      country: 'CA',
      email: 'privacy@ropeworks.example',
      timeZone: 'America/Toronto',
      dpo: 'Ada Officer',
      contacts: [
        { role: 'dpo', name: 'Ada Officer', title: 'DPO', email: 'dpo@ropeworks.example' },
        { role: 'mailbox', email: 'compliance@ropeworks.example', shown: true },
      ],
      declared: { representative: { answer: 'notApplicable', reason: 'None is needed.' } },
    }),
  ],
  party: [
    example('party', 'PT-0001', {
      name: 'Customers',
      kind: 'customer',
      aClass: true,
      declared: { representative: { answer: 'none', reason: '' } },
    }),
    example('party', 'PT-0002', {
      name: 'Harbour | Sons, "Ltd"',
      kind: 'partner',
      aClass: false,
      contact: '=HYPERLINK("http://x","y")',
      contactEmail: 'office@harbour.example',
      country: 'GB',
      dpo: 'Bo Officer',
      noticeContacts: [
        {
          rowId: 'PT-0002.1',
          declared: {},
          name: 'Legal',
          email: 'legal@harbour.example',
          language: 'fr',
        },
      ],
    }),
  ],
  dataCategory: [
    example('dataCategory', 'DC-0001', {
      name: 'Account data',
      group: 'account',
      elements: ['name', 'e-mail | alias'],
      declared: { specialKinds: { answer: 'none', reason: '' } },
    }),
    example('dataCategory', 'DC-0002', {
      name: 'Health notes',
      group: 'staff',
      specialKinds: ['health', 'biometric'],
    }),
    example('dataCategory', 'DC-0003', { name: '-unused' }),
  ],
  dataSubject: [
    example('dataSubject', 'DS-0001', { name: 'Users', vulnerable: false, dpvTerm: 'dpv:User' }),
    example('dataSubject', 'DS-0002', {
      name: 'سجل staff',
      description: '+33 1 23',
      children: true,
    }),
  ],
  measure: [
    example('measure', 'SM-0001', {
      name: 'Encryption',
      kind: 'technical',
      letter: 'a',
      reference: { url: 'https://example.org/encryption' },
    }),
    example('measure', 'SM-0002', { name: 'Training' }),
  ],
  product: [
    example('product', 'PR-0001', { name: 'Rope Cloud', deployment: 'cloud', inScope: true }),
    example('product', 'PR-0002', { name: 'Rope Desk', inScope: false, role: 'toConfirm' }),
  ],
  document: [
    example('document', 'DOC-0001', {
      name: 'Privacy policy',
      edition: '4',
      effectiveOn: '2018-05',
      sha256: 'ab'.repeat(32),
      signOffs: [
        { title: 'Counsel', name: 'Cy Counsel', on: '2018' },
        { title: 'Chair', name: '' },
      ],
      text: 'First line,\r\n"second" line\n\n@third',
      sources: [{ document: 'DOC-0001', lines: 'L1', certainty: 'stated' }],
    }),
  ],
})

const beside = { today: '2026-03-31', reference: shippedReference }
const unpublished = lookOver(testRegister, beside)
const published = new Map(
  testRegister.subProcessor
    .filter(({ id }) => id === 'SP-0001')
    .map((record) => [record.id, publishedFrom(record, unpublished)]),
)
export const testLook: Look = lookOver(testRegister, { ...beside, published })

export const testAsked: Asked & { look: Look } = {
  look: testLook,
  people: (id) => (id === 'U-1' ? 'Dee Editor' : undefined),
  users: usersOver(testRegister.activity),
}

const finding = (
  recordId: string,
  rule: string,
  some: Partial<JudgedFinding> = {},
): JudgedFinding => ({
  rule,
  severity: 'advice' satisfies keyof typeof severities,
  provision: 'Art. 5(2)',
  recordId,
  field: 'name',
  row: null,
  sentence: { text: both('See {name}.', 'Voir {name}.'), values: { name: both('this', 'ceci') } },
  accepted: null,
  ...some,
})

/** Hand-made, so that the rules of the domain may change without these files. */
const testFindings: readonly JudgedFinding[] = [
  finding('PA-0001', 'open-question', { field: 'openQuestions', row: 'PA-0001.9' }),
  finding('PA-0001', 'open-question', { field: 'openQuestions', row: 'PA-0001.10' }),
  finding('PA-0001', 'review-overdue', {
    field: 'nextReviewOn',
    accepted: { by: 'Ada Officer', until: '2026-06-30' },
  }),
  finding('PA-0003', 'inferred-and-unconfirmed', {
    field: '',
    accepted: { by: '=Ada', until: null },
  }),
  finding('SP-0002', 'third-country-without-mechanism', {
    severity: 'gap',
    provision: '',
    field: 'locations',
  }),
  finding('SP-0002', 'a-rule-of-tomorrow', { severity: 'conflict', field: 'aFieldOfTomorrow' }),
]

/** Records of some nouns as a door hands them over, in batches of two. */
export async function* exportedFrom(
  nouns: readonly NounKey[],
  register: Register = testRegister,
): AsyncGenerator<Exported[]> {
  for (const noun of nouns) {
    const records = register[noun]
    for (let start = 0; start < records.length; start += 2)
      yield records.slice(start, start + 2).map((record) => ({
        record,
        findings: testFindings.filter(({ recordId }) => recordId === record.id),
      }))
  }
}
