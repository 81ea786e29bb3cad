import { engagementsOf } from '@ropewalk/domain/derived/links.ts'
import { suppliersOf } from '@ropewalk/domain/derived/transfers.ts'
import type { SubProcessor } from '@ropewalk/domain/sub-processor/sub-processor.ts'
import type { Scene } from '../scene.ts'
import {
  address,
  day,
  type Gaps,
  iriOf,
  linkTo,
  missingField,
  type Node,
  place,
  ref,
  referencedOr,
  when,
  words,
} from './node.ts'
import { contractTerms } from './terms.ts'
import { transferNode } from './transfer.ts'

/** A supplier with its contract, and each place where it works as a node of its own. */
export function supplierNodes(supplier: SubProcessor, gaps: Gaps, { look }: Scene): Node[] {
  const { id } = supplier
  const engaged = engagementsOf(id, look)
  const isArchived = supplier.archivedAt !== null
  const exporters = look
    .linkedTo(id)
    .filter((activity) => suppliersOf(activity, look).some((each) => each.id === id))
    .flatMap(({ organisation }) => linkTo(organisation))
  const places = isArchived
    ? []
    : supplier.locations.map((row) =>
        transferNode(supplier, row, {
          gaps,
          look,
          exporters: distinct(exporters),
          importer: iriOf(id),
        }),
      )
  return [
    {
      '@id': iriOf(id),
      '@type': [
        'dpv:LegalEntity',
        'dpv:DataProcessor',
        ...when(engaged.has('subProcessor'), () => 'dpv:DataSubProcessor'),
      ],
      'dct:identifier': id,
      'dpv:hasName': supplier.name || 'not stated',
      'foaf:name': words(supplier.legalEntity),
      'dct:description': words(supplier.function),
      'dpv:hasService': when(supplier.service !== '', () => ({
        '@id': iriOf(id, 'service'),
        '@type': 'dpv:Service',
        'dct:title': supplier.service,
      })),
      'dpv:hasAddress': words(supplier.address),
      'dpv:hasCountry': place(supplier.seatCountry),
      'dpv:hasContact': words(supplier.contactEmail),
      'foaf:homepage': address(supplier.website),
      'dpv:hasLocation': missingField(supplier, gaps, 'locations', {
        types: 'dpv:Location',
        rule: 'supplier-without-location',
        isStated: true,
      }),
      'dpv:hasLegalMeasure': contractOf(supplier, gaps),
    },
    ...places,
  ]
}

function contractOf(supplier: SubProcessor, gaps: Gaps): Node[] {
  const { id, contractStatus, contractReference } = supplier
  const status = contractStatus && contractTerms[contractStatus]
  const isOpen = gaps.isOpen('supplier-without-contract')
  return when(isOpen || Boolean(status) || contractReference !== null, () => ({
    '@id': iriOf(id, 'contract'),
    '@type': 'dpv:ControllerProcessorAgreement',
    'dpv:hasApplicability': isOpen ? ref('dpv:NotAvailable') : undefined,
    'dpv:hasContractStatus': status ? ref(status) : undefined,
    'dct:issued': day(supplier.contractSignedOn),
    'dct:valid': day(supplier.contractExpiresOn),
    'dct:references': referencedOr(
      iriOf(id, 'contractReference'),
      'foaf:Document',
      contractReference,
    ),
  }))
}

const distinct = <T extends { '@id': string }>(nodes: readonly T[]): T[] => [
  ...new Map(nodes.map((node) => [node['@id'], node])).values(),
]
