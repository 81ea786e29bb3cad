import { activityRoles } from './activity/what.ts'
import { choice, prose, text, yesNo } from './field.ts'
import type { RecordOf } from './record.ts'
import { both } from './words.ts'

export const deployments = {
  cloud: both('cloud', 'infonuagique'),
  onPremises: both('on-premises', 'sur site'),
  website: both('website', 'site web'),
  service: both('service', 'service'),
} as const

export const productFields = {
  name: text({
    label: both('Name', 'Nom'),
    chapter: 'what',
    searched: true,
    public: true,
    term: 'dct:title',
  }),
  description: prose({
    label: both('Description', 'Description'),
    chapter: 'what',
    searched: true,
  }),
  deployment: choice(deployments, { label: both('Deployment', 'Déploiement'), chapter: 'what' }),
  inScope: yesNo({ label: both('In scope', 'Dans le périmètre'), chapter: 'what' }),
  role: choice(activityRoles, { label: both('Our role', 'Notre rôle'), chapter: 'what' }),
} as const
export type Product = RecordOf<typeof productFields>
