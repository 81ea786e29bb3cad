import { readFileSync } from 'node:fs'
import { rules } from '@ropewalk/domain/findings/rules.ts'
import { nounOf } from '@ropewalk/domain/nouns.ts'
import { default as jsonld } from 'jsonld'
import { Parser, type Quad, Store } from 'n3'
import { default as Validator } from 'rdf-validate-shacl'

const triplesOf = (name: string): Quad[] =>
  new Parser().parse(readFileSync(new URL(`../fixtures/dpv/${name}.ttl`, import.meta.url), 'utf8'))
export const vocabulary = ['dpv', 'eu-gdpr', 'pd'].flatMap(triplesOf)
const given = new Validator(new Store(triplesOf('ropa-shapes')), {})
const stricter = new Validator(new Store(triplesOf('register-shapes')), {})

/** The triples of a file; whoever fetches anything to read it fails. */
export async function triplesIn(file: string): Promise<Quad[]> {
  const documentLoader = (url: string) => Promise.reject(new Error(`${url} was fetched`))
  const options = { format: 'application/n-quads', documentLoader, safe: true } as const
  return new Parser().parse(String(await jsonld.toRDF(JSON.parse(file), options)))
}

type Fault = { focus: string; path: string; value: string; message: string }

/** What the shapes of ropa-shapes.ttl and our stricter ones find, warnings too. */
export async function faultsIn(
  triples: readonly Quad[],
): Promise<{ given: Fault[]; stricter: Fault[] }> {
  const data = new Store([...vocabulary, ...triples])
  const faults = async (validator: typeof given) =>
    (await validator.validate(data)).results.map(({ focusNode, path, value, message }) => ({
      path: String((path as { value?: string } | undefined)?.value ?? focusNode?.value),
      focus: focusNode?.value ?? '',
      value: value?.value ?? '',
      message: message.map((each) => each.value).join(' '),
    }))
  return { given: await faults(given), stricter: await faults(stricter) }
}

/** The rule that each instance in the place of an answer stands for, by the end of its IRI. */
const ruleByPlace: Readonly<Record<string, string>> = {
  'activity organisation': 'organisation-not-named',
  'activity jointControllers': 'joint-controller-not-named',
  'activity arrangement': 'joint-controllers-without-arrangement',
  'activity controllersServed': 'controllers-not-named',
  'activity contact': 'controller-without-contact',
  'activity processingCategories': 'processing-categories-not-stated',
  'activity purposes': 'purposes-not-stated',
  'activity legalBasis': 'purpose-without-legal-basis',
  'activity legitimateInterest': 'legitimate-interest-not-named',
  'activity lawCited': 'law-not-cited',
  'activity dataSubjects': 'data-subjects-not-stated',
  'activity data': 'data-categories-not-stated',
  'activity specialCondition': 'special-category-without-condition',
  'activity criminalAuthorisation': 'criminal-data-without-authorisation',
  'activity storage': 'retention-not-stated',
  'activity recipients': 'recipients-not-stated',
  'activity transfers': 'transfers-not-stated',
  'activity mechanism': 'third-country-without-mechanism',
  'activity measures': 'measures-not-stated',
  'subProcessor mechanism': 'third-country-without-mechanism',
  'subProcessor locations': 'supplier-without-location',
  'subProcessor contract': 'supplier-without-contract',
  'organisation name': 'organisation-without-name',
  'organisation contact': 'organisation-without-contact',
  'organisation representative': 'representative-not-stated',
  'organisation dpo': 'dpo-not-stated',
}
/** Gaps that are not about an empty item of the record: something stands there, or it is no part of the file. */
const elsewhere = ['controller-is-a-class', 'contract-expired', 'sub-processor-not-published']

export const shapedRules = new Set(Object.values(ruleByPlace))
export const unknownGaps = Object.values(rules)
  .filter(({ severity, id }) => severity === 'gap' && !shapedRules.has(id))
  .map(({ id }) => id)
  .filter((id) => !elsewhere.includes(id))

/** `rule record row` of the finding that a fault of the stricter shapes corresponds to, else the fault itself. */
export function findingFor({ focus, path, value, message }: Fault): string {
  const rule = /^([a-z-]+): /.exec(message)?.[1]
  if (rule) {
    const [, , id = '', row = ''] = (value || focus).split(/[#/]/)
    return `${rule} ${id} ${row}`
  }
  const [, , id = '', ...rest] = value.split(/[#/]/)
  const row = rest.length === 2 ? rest[0] : ''
  const marked = ruleByPlace[`${nounOf(id)} ${rest.at(-1)}`]
  return marked ? `${marked} ${id} ${row}` : `${path} ${value} ${message}`
}
