import type { Transfer } from '@ropewalk/domain/derived/transfers.ts'
import { isThirdCountry } from '@ropewalk/domain/derived/transfers.ts'
import type { Look } from '@ropewalk/domain/look.ts'
import { mechanisms } from '@ropewalk/domain/mechanisms.ts'
import {
  type Gaps,
  type Iri,
  iriOf,
  missing,
  type Node,
  place,
  type Ref,
  ref,
  referencedOr,
  when,
} from './node.ts'
import { transferBases } from './terms.ts'

type Row = Omit<Transfer, 'importer' | 'derivedFrom'> & { importer?: string }
type Beside = { gaps: Gaps; look: Look; exporters: readonly (Ref | Node)[]; importer?: Iri }

/** A transfer, or a place of a supplier: Chapter V GDPR asks for a basis once it lies in a third country. */
export function transferNode({ id }: { id: string }, row: Row, beside: Beside): Node {
  const { gaps, look, exporters, importer } = beside
  const iri = (key: string) => iriOf(id, row.rowId, key)
  const isAbroad = isThirdCountry(row.country, look)
  const unknown = (key: string) =>
    missing({ iri: iri(key), types: 'dpv:LegalEntity', why: 'dpv:UnknownApplicability' })
  const named = importer ?? (row.importer ? iri('importer') : undefined)
  return {
    '@id': iriOf(id, row.rowId),
    '@type': 'dpv:Processing',
    'skos:broader': ref(isAbroad || importer === undefined ? 'dpv:Transfer' : 'dpv:Processing'),
    'dpv:hasThirdCountry': isAbroad ? place(row.country) : undefined,
    'dpv:hasCountry': isAbroad ? undefined : place(row.country),
    'dpv:hasLocation': place(row.subdivision),
    'dpv:hasDataExporter': exporters.length > 0 ? exporters : unknown('exporter'),
    'dpv:hasDataImporter':
      named === undefined
        ? unknown('importer')
        : importer
          ? ref(importer)
          : { '@id': named, '@type': 'dpv:LegalEntity', 'dpv:hasName': row.importer },
    'dpv:hasLegalBasis': [
      ...when(row.mechanism !== null, () => basisOf(iri('mechanism'), row.mechanism ?? 'adequacy')),
      ...when(row.mechanism === null && isAbroad, () =>
        missing({
          iri: iri('mechanism'),
          types: 'dpv:LegalBasis',
          broader: 'dpv:DataTransferLegalBasis',
          why: gaps.isOpen('third-country-without-mechanism', row.rowId)
            ? 'dpv:NotAvailable'
            : 'dpv:UnknownApplicability',
        }),
      ),
    ],
    'dpv:hasOrganisationalMeasure': referencedOr(
      iri('document'),
      'dpv:SafeguardForDataTransfer',
      row.document,
    ),
    'dpv:hasAssessment': [
      ...referencedOr(iri('assessment'), 'dpv:DataTransferImpactAssessment', row.assessment),
      ...referencedOr(iri('quebecAssessment'), 'dpv:PIA', row.quebecAssessment),
    ],
    'dpv:hasLegalMeasure': referencedOr(
      iri('quebecAgreement'),
      'dpv:LegalMeasure',
      row.quebecAgreement,
    ),
  }
}

function basisOf(iri: Iri, key: keyof typeof transferBases): Ref | Node {
  const term = transferBases[key]
  if (typeof term === 'string') return ref(term)
  return {
    '@id': iri,
    '@type': 'dpv:LegalBasis',
    'skos:broader': ref(term.broader),
    'skos:prefLabel': mechanisms[key].en,
  }
}
