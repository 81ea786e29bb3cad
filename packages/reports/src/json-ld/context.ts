/** Namespaces of the vocabularies: DPV's are the same for all of its versions. */
const vocabularies = {
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  dpcat: 'https://w3id.org/dpcat#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/**
 * The whole context, inline: nobody fetches anything to read the file. Own instances are `urn:uuid:<registerId>#…`
 * (RFC 9562, RFC 8141), whatever the address of the server. `inRecord` is `dcat:dataset` said from the activity.
 */
export const contextOf = (registerId: string) => ({
  '@version': 1.1,
  ...vocabularies,
  reg: { '@id': `urn:uuid:${registerId}#`, '@prefix': true },
  inRecord: { '@reverse': 'dcat:dataset', '@type': '@id' },
})
