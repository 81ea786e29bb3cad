import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { activityFields } from '@ropewalk/domain/activity/activity.ts'
import { isDeclared } from '@ropewalk/domain/findings/declared.ts'
import { legalBases } from '@ropewalk/domain/legal-bases.ts'
import {
  type Gaps,
  iriOf,
  missing,
  missingField,
  type Node,
  type Ref,
  ref,
  referencedOr,
  when,
  words,
} from './node.ts'
import { bases } from './terms.ts'

type Row = Activity['purposes'][number]

/** Purposes with what each rests on; the record names all of their bases too. */
export function purposeNodes(activity: Activity, gaps: Gaps) {
  const drawn = activity.purposes.map((row) => ({ row, basis: basesOf(activity, row, gaps) }))
  const purposes = drawn.map(({ row, basis }) => purposeNode(activity, row, { basis, gaps }))
  const all = drawn.flatMap(({ basis }) => basis)
  return {
    'dpv:hasPurpose': [
      ...purposes,
      ...missingField(activity, gaps, 'purposes', {
        types: 'dpv:Purpose',
        rule: 'purposes-not-stated',
        isStated: activity.purposes.some(({ purpose }) => purpose !== ''),
        isDemanded: true,
      }),
    ],
    'dpv:hasLegalBasis': [
      ...[...new Set(all.map((basis) => basis['@id']))].map(ref),
      ...missingField(activity, gaps, 'legalBasis', {
        types: 'dpv:LegalBasis',
        isStated: all.length > 0,
        isDemanded: true,
      }),
    ],
  }
}

type Beside = { basis: (Ref | Node)[]; gaps: Gaps }
function purposeNode({ id }: Activity, row: Row, { basis, gaps }: Beside): Node {
  const { rowId } = row
  const law = { iri: iriOf(id, rowId, 'lawCited'), types: 'dpv:Law' } as const
  return {
    '@id': iriOf(id, rowId),
    '@type': 'dpv:Purpose',
    'dct:description': words(row.purpose),
    'dpv:hasLegalBasis': basis,
    'dpv:hasApplicableLaw': gaps.isOpen('law-not-cited', rowId)
      ? missing({ ...law, why: 'dpv:NotAvailable' })
      : when(row.lawCited !== '', () => ({
          '@id': law.iri,
          '@type': law.types,
          'dpv:hasName': row.lawCited,
        })),
    'dpv:hasAssessment': referencedOr(
      iriOf(id, rowId, 'assessment'),
      'dpv:LegitimateInterestAssessment',
      row.assessment,
    ),
    'dpv:hasRecordOfActivity': referencedOr(
      iriOf(id, rowId, 'consentRecord'),
      'dpv:ConsentRecord',
      row.consentRecord,
    ),
  }
}

function basesOf(activity: Activity, row: Row, gaps: Gaps): (Ref | Node)[] {
  const { rowId, legalBasis, legitimateInterest } = row
  const iri = (key: string) => iriOf(activity.id, rowId, key)
  const types = 'dpv:LegalBasis'
  const answered = { role: activity.role, declared: row.declared }
  const notApplicable = (key: 'legalBasis' | 'legitimateInterest') =>
    when(row[key] === (key === 'legalBasis' ? null : '') && isDeclared(cells, answered, key), () =>
      missing({
        iri: iri(key),
        types,
        why: 'dpv:NotApplicable',
        reason: row.declared[key]?.reason ?? '',
      }),
    )
  return [
    ...(legalBasis === null
      ? gaps.isOpen('purpose-without-legal-basis', rowId)
        ? [missing({ iri: iri('legalBasis'), types, why: 'dpv:NotAvailable' })]
        : notApplicable('legalBasis')
      : [basisOf(iri('legalBasis'), legalBasis)]),
    ...(gaps.isOpen('legitimate-interest-not-named', rowId)
      ? [missing({ iri: iri('legitimateInterest'), types, why: 'dpv:NotAvailable' })]
      : legitimateInterest === ''
        ? notApplicable('legitimateInterest')
        : [
            {
              '@id': iri('legitimateInterest'),
              '@type': types,
              'skos:broader': ref('dpv:LegitimateInterestOfController'),
              'dct:description': legitimateInterest,
            },
          ]),
  ]
}

const cells = activityFields.purposes.fields

export function basisOf(iri: Node['@id'], key: keyof typeof bases): Ref | Node {
  const term = bases[key]
  if (typeof term === 'string') return ref(term)
  return {
    '@id': iri,
    '@type': 'dpv:LegalBasis',
    'skos:broader': ref(term.broader),
    'skos:prefLabel': legalBases[key].en,
  }
}
