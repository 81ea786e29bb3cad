import { both } from './words.ts'

/** Chapter V GDPR, with the UK's and Switzerland's own tools. */
export const mechanisms = {
  adequacy: both('45 adequacy decision', '45 décision d’adéquation'),
  publicInstrument: both(
    '46(2)(a) instrument between public bodies',
    '46(2)(a) instrument entre autorités publiques',
  ),
  bindingCorporateRules: both(
    '46(2)(b) binding corporate rules',
    '46(2)(b) règles d’entreprise contraignantes',
  ),
  standardClauses: both(
    '46(2)(c) standard contractual clauses',
    '46(2)(c) clauses contractuelles types',
  ),
  authorityClauses: both(
    '46(2)(d) clauses of a supervisory authority',
    '46(2)(d) clauses d’une autorité de contrôle',
  ),
  codeOfConduct: both('46(2)(e) code of conduct', '46(2)(e) code de conduite'),
  certification: both('46(2)(f) certification', '46(2)(f) certification'),
  authorisedClauses: both(
    '46(3)(a) authorised contractual clauses',
    '46(3)(a) clauses contractuelles autorisées',
  ),
  administrativeArrangement: both(
    '46(3)(b) administrative arrangement',
    '46(3)(b) arrangement administratif',
  ),
  internationalAgreement: both('48 international agreement', '48 accord international'),
  explicitConsent: both('49(1)(a) explicit consent', '49(1)(a) consentement explicite'),
  contractWithSubject: both(
    '49(1)(b) contract with the data subject',
    '49(1)(b) contrat avec la personne concernée',
  ),
  contractInInterest: both(
    '49(1)(c) contract in the data subject’s interest',
    '49(1)(c) contrat dans l’intérêt de la personne concernée',
  ),
  publicInterest: both(
    '49(1)(d) important public interest',
    '49(1)(d) motifs importants d’intérêt public',
  ),
  legalClaims: both('49(1)(e) legal claims', '49(1)(e) droits en justice'),
  vitalInterests: both('49(1)(f) vital interests', '49(1)(f) intérêts vitaux'),
  publicRegister: both('49(1)(g) public register', '49(1)(g) registre public'),
  compellingInterests: both(
    '49(1) second subparagraph, compelling legitimate interests',
    '49(1) second alinéa, intérêts légitimes impérieux',
  ),
  ukAgreement: both(
    'UK International Data Transfer Agreement',
    'accord britannique de transfert international (IDTA)',
  ),
  ukAddendum: both(
    'UK Addendum to the standard contractual clauses',
    'addendum britannique aux clauses contractuelles types',
  ),
  ukExtension: both(
    'UK extension to the Data Privacy Framework',
    'extension britannique du cadre de protection des données',
  ),
  swissGuarantee: both('Swiss FADP Art. 16(2)', 'LPD suisse, art. 16, al. 2'),
} as const

/** Decision (EU) 2021/914: the module follows the roles of exporter and importer. */
export const clauseModules = {
  one: both('module 1, controller to controller', 'module 1, responsable à responsable'),
  two: both('module 2, controller to processor', 'module 2, responsable à sous-traitant'),
  three: both('module 3, processor to processor', 'module 3, sous-traitant à sous-traitant'),
  four: both('module 4, processor to controller', 'module 4, sous-traitant à responsable'),
} as const
