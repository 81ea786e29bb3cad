import { both, type Text } from './words.ts'

/** Who made the first account: kept as these words in every language. */
export const firstAccountLink = 'first account link'

/** Who made an account, as people read it: words of the house in their language, a name as it stands. */
export function originText(createdBy: string): Text {
  if (createdBy === firstAccountLink) return both(createdBy, 'lien du premier compte')
  return createdBy.startsWith('system (')
    ? both(createdBy, createdBy.replace('system', 'système'))
    : both(createdBy, createdBy)
}
