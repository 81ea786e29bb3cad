import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { automatedKinds } from '@ropewalk/domain/activity/safeguards.ts'
import {
  day,
  type Gaps,
  iriOf,
  linkTo,
  missingField,
  ref,
  referencedOr,
  when,
  words,
} from './node.ts'
import { assessmentTerms } from './terms.ts'

/** How the data is protected, what was assessed, what is decided by machines, what people are told. */
export function protectionOf(activity: Activity, gaps: Gaps) {
  const { id, automatedDecisions, dpiaNeed } = activity
  const measures = activity.measures.flatMap(({ rowId, measure, note }) =>
    measure === null
      ? when(note !== '', () => ({
          '@id': iriOf(id, rowId),
          '@type': 'dpv:TechnicalOrganisationalMeasure',
          'dct:description': note,
        }))
      : linkTo(measure),
  )
  const need = dpiaNeed && assessmentTerms[dpiaNeed]
  const isAssessed =
    dpiaNeed !== null || activity.dpiaReference !== null || activity.dpiaOn !== null
  return {
    'dpv:hasTechnicalOrganisationalMeasure': [
      ...measures,
      ...missingField(activity, gaps, 'measures', {
        types: 'dpv:TechnicalOrganisationalMeasure',
        rule: 'measures-not-stated',
        isStated: measures.length > 0,
      }),
    ],
    'dpv:hasImpactAssessment': when(isAssessed, () => ({
      '@id': iriOf(id, 'dpia'),
      '@type': 'dpv:DPIA',
      'dpv:hasStatus': need ? ref(need) : undefined,
      'dct:description': words(activity.dpiaReasoning),
      'dct:date': day(activity.dpiaOn),
      'dct:references': referencedOr(
        iriOf(id, 'dpiaReference'),
        'foaf:Document',
        activity.dpiaReference,
      ),
    })),
    'dpv:hasContext': when(
      automatedDecisions === 'solely' || automatedDecisions === 'profiling',
      () => ({
        '@id': iriOf(id, 'automatedDecisions'),
        '@type': automatedDecisions === 'solely' ? 'dpv:AutomatedDecisionMaking' : 'dpv:Profiling',
        'skos:prefLabel': automatedKinds[automatedDecisions ?? 'none'].en,
        'dct:description': words(activity.automatedLogic),
      }),
    ),
    'dpv:isImplementedUsingTechnology': activity.systems.map((system, index) => ({
      '@id': iriOf(id, 'systems', String(index + 1)),
      '@type': 'dpv:Technology',
      'dpv:hasName': system,
    })),
    'dpv:hasNotice': linkTo(activity.notice),
  }
}
