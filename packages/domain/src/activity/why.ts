import { choice, choices, link, prose, reference, rows, text } from '../field.ts'
import { legalBases } from '../legal-bases.ts'
import { both } from '../words.ts'
import { operations } from './what.ts'

export const onBehalfOf = {
  controllersServed: rows(
    {
      party: link('party', {
        label: both('Controller', 'Responsable du traitement'),
        chapter: 'onBehalfOf',
      }),
      processingCategories: choices(operations, {
        label: both('Categories of processing', 'Catégories de traitements'),
        chapter: 'onBehalfOf',
        askedBy: ['Art. 30(2)(b)'],
      }),
      note: prose({ label: both('Note', 'Note'), chapter: 'onBehalfOf' }),
      contract: reference({
        label: both('Contract', 'Contrat'),
        chapter: 'onBehalfOf',
        askedBy: ['Art. 28(3)'],
      }),
    },
    {
      label: both('Controllers served', 'Responsables servis'),
      chapter: 'onBehalfOf',
      askedBy: ['Art. 30(2)(a)', 'Art. 30(2)(b)'],
      takes: { none: 'asController', notApplicable: 'asController' },
    },
  ),
  jointControllers: rows(
    {
      party: link('party', {
        label: both('Joint controller', 'Responsable conjoint'),
        chapter: 'onBehalfOf',
      }),
      arrangement: reference({
        label: both('Arrangement', 'Accord'),
        chapter: 'onBehalfOf',
        askedBy: ['Art. 26'],
      }),
    },
    {
      label: both('Joint controllers', 'Responsables conjoints'),
      chapter: 'onBehalfOf',
      askedBy: ['Art. 30(1)(a)', 'Art. 26'],
      term: 'dpv:hasJointDataControllers',
      takes: { none: 'always', notApplicable: 'always' },
    },
  ),
} as const

export const why = {
  purposes: rows(
    {
      purpose: prose({ label: both('Purpose', 'Finalité'), chapter: 'why', searched: true }),
      legalBasis: choice(legalBases, {
        label: both('Legal basis', 'Base légale'),
        chapter: 'why',
        askedBy: ['Art. 6(1)'],
        term: 'dpv:hasLegalBasis',
        takes: { notApplicable: 'asProcessor' },
      }),
      lawCited: text({
        label: both('Law cited', 'Texte cité'),
        chapter: 'why',
        askedBy: ['Art. 6(3)'],
      }),
      legitimateInterest: prose({
        label: both('Legitimate interest', 'Intérêt légitime'),
        chapter: 'why',
        askedBy: ['Art. 13(1)(d)'],
        takes: { notApplicable: 'asProcessor' },
      }),
      assessment: reference({
        label: both('Assessment', 'Évaluation'),
        chapter: 'why',
        askedBy: ['Art. 6(1)(f)'],
      }),
      consentRecord: reference({
        label: both('Consent record', 'Preuve du consentement'),
        chapter: 'why',
        askedBy: ['Art. 7(1)'],
      }),
    },
    {
      label: both('Purposes', 'Finalités'),
      chapter: 'why',
      askedBy: ['Art. 30(1)(b)'],
      term: 'dpv:hasPurpose',
      alsoCalled: ['Zweck', 'Finalité', 'Purpose'],
      takes: { none: 'asProcessor', notApplicable: 'asProcessor' },
    },
  ),
} as const
