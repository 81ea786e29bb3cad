import { choice, prose, reference, text } from './field.ts'
import type { RecordOf } from './record.ts'
import { both } from './words.ts'

export const measureKinds = {
  technical: both('technical', 'technique'),
  organisational: both('organisational', 'organisationnelle'),
} as const

/** Art. 32(1)(a)–(d) GDPR. */
export const securityLetters = {
  a: both('32(1)(a) pseudonymisation and encryption', '32(1)(a) pseudonymisation et chiffrement'),
  b: both(
    '32(1)(b) confidentiality, integrity, availability, resilience',
    '32(1)(b) confidentialité, intégrité, disponibilité, résilience',
  ),
  c: both('32(1)(c) restoration', '32(1)(c) rétablissement'),
  d: both('32(1)(d) regular testing', '32(1)(d) tests réguliers'),
} as const

export const measureFields = {
  name: text({ label: both('Name', 'Nom'), chapter: 'what', searched: true, term: 'dct:title' }),
  kind: choice(measureKinds, { label: both('Kind', 'Type'), chapter: 'what' }),
  letter: choice(securityLetters, {
    label: both('Art. 32(1)', 'Art. 32(1)'),
    chapter: 'what',
    askedBy: ['Art. 32(1)'],
  }),
  description: prose({
    label: both('Description', 'Description'),
    chapter: 'what',
    searched: true,
  }),
  reference: reference({ label: both('Reference', 'Référence'), chapter: 'what' }),
  dpvTerm: text({ label: both('DPV term', 'Terme DPV'), chapter: 'what' }),
} as const
export type Measure = RecordOf<typeof measureFields>
