import type { Chapter, Field } from './field.ts'
import { both, type Text } from './words.ts'

/** The chapters of a record in their printed order. */
export const chapters: Record<Chapter, Text> = {
  what: both('What', 'Quoi'),
  company: both('Company', 'Entreprise'),
  onBehalfOf: both('On behalf of', 'Pour le compte de'),
  why: both('Why', 'Pourquoi'),
  who: both('Who', 'Qui'),
  whatData: both('What data', 'Quelles données'),
  source: both('Source of the data', 'Origine des données'),
  recipients: both('Recipients', 'Destinataires'),
  suppliers: both('Suppliers', 'Fournisseurs'),
  transfers: both('Transfers', 'Transferts'),
  where: both('Where', 'Où'),
  contract: both('Contract', 'Contrat'),
  security: both('Security', 'Sécurité'),
  assurance: both('Assurance', 'Attestations'),
  automated: both('Automated decisions', 'Décisions automatisées'),
  dpia: both('Impact assessment', 'Analyse d’impact'),
  rights: both('Rights and notice', 'Droits et information'),
  status: both('Status', 'État'),
  contacts: both('Contacts', 'Contacts'),
  review: both('Review', 'Révision'),
  text: both('Text', 'Texte'),
}

const told: ReadonlySet<Chapter> = new Set(['dpia', 'contract'])

/** The label of a field away from its chapter: `Impact assessment: Status`, as `Status` alone says not of what. */
export function labelAlone({ label, chapter }: Pick<Field, 'label' | 'chapter'>): Text {
  if (!told.has(chapter)) return label
  const { en, fr } = chapters[chapter]
  return both(
    label.en === en ? en : `${en}: ${label.en}`,
    label.fr === fr ? fr : `${fr} : ${label.fr}`,
  )
}
