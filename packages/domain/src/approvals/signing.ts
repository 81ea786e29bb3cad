import { both, type Text } from '../words.ts'
import type { Signature } from './approval.ts'
import type { ApprovalRules, SignOffTitle } from './approval-settings.ts'

export const signingRefusals = {
  unknown: both('There is no such sign-off title.', 'Ce titre de signature n’existe pas.'),
  notHeld: both('You do not hold the title {title}.', 'Vous ne portez pas le titre {title}.'),
  notAsked: both(
    'No approval of this kind of record asks for the title {title}.',
    'Aucune approbation de ce type de fiche ne demande le titre {title}.',
  ),
  needed: both(
    'This approval is signed under one of these titles: {titles}.',
    'Cette approbation se signe sous l’un de ces titres : {titles}.',
  ),
  signed: both('{title} has signed already.', 'La signature {title} est déjà donnée.'),
  fourEyes: both(
    'You changed this record since its last approval, and four eyes are required: somebody who did not must approve it.',
    'Vous avez modifié cette fiche depuis sa dernière approbation et le double regard est exigé : une personne qui ne l’a pas modifiée doit l’approuver.',
  ),
} as const satisfies Record<string, Text>

export type Signing = {
  signer: { id: string /** A DPO. */; mayApprove: boolean }
  titleId: string | null
  /** Everybody who edited the record since its last approval. */
  editors: ReadonlySet<string>
  signatures: readonly Pick<Signature, 'by' | 'titleId'>[]
  rules: Pick<ApprovalRules, 'fourEyes' | 'titles'>
  required: readonly SignOffTitle[]
}
export type Signed =
  | { refused: keyof typeof signingRefusals; title?: SignOffTitle }
  | { title: SignOffTitle | undefined; complete: boolean; selfApproved: boolean }

/**
 * What one more signature makes of a round. It is complete when every required title has signed; where none is, when a
 * DPO has. Nobody who edited the record may give its only approval: at completion one signer must be another.
 */
export function signedBy(signing: Signing): Signed {
  const { signer, titleId, signatures, rules, required, editors } = signing
  const title = rules.titles.find(({ id }) => id === titleId)
  if (titleId !== null && !title) return { refused: 'unknown' }
  if (title && !title.holders.includes(signer.id)) return { refused: 'notHeld', title }
  const isRequired = required.some(({ id }) => id === titleId)
  if (!isRequired && required.length > 0) return { refused: 'needed' }
  if (!isRequired && !signer.mayApprove)
    return title ? { refused: 'notAsked', title } : { refused: 'needed' }
  if (title && signatures.some((each) => each.titleId === title.id))
    return { refused: 'signed', title }
  const all = [...signatures, { by: signer.id, titleId }]
  const complete = required.every(({ id }) => all.some((each) => each.titleId === id))
  const isAlone = all.every(({ by }) => editors.has(by))
  if (complete && isAlone && rules.fourEyes === 'required') return { refused: 'fourEyes' }
  return { title, complete, selfApproved: complete && isAlone }
}
