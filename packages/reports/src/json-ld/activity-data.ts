import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import type { Look } from '@ropewalk/domain/look.ts'
import {
  type Gaps,
  iriOf,
  linkTo,
  missing,
  missingField,
  type Node,
  ref,
  typed,
  when,
  words,
} from './node.ts'
import { conditions, timeUnits } from './terms.ts'

type Row = Activity['data'][number]

/** Whose data, which data, and how long each is kept. */
export function dataNodes(activity: Activity, gaps: Gaps, look: Look) {
  return {
    'dpv:hasDataSubject': [
      ...activity.dataSubjects.flatMap(({ dataSubject }) => linkTo(dataSubject)),
      ...missingField(activity, gaps, 'dataSubjects', {
        types: 'dpv:DataSubject',
        rule: 'data-subjects-not-stated',
        isStated: activity.dataSubjects.some((row) => row.dataSubject !== null),
        isDemanded: true,
      }),
    ],
    'dpv:hasPersonalData': [
      ...activity.data.map((row) => dataNode(activity, row, { gaps, look })),
      ...missingField(activity, gaps, 'data', {
        types: 'dpv:PersonalData',
        rule: 'data-categories-not-stated',
        isStated: activity.data.some((row) => row.dataCategory !== null),
        isDemanded: true,
      }),
    ],
    'dpv:hasStorageCondition': [
      ...activity.data.flatMap((row) => storageOf(activity, row, gaps)),
      ...missingField(activity, gaps, 'storage', {
        types: 'dpv:StorageCondition',
        isStated: activity.data.some((row) => storageOf(activity, row, gaps).length > 0),
        isDemanded: true,
      }),
    ],
  }
}

function dataNode(activity: Activity, row: Row, { gaps, look }: { gaps: Gaps; look: Look }): Node {
  const { rowId } = row
  const iri = (key: string) => iriOf(activity.id, rowId, key)
  const category = look.dataCategory(row.dataCategory)
  const unanswered = (rule: string, key: string) =>
    when(gaps.isOpen(rule, rowId), () =>
      missing({ iri: iri(key), types: 'dpv:LegalBasis', why: 'dpv:NotAvailable' }),
    )
  return {
    '@id': iriOf(activity.id, rowId),
    '@type': [
      'dpv:PersonalData',
      ...when((category?.specialKinds.length ?? 0) > 0, () => 'dpv:SpecialCategoryPersonalData'),
    ],
    'skos:broader': linkTo(row.dataCategory),
    'dct:description': row.elements,
    'dct:source': words(row.source),
    'dpv:hasLegalBasis': [
      ...when(row.specialCondition !== null, () =>
        ref(conditions[row.specialCondition as keyof typeof conditions]),
      ),
      ...unanswered('special-category-without-condition', 'specialCondition'),
      ...when(row.criminalAuthorisation !== '', () => ({
        '@id': iri('criminalAuthorisation'),
        '@type': 'dpv:LegalBasis',
        'dct:description': row.criminalAuthorisation,
      })),
      ...unanswered('criminal-data-without-authorisation', 'criminalAuthorisation'),
    ],
    'dpv:hasStorageCondition': storageOf(activity, row, gaps).map((node) => ref(node['@id'])),
  }
}

function storageOf({ id }: Activity, row: Row, gaps: Gaps): Node[] {
  const iri = iriOf(id, row.rowId, 'storage')
  const { period, unit, criteria, trigger, deletionMethod } = row
  const isOpen = gaps.isOpen('retention-not-stated', row.rowId)
  const isTimed = period !== null || criteria !== '' || trigger !== ''
  if (!isOpen && !isTimed && deletionMethod === '') return []
  return [
    {
      '@id': iri,
      '@type': 'dpv:StorageCondition',
      'dpv:hasApplicability': isOpen ? ref('dpv:NotAvailable') : undefined,
      'dpv:hasDuration': when(isTimed, () => ({
        '@id': `${iri}/duration`,
        '@type': ['dpv:StorageDuration', kindOf(row)],
        'time:numericDuration': period === null ? undefined : typed(String(period), 'xsd:decimal'),
        'time:unitType': unit && period !== null ? ref(timeUnits[unit]) : undefined,
        'dct:description': words(criteria),
        'time:hasBeginning': when(trigger !== '', () => ({
          '@id': `${iri}/trigger`,
          '@type': 'time:Instant',
          'dct:description': trigger,
        })),
      })),
      'dpv:hasOrganisationalMeasure': when(deletionMethod !== '', () => ({
        '@id': `${iri}/deletion`,
        '@type': 'dpv:StorageDeletion',
        'dct:description': deletionMethod,
      })),
    },
  ]
}

function kindOf({ period, trigger }: Row) {
  if (period !== null) return 'dpv:TemporalDuration'
  return trigger === '' ? 'dpv:IndeterminateDuration' : 'dpv:UntilEventDuration'
}
