import type { NounKey } from '@ropewalk/domain/field.ts'
import { nounOf, type RecordOfNoun } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { chunksOf } from '../chunks.ts'
import { secondsOf } from '../facts.ts'
import type { RegisterFacts } from '../register/register-facts.ts'
import type { Exported, Scene } from '../scene.ts'
import { activityNode, recordsOf } from './activity.ts'
import { contextOf } from './context.ts'
import { type Gaps, gapsOf, type Iri, iriOf, missing, type Node, ref, refs, typed } from './node.ts'
import { organisationNode, partyNode } from './organisation.ts'
import {
  dataCategoryNode,
  dataSubjectNode,
  documentNode,
  measureNode,
  productNode,
} from './others.ts'
import { supplierNodes } from './supplier.ts'

type Drawing = Omit<Scene, 'language' | 'users'>

/**
 * The register as JSON-LD 1.1 with DPV 2.3 and DPCat 0.2, one node a line, in chunks of about 64 kB. Records come with
 * their findings: where the law asks and nothing answers stands an instance that is `dpv:NotAvailable`. Archived
 * activities are not in it; other archived records are, with the instant.
 */
export const registerJsonLdOf = (
  facts: RegisterFacts,
  batches: AsyncIterable<readonly Exported[]>,
  scene: Drawing,
): AsyncGenerator<Buffer> => chunksOf(textsOf(facts, batches, scene))

async function* textsOf(
  facts: RegisterFacts,
  batches: AsyncIterable<readonly Exported[]>,
  drawing: Drawing,
): AsyncGenerator<string> {
  const scene: Scene = { ...drawing, language: 'en', users: undefined }
  yield `{"@context":${JSON.stringify(contextOf(facts.registerId))},\n"@graph":[\n`
  yield JSON.stringify(fileNode(facts))
  const records = new Map<Iri, Set<string>>()
  for await (const batch of batches)
    for (const exported of batch) {
      const { record } = exported
      const noun = nounOf(record.id)
      if (!noun || (noun === 'activity' && record.archivedAt !== null)) continue
      if (noun === 'activity') noteRecords(records, record as unknown as RecordOfNoun<'activity'>)
      for (const node of draw(noun, exported, scene)) yield `,\n${JSON.stringify(tidy(node))}`
    }
  for (const [iri, organisations] of records)
    yield `,\n${JSON.stringify(tidy(recordNode(iri, [...organisations], facts)))}`
  yield '\n]}\n'
}

function noteRecords(records: Map<Iri, Set<string>>, activity: RecordOfNoun<'activity'>) {
  for (const iri of recordsOf(activity)) {
    const known = records.get(iri) ?? new Set()
    if (activity.organisation !== null) known.add(activity.organisation)
    records.set(iri, known)
  }
}

type Draw<N extends NounKey> = (record: RecordOfNoun<N>, gaps: Gaps, scene: Scene) => Node | Node[]
const drawers: { readonly [N in NounKey]: Draw<N> } = {
  activity: activityNode,
  subProcessor: supplierNodes,
  dataCategory: dataCategoryNode,
  dataSubject: dataSubjectNode,
  party: partyNode,
  measure: measureNode,
  organisation: organisationNode,
  product: productNode,
  document: documentNode,
}

function draw(noun: NounKey, exported: Exported, scene: Scene): Node[] {
  const { record } = exported
  const drawer = drawers[noun] as unknown as (record: AnyRecord, gaps: Gaps, scene: Scene) => Node
  const [first, ...rest] = [drawer(record, gapsOf(exported), scene)].flat()
  if (!first) return []
  const { archivedAt } = record
  return archivedAt === null
    ? [first, ...rest]
    : [
        { ...first, 'prov:invalidatedAtTime': typed(secondsOf(archivedAt), 'xsd:dateTime') },
        ...rest,
      ]
}

const fileNode = ({ registerId, generatedAt, exportId, asOf, head }: RegisterFacts) => ({
  '@id': `urn:uuid:${exportId}`,
  '@type': 'prov:Entity',
  'prov:wasDerivedFrom': { '@id': `urn:uuid:${registerId}` },
  'prov:generatedAtTime': typed(secondsOf(generatedAt), 'xsd:dateTime'),
  ...(asOf === null ? {} : { 'dct:temporal': { 'dcat:endDate': typed(asOf, 'xsd:date') } }),
  ...(head === null ? {} : { 'prov:value': head }),
})

const kinds = {
  'reg:record/controller': {
    title: 'Record of processing activities, as controller',
    description: 'Art. 30(1) GDPR',
    property: 'dpv:hasDataController',
  },
  'reg:record/processor': {
    title: 'Record of processing activities, as processor',
    description: 'Art. 30(2) GDPR',
    property: 'dpv:hasDataProcessor',
  },
} as const

function recordNode(iri: Iri, organisations: string[], { generatedAt }: RegisterFacts): Node {
  const { title, description, property } = kinds[iri as keyof typeof kinds]
  const whose =
    organisations.length > 0
      ? refs(organisations.map((id) => iriOf(id)))
      : [
          missing({
            iri: `${iri}/organisation`,
            types: 'dpv:LegalEntity',
            why: 'dpv:UnknownApplicability',
          }),
        ]
  return {
    '@id': iri,
    '@type': ['dpcat:ROPA', 'dcat:Catalog', 'dpv:ROPA'],
    'dct:title': title,
    'dct:description': description,
    'dct:publisher': whose,
    'dct:modified': typed(secondsOf(generatedAt), 'xsd:dateTime'),
    [property]: whose.map(({ '@id': id }) => ref(id)),
  }
}

/** Without properties that say nothing. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(tidy)
    return items.length === 1 ? items[0] : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, tidy(each)] as const)
      .filter(
        ([, each]) =>
          each !== undefined && each !== null && !(Array.isArray(each) && each.length === 0),
      ),
  )
}
