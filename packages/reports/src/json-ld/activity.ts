import type { Activity } from '@ropewalk/domain/activity/activity.ts'
import { dataSources } from '@ropewalk/domain/activity/data.ts'
import { engagedAs } from '@ropewalk/domain/derived/engagement.ts'
import { suppliersOf } from '@ropewalk/domain/derived/transfers.ts'
import { isControllers, isProcessors } from '@ropewalk/domain/findings/roles.ts'
import { personText } from '@ropewalk/domain/values.ts'
import type { Scene } from '../scene.ts'
import { dataNodes } from './activity-data.ts'
import { protectionOf } from './activity-protection.ts'
import { purposeNodes } from './activity-purposes.ts'
import {
  day,
  type Gaps,
  iriOf,
  linkTo,
  missing,
  missingField,
  type Node,
  ref,
  referencedOr,
  refs,
  when,
  words,
} from './node.ts'
import { activityStatuses, processing, sources } from './terms.ts'
import { transferNode } from './transfer.ts'

/** The catalogues that an activity stands in: a role to confirm puts it in both, as the findings do. */
export const recordsOf = (activity: Activity) => [
  ...when(isControllers(activity), () => 'reg:record/controller' as const),
  ...when(isProcessors(activity), () => 'reg:record/processor' as const),
]

/** One row of the record of Art. 30 GDPR: `dpcat:ROPARecord`, `dpv:PersonalDataProcess`. */
export function activityNode(activity: Activity, gaps: Gaps, scene: Scene): Node {
  const { id, owner } = activity
  const purposes = purposeNodes(activity, gaps)
  const data = dataNodes(activity, gaps, scene.look)
  const own = iriOf(id)
  return {
    '@id': own,
    '@type': ['dpcat:ROPARecord', 'dcat:Dataset', 'dpv:PersonalDataProcess'],
    inRecord: recordsOf(activity),
    'dct:identifier': id,
    'dct:title': activity.name || 'not stated',
    'dct:description': words(activity.description),
    'dct:created': day(activity.createdAt.slice(0, 10)),
    'dct:modified': day(activity.updatedAt.slice(0, 10)),
    'dct:publisher': organisations(activity, gaps),
    'dpv:hasOrganisationalUnit': when(activity.businessFunction !== '', () => ({
      '@id': iriOf(id, 'businessFunction'),
      '@type': 'dpv:OrganisationalUnit',
      'dpv:hasName': activity.businessFunction,
    })),
    'dpv:hasResponsibleEntity': owner && {
      '@id': iriOf(id, 'owner'),
      '@type': 'dpv:Entity',
      'dpv:hasName': personText(owner, scene.names),
    },
    'dpv:hasService': [
      ...activity.products.flatMap(({ product }) => linkTo(product)),
      ...missingField(activity, gaps, 'products', {
        types: 'dpv:Service',
        isStated: activity.products.some(({ product }) => product !== null),
      }),
    ],
    'dpv:hasActivityStatus': activity.lifecycle && ref(activityStatuses[activity.lifecycle]),
    'dct:temporal': when(activity.startedOn !== null || activity.endedOn !== null, () => ({
      '@id': iriOf(id, 'period'),
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': day(activity.startedOn),
      'dcat:endDate': day(activity.endedOn),
    })),
    ...controllersOf(activity, gaps),
    'dpv:hasDataProcessor': processorsOf(activity, gaps),
    ...purposes,
    'dpv:hasProcessing': processingOf(activity, gaps, scene),
    ...data,
    'dpv:hasDataSource': activity.dataSources.map((key) => ({
      '@id': iriOf(id, 'dataSources', key),
      '@type': 'dpv:DataSource',
      'skos:broader': ref(sources[key]),
      'skos:prefLabel': dataSources[key].en,
    })),
    'dpv:hasLocation': activity.storageCountries.map((code) => ref(`loc:${code}`)),
    'dpv:hasRecipient': recipientsOf(activity, gaps),
    ...protectionOf(activity, gaps),
  }
}

const organisations = (activity: Activity, gaps: Gaps) => [
  ...linkTo(activity.organisation),
  ...missingField(activity, gaps, 'organisation', {
    types: [
      'dpv:LegalEntity',
      ...when(isControllers(activity), () => 'dpv:DataController' as const),
      ...when(isProcessors(activity), () => 'dpv:DataProcessor' as const),
    ],
    rule: 'organisation-not-named',
    isStated: activity.organisation !== null,
  }),
]

/** The organisation where we decide; those whom we serve where we do not; joint controllers. */
function controllersOf(activity: Activity, gaps: Gaps) {
  const { id, controllersServed, jointControllers } = activity
  const joint = [
    ...jointControllers.flatMap(({ party }) => linkTo(party)),
    ...missingField(activity, gaps, 'jointControllers', {
      types: ['dpv:LegalEntity', 'dpv:DataController', 'dpv:JointDataControllers'],
      rule: 'joint-controller-not-named',
      isStated: jointControllers.some(({ party }) => party !== null),
    }),
  ]
  const served = controllersServed.flatMap(({ rowId, party }) =>
    linkTo(party).map((node) => ({
      ...node,
      '@type': ['dpv:LegalEntity', 'dpv:DataController'],
      'dpv:hasContact': when(gaps.isOpen('controller-without-contact', rowId), () =>
        missing({ iri: iriOf(id, rowId, 'contact'), types: 'dpv:Entity', why: 'dpv:NotAvailable' }),
      ),
    })),
  )
  const own = isControllers(activity) ? organisations(activity, gaps) : []
  const unserved = missingField(activity, gaps, 'controllersServed', {
    types: ['dpv:LegalEntity', 'dpv:DataController'],
    rule: 'controllers-not-named',
    isStated: served.length > 0,
  })
  return {
    'dpv:hasDataController': [
      ...own.map((node) => ({ ...node, '@type': ['dpv:LegalEntity', 'dpv:DataController'] })),
      ...served,
      ...unserved,
    ],
    'dpv:hasJointDataControllers': joint,
    'dpv:hasLegalMeasure': [
      ...jointControllers.flatMap(({ rowId, arrangement }) => {
        const at = [iriOf(id, rowId, 'arrangement'), 'dpv:JointDataControllersAgreement'] as const
        return gaps.isOpen('joint-controllers-without-arrangement', rowId)
          ? [missing({ iri: at[0], types: at[1], why: 'dpv:NotAvailable' })]
          : referencedOr(...at, arrangement)
      }),
      ...controllersServed.flatMap(({ rowId, contract }) =>
        referencedOr(iriOf(id, rowId, 'contract'), 'dpv:ControllerProcessorAgreement', contract),
      ),
    ],
  }
}

/** Suppliers, and ourselves where we act on behalf of others. */
function processorsOf(activity: Activity, gaps: Gaps) {
  const engaged = engagedAs(activity.role)
  const types = [
    'dpv:DataProcessor',
    ...when(engaged === 'subProcessor', () => 'dpv:DataSubProcessor'),
  ]
  const linked = new Set(activity.subProcessors.map((row) => row.subProcessor))
  const suppliers = [...linked].flatMap((id) =>
    linkTo(id).map((node) => ({ ...node, '@type': types })),
  )
  const own = activity.role === 'processor' ? organisations(activity, gaps) : []
  return [
    ...own.map((node) => ({ ...node, '@type': ['dpv:LegalEntity', 'dpv:DataProcessor'] })),
    ...suppliers,
    ...missingField(activity, gaps, 'subProcessors', {
      types: 'dpv:DataProcessor',
      isStated: suppliers.length > 0,
    }),
  ]
}

/** Operations, categories of processing of those whom we serve, and transfers, which are processing too. */
function processingOf(activity: Activity, gaps: Gaps, { look }: Scene) {
  const { id, controllersServed } = activity
  const categories = controllersServed.flatMap((row) => row.processingCategories)
  const keys = [...new Set([...activity.operations, ...categories])]
  const unstated = controllersServed
    .filter(({ rowId }) => gaps.isOpen('processing-categories-not-stated', rowId))
    .map(({ rowId }) =>
      missing({
        iri: iriOf(id, rowId, 'processingCategories'),
        types: 'dpv:Processing',
        why: 'dpv:NotAvailable',
      }),
    )
  const transfers = [
    ...activity.transfers.map((row) =>
      transferNode(activity, row, { gaps, look, exporters: organisations(activity, gaps) }),
    ),
    ...suppliersOf(activity, look).flatMap((supplier) =>
      supplier.locations.map(({ rowId }) => ref(iriOf(supplier.id, rowId))),
    ),
  ]
  return [
    ...refs(keys.map((key) => processing[key])),
    ...unstated,
    ...transfers,
    ...missingField(activity, gaps, 'transfers', {
      types: 'dpv:Processing',
      broader: 'dpv:Transfer',
      rule: 'transfers-not-stated',
      isStated: activity.transfers.some(
        ({ country, importer }) => country !== null || importer !== '',
      ),
    }),
    ...missingField(activity, gaps, 'operations', {
      types: 'dpv:Processing',
      isStated: keys.length > 0,
      isDemanded: true,
    }),
  ]
}

/** Processors are recipients too, Art. 4(9). */
const recipientsOf = (activity: Activity, gaps: Gaps) => [
  ...activity.recipients.filter(isNamed).map(({ rowId, party, whatFor }) => ({
    '@id': party === null ? iriOf(activity.id, rowId) : iriOf(party),
    '@type': 'dpv:Recipient',
    'dct:description': party === null ? words(whatFor) : undefined,
  })),
  ...[...new Set(activity.subProcessors.map((row) => row.subProcessor))].flatMap(linkTo),
  ...missingField(activity, gaps, 'recipients', {
    types: 'dpv:Recipient',
    rule: 'recipients-not-stated',
    isStated: activity.recipients.some(isNamed),
  }),
]

const isNamed = ({ party, whatFor }: Activity['recipients'][number]) =>
  party !== null || whatFor !== ''
