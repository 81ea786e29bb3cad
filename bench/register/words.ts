export const functions = [
  'Sales',
  'Support',
  'Finance',
  'Human resources',
  'Engineering',
  'Marketing',
  'Legal',
  'Operations',
  'Security',
  'Procurement',
] as const

export const doings = [
  'Account management',
  'Invoicing',
  'Usage analytics',
  'Incident handling',
  'Newsletter',
  'Recruitment',
  'Payroll',
  'Contract archive',
  'Telephone support',
  'Single sign-on',
  'Device inventory',
  'Meeting records',
  'Licence checks',
  'Backups',
  'Access logs',
  'Training records',
  'Expense claims',
  'Visitor badges',
  'Customer surveys',
  'Data migration',
] as const

export const places = [
  'Montréal',
  'Zürich',
  'Valletta',
  'São Paulo',
  'Kraków',
  'Lisbon',
  'Malmö',
  'Dublin',
  'Antwerp',
  'Tallinn',
  'Rennes',
  'Graz',
] as const

export const companies = [
  'Harbour',
  'Birch',
  'Lantern',
  'Quarry',
  'Meridian',
  'Osprey',
  'Tideway',
  'Juniper',
  'Cobalt',
  'Fathom',
  'Willow',
  'Anvil',
  'Saffron',
  'Granite',
  'Plover',
  'Ember',
] as const

export const services = [
  'Cloud',
  'Mail',
  'Metrics',
  'Desk',
  'Pay',
  'Vault',
  'Calls',
  'Forms',
  'Search',
  'Maps',
] as const

export const tasks = [
  'hosts the service and its database',
  'sends transactional mail',
  'answers support requests',
  'stores encrypted backups',
  'measures how the product is used',
  'takes card payments',
  'transcribes telephone calls',
  'watches for attacks',
] as const

export const data = [
  'Contact details',
  'Sign-in records',
  'Invoices',
  'Device identifiers',
  'Approximate location',
  'Message content',
  'Support history',
  'Preferences',
  'Call recordings',
  'Employment history',
] as const

export const elements = [
  'name',
  'e-mail address',
  'telephone number',
  'postal address',
  'job title',
  'IP address',
  'time of sign-in',
  'language',
  'amount',
  'order number',
] as const

export const people = [
  'Customers’ employees',
  'Visitors of the website',
  'Applicants',
  'Employees',
  'Suppliers’ contacts',
  'Subscribers',
  'Former employees',
  'Partners’ contacts',
] as const

export const purposes = [
  'To give people access to the service they signed up for',
  'To answer questions and mend what is broken',
  'To send what was ordered and keep the books the law asks for',
  'To know which parts of the product are used and make them better',
  'To keep the service safe from misuse',
  'To tell people about new functions they may want',
  'To pay people and fulfil the duties of an employer',
] as const

export const triggers = [
  'end of the contract',
  'last sign-in',
  'end of the financial year',
  'withdrawal of consent',
] as const

export const countriesNear = ['FR', 'DE', 'IE', 'NL', 'SE', 'PL', 'MT', 'PT'] as const
export const countriesFar = ['US', 'CA', 'IN', 'SG', 'BR', 'JP', 'GB', 'CH'] as const
