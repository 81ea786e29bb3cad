import { choice, choices, day, prose, reference, rows } from '../field.ts'
import { both } from '../words.ts'

export const contractStatuses = {
  none: both('none', 'aucun'),
  draft: both('draft', 'projet'),
  sent: both('sent', 'envoyé'),
  signed: both('signed', 'signé'),
  expired: both('expired', 'expiré'),
} as const

/** Art. 28(3)(a)–(h) GDPR: the eight stipulations of the contract. */
export const stipulations = {
  instructions: both('(a) documented instructions', '(a) instructions documentées'),
  confidentiality: both('(b) confidentiality', '(b) confidentialité'),
  security: both('(c) security', '(c) sécurité'),
  subProcessing: both(
    '(d) conditions for other processors',
    '(d) conditions pour d’autres sous-traitants',
  ),
  rights: both('(e) help with data subjects’ rights', '(e) aide pour les droits des personnes'),
  assistance: both('(f) help with Articles 32–36', '(f) aide pour les articles 32 à 36'),
  deletion: both('(g) deletion or return', '(g) suppression ou restitution'),
  audits: both('(h) information and audits', '(h) informations et audits'),
} as const

export const assuranceTypes = {
  soc2: both('SOC 2 type 2', 'SOC 2 type 2'),
  soc1: both('SOC 1', 'SOC 1'),
  iso27001: both('ISO 27001', 'ISO 27001'),
  iso27701: both('ISO 27701', 'ISO 27701'),
  other: both('other', 'autre'),
} as const

export const contract = {
  contractStatus: choice(contractStatuses, {
    label: both('Contract', 'Contrat'),
    chapter: 'contract',
    askedBy: ['Art. 28(3)'],
  }),
  contractSignedOn: day({ label: both('Signed on', 'Signé le'), chapter: 'contract' }),
  contractExpiresOn: day({ label: both('Expires on', 'Expire le'), chapter: 'contract' }),
  contractReference: reference({
    label: both('Reference', 'Référence'),
    chapter: 'contract',
    askedBy: ['Art. 28(9)'],
  }),
  stipulations: choices(stipulations, {
    label: both('Stipulations present', 'Clauses présentes'),
    chapter: 'contract',
    askedBy: ['Art. 28(3)(a)–(h)'],
  }),
} as const

export const assurance = {
  assurance: rows(
    {
      type: choice(assuranceTypes, { label: both('Type', 'Type'), chapter: 'assurance' }),
      periodStart: day({ label: both('Period from', 'Période du'), chapter: 'assurance' }),
      periodEnd: day({ label: both('Period to', 'Période au'), chapter: 'assurance' }),
      reviewedOn: day({ label: both('Reviewed on', 'Examiné le'), chapter: 'assurance' }),
      exceptions: prose({ label: both('Exceptions', 'Exceptions'), chapter: 'assurance' }),
      reference: reference({ label: both('Reference', 'Référence'), chapter: 'assurance' }),
    },
    {
      label: both('Assurance', 'Attestations'),
      chapter: 'assurance',
      askedBy: ['CC9.2', 'A.5.22'],
      takes: { none: 'always', notApplicable: 'always' },
    },
  ),
} as const
