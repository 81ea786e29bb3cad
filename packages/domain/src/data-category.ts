import { choice, choices, prose, text, texts, yesNo } from './field.ts'
import { specialKinds } from './legal-bases.ts'
import type { RecordOf } from './record.ts'
import { both } from './words.ts'

export const dataGroups = {
  account: both('account', 'compte'),
  usage: both('usage', 'utilisation'),
  device: both('device', 'appareil'),
  location: both('location', 'localisation'),
  cookie: both('cookie', 'témoins'),
  thirdParty: both('third-party', 'tiers'),
  content: both('content', 'contenu'),
  collaboration: both('collaboration', 'collaboration'),
  communication: both('communication', 'communication'),
  billing: both('billing', 'facturation'),
  recruitment: both('recruitment', 'recrutement'),
  staff: both('staff', 'personnel'),
  other: both('other', 'autre'),
} as const

export const dataCategoryFields = {
  name: text({
    label: both('Name', 'Nom'),
    chapter: 'what',
    searched: true,
    public: true,
    term: 'dct:title',
  }),
  group: choice(dataGroups, { label: both('Group', 'Groupe'), chapter: 'what' }),
  description: prose({
    label: both('Description', 'Description'),
    chapter: 'what',
    searched: true,
  }),
  elements: texts({
    label: both('Elements', 'Éléments'),
    chapter: 'what',
    askedBy: ['Art. 30(1)(c)'],
    searched: true,
  }),
  specialKinds: choices(specialKinds, {
    label: both('Special categories', 'Catégories particulières'),
    chapter: 'what',
    askedBy: ['Art. 9(1)'],
    takes: { none: 'always' },
  }),
  criminal: yesNo({
    label: both('Criminal convictions and offences', 'Condamnations et infractions'),
    chapter: 'what',
    askedBy: ['Art. 10'],
  }),
  dpvTerm: text({ label: both('DPV term', 'Terme DPV'), chapter: 'what' }),
} as const
export type DataCategory = RecordOf<typeof dataCategoryFields>
