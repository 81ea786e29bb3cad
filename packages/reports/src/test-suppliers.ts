import type { SubProcessor } from '@ropewalk/domain/sub-processor/sub-processor.ts'
import { example } from '@ropewalk/domain/test-examples.ts'

/** Suppliers in every stage of their status. */
export const testSuppliers: readonly SubProcessor[] = [
  example('subProcessor', 'SP-0001', {
    name: 'Cloudy',
    service: 'Cloud hosting',
    function: 'Hosts the service.',
    owner: { person: 'U-2' },
    legalEntity: 'Cloudy Ltd',
    address: '2 Hill Road, Dublin',
    seatCountry: 'IE',
    contactName: 'Eve Contact',
    contactEmail: 'eve@cloudy.example',
    locations: [
      { country: 'DE', uses: ['hosting'] },
      { country: 'US', uses: ['support'], mechanism: 'standardClauses', clauseModules: ['three'] },
      { country: 'US', uses: ['backup'] },
    ],
    contractStatus: 'signed',
    contractSignedOn: '2020-01-02',
    contractReference: { document: 'DOC-0001' },
    assurance: [
      {
        type: 'soc2',
        periodStart: '2025-01-01',
        periodEnd: '2025-12-31',
        reviewedOn: '2026-02-01',
        exceptions: '=none',
        reference: { text: 'Report' },
      },
      { type: 'iso27001' },
      { type: null },
    ],
    tier: 'critical',
    lastReviewedOn: '2026-02-01',
    nextReviewOn: '2027-02-01',
    status: 'active',
    effectiveOn: '2020-02-01',
    sources: [{ document: 'DOC-0001', lines: 'L104', certainty: 'stated' }],
  }),
  example('subProcessor', 'SP-0002', {
    name: 'Mailer',
    locations: [{ country: 'IN' }],
    status: 'proposed',
    declared: { assurance: { answer: 'none', reason: '' } },
  }),
  example('subProcessor', 'SP-0003', {
    name: 'Counter',
    contractStatus: 'none',
    status: 'former',
    endedOn: '2025-12-31',
    effectiveOn: '2019-01-01',
    announcedOn: '2018-12-01',
    locations: [{ country: 'FR' }],
  }),
  example('subProcessor', 'SP-0004', { name: 'Nameless', status: 'announced' }),
  example('subProcessor', 'SP-0005'),
]
