import { both } from './words.ts'

/** Art. 6(1) GDPR, closed list; the UK adds recognised legitimate interests, Art. 6(1)(ea). */
export const legalBases = {
  consent: both('6(1)(a) consent', '6(1)(a) consentement'),
  contract: both('6(1)(b) contract', '6(1)(b) contrat'),
  legalObligation: both('6(1)(c) legal obligation', '6(1)(c) obligation légale'),
  vitalInterests: both('6(1)(d) vital interests', '6(1)(d) intérêts vitaux'),
  publicTask: both('6(1)(e) public task', '6(1)(e) mission d’intérêt public'),
  legitimateInterests: both('6(1)(f) legitimate interests', '6(1)(f) intérêts légitimes'),
  recognisedInterest: both(
    '6(1)(ea) recognised legitimate interest (UK)',
    '6(1)(ea) intérêt légitime reconnu (R.-U.)',
  ),
} as const

/** Art. 9(1) GDPR: the eight special categories. */
export const specialKinds = {
  origin: both('racial or ethnic origin', 'origine raciale ou ethnique'),
  political: both('political opinions', 'opinions politiques'),
  beliefs: both('religious or philosophical beliefs', 'convictions religieuses ou philosophiques'),
  union: both('trade union membership', 'appartenance syndicale'),
  genetic: both('genetic data', 'données génétiques'),
  biometric: both(
    'biometric data for unique identification',
    'données biométriques d’identification',
  ),
  health: both('health', 'santé'),
  sexLife: both('sex life or sexual orientation', 'vie ou orientation sexuelle'),
} as const

/** Art. 9(2) GDPR: the conditions under which special categories may be processed. */
export const specialConditions = {
  explicitConsent: both('9(2)(a) explicit consent', '9(2)(a) consentement explicite'),
  employment: both(
    '9(2)(b) employment and social security law',
    '9(2)(b) droit du travail et de la sécurité sociale',
  ),
  vitalInterests: both('9(2)(c) vital interests', '9(2)(c) intérêts vitaux'),
  notForProfit: both('9(2)(d) not-for-profit body', '9(2)(d) organisme à but non lucratif'),
  madePublic: both(
    '9(2)(e) made public by the data subject',
    '9(2)(e) rendues publiques par la personne concernée',
  ),
  legalClaims: both('9(2)(f) legal claims', '9(2)(f) droits en justice'),
  publicInterest: both('9(2)(g) substantial public interest', '9(2)(g) intérêt public important'),
  medicine: both('9(2)(h) medicine and care', '9(2)(h) médecine et soins'),
  publicHealth: both('9(2)(i) public health', '9(2)(i) santé publique'),
  research: both(
    '9(2)(j) archiving, research, statistics',
    '9(2)(j) archives, recherche, statistiques',
  ),
} as const
