import type { NounKey } from './field.ts'
import type { Text } from './words.ts'

export const roleNames = {
  admin: { en: 'administrator', fr: 'administrateur' },
  dpo: { en: 'DPO', fr: 'DPD' },
  editor: { en: 'editor', fr: 'rédacteur' },
  auditor: { en: 'auditor', fr: 'auditeur' },
} as const satisfies Record<string, Text>
export type Role = keyof typeof roleNames
export const roles = Object.keys(roleNames) as Role[]

type Holder = Role | 'public' | 'system'
const everyReader = ['admin', 'dpo', 'editor', 'auditor'] as const

/** Who may do what: the one table that every verb asks and that the browser hides by. */
const holders = {
  'register:read': everyReader,
  'register:write': ['dpo', 'editor'],
  'register:archive': ['dpo'],
  'register:delete': ['dpo'],
  'register:publish': ['dpo'],
  'register:import': ['dpo'],
  'finding:accept': ['dpo'],
  'question:answer': ['dpo', 'editor'],
  'objection:decide': ['dpo'],
  'approval:request': ['dpo', 'editor'],
  'approval:give': ['dpo'],
  'approval:sign': ['admin', 'dpo', 'editor'],
  'approval:settings': ['admin'],
  'review:answer': ['dpo', 'editor'],
  'history:read': everyReader,
  'history:erase': ['admin'],
  'register:export': everyReader,
  'access:read': ['admin', 'auditor'],
  'people:manage': ['admin'],
  'tokens:manage': ['admin'],
  'mail:read': ['admin'],
  'mail:manage': ['admin'],
  'webhooks:manage': ['admin'],
  'backup:manage': ['admin'],
  'organisation:write': ['dpo'],
  'reference:write': ['dpo'],
  'own-account:change': everyReader,
  'own-tokens:manage': everyReader,
  'public:read': [...everyReader, 'public'],
  'public:subscribe': ['public'],
  'public:object': ['public'],
  'subscription:read': ['admin', 'dpo'],
} as const satisfies Record<string, readonly Holder[]>

export type Permission = keyof typeof holders

/** What writing a record of each noun asks for: of the verbs and of the browser alike. */
export const writePermissions: Readonly<Record<NounKey, Permission>> = {
  activity: 'register:write',
  subProcessor: 'register:write',
  dataCategory: 'register:write',
  dataSubject: 'register:write',
  party: 'register:write',
  measure: 'register:write',
  organisation: 'organisation:write',
  product: 'register:write',
  document: 'register:write',
}
export const permissions = Object.keys(holders) as Permission[]

/** Everyone who acts, by whatever door. A token reads as the person it belongs to and writes nothing. */
export type Actor =
  | {
      kind: 'person'
      id: string
      name: string
      roles: readonly Role[]
      /** A role requires a second factor and there is none: only the own account is open until there is. */
      mustEnrol?: true
    }
  | { kind: 'token'; id: string; name: string; roles: readonly Role[]; token: string }
  | { kind: 'system'; id: 'system'; name: string }
  | { kind: 'public'; id: 'public'; name: 'public' }

export const publicActor: Actor = { kind: 'public', id: 'public', name: 'public' }

/** The product itself, under the name that the log tells: `system`, or `start` for what every start may do. */
export const productActor = (name: 'system' | 'start' = 'system'): Actor => ({
  kind: 'system',
  id: 'system',
  name,
})

/** What writes nothing: all that a token may do, and what an earlier day may be asked. */
export const readOnly: ReadonlySet<Permission> = new Set<Permission>([
  'register:read',
  'history:read',
  'register:export',
  'access:read',
  'public:read',
])

const whileEnrolling = new Set<Permission>(['own-account:change', 'public:read'])

export function can(actor: Actor, permission: Permission): boolean {
  const allowed: readonly Holder[] = holders[permission]
  if (actor.kind === 'system') return true
  if (actor.kind === 'public') return allowed.includes('public')
  if (actor.kind === 'token' && !readOnly.has(permission)) return false
  if (isEnrolling(actor) && !whileEnrolling.has(permission)) return false
  return actor.roles.some((role) => allowed.includes(role))
}

export const isEnrolling = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.mustEnrol === true

/** The holders of one permission, for the role matrix of the auditor. */
export const mayDo = (permission: Permission, holder: Role | 'public'): boolean => {
  const allowed: readonly Holder[] = holders[permission]
  return allowed.includes(holder)
}

export const permissionNames: Record<Permission, Text> = {
  'register:read': { en: 'read the register', fr: 'lire le registre' },
  'register:write': { en: 'write drafts', fr: 'rédiger' },
  'register:archive': { en: 'archive records', fr: 'archiver des fiches' },
  'register:delete': { en: 'delete records', fr: 'supprimer des fiches' },
  'register:publish': { en: 'publish sub-processors', fr: 'publier des sous-traitants' },
  'register:import': { en: 'import files', fr: 'importer des fichiers' },
  'finding:accept': { en: 'accept findings', fr: 'accepter des constats' },
  'question:answer': { en: 'answer open questions', fr: 'répondre aux questions ouvertes' },
  'objection:decide': {
    en: 'decide on objections to changes',
    fr: 'statuer sur les oppositions aux changements',
  },
  'approval:request': { en: 'ask for approval', fr: 'demander une approbation' },
  'approval:give': { en: 'approve records', fr: 'approuver des fiches' },
  'approval:sign': {
    en: 'sign under a title that one holds',
    fr: 'signer sous un titre que l’on porte',
  },
  'approval:settings': {
    en: 'change how approvals work',
    fr: 'modifier les règles d’approbation',
  },
  'review:answer': { en: 'answer reviews', fr: 'répondre aux révisions' },
  'history:read': { en: 'read the history', fr: 'lire l’historique' },
  'history:erase': {
    en: 'erase personal data from the history',
    fr: 'effacer des données personnelles de l’historique',
  },
  'register:export': { en: 'export the register', fr: 'exporter le registre' },
  'access:read': { en: 'read the access list', fr: 'lire la liste des accès' },
  'people:manage': { en: 'manage people', fr: 'gérer les personnes' },
  'tokens:manage': { en: 'manage tokens', fr: 'gérer les jetons' },
  'mail:read': { en: 'read what mails were written', fr: 'lire la liste des courriels' },
  'mail:manage': { en: 'manage mails', fr: 'gérer les courriels' },
  'webhooks:manage': { en: 'manage webhooks', fr: 'gérer les webhooks' },
  'backup:manage': { en: 'make and try backups', fr: 'faire et essayer des sauvegardes' },
  'organisation:write': { en: 'change the organisation', fr: 'modifier l’organisation' },
  'reference:write': { en: 'change reference data', fr: 'modifier les données de référence' },
  'own-account:change': { en: 'change one’s own account', fr: 'modifier son propre compte' },
  'own-tokens:manage': { en: 'manage one’s own tokens', fr: 'gérer ses propres jetons' },
  'public:read': { en: 'read the public pages', fr: 'lire les pages publiques' },
  'public:subscribe': {
    en: 'hear of changes by mail',
    fr: 'être averti des changements par courriel',
  },
  'public:object': { en: 'object to a change', fr: 's’opposer à un changement' },
  'subscription:read': { en: 'count subscriptions', fr: 'compter les abonnements' },
}
