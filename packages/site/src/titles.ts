import { type Language, say, type Text } from '@ropewalk/domain/words.ts'
import { foreign, type Html, sayHtml } from './html.ts'
import { pageWords } from './page-words.ts'
import type { PublicOrganisation } from './public-organisation.ts'

export const titleText = (organisation: PublicOrganisation | null, language: Language): string =>
  organisation === null
    ? say(pageWords.titleAlone, language)
    : say(titleOf(organisation.name), language, { name: organisation.name })

export const titleHtml = (organisation: PublicOrganisation, language: Language): Html =>
  sayHtml(titleOf(organisation.name), language, { name: foreign(organisation.name) })

/** What a search engine prints below the title. */
export function descriptionText({
  organisation,
  snapshots,
  language,
}: {
  organisation: PublicOrganisation | null
  snapshots: readonly unknown[]
  language: Language
}): string {
  if (organisation === null) return say(pageWords.nothingPublished, language)
  if (snapshots.length === 0) return say(pageWords.noSuppliers, language)
  return say(pageWords.description, language, { name: organisation.name, n: snapshots.length })
}

const titleOf = (name: string): Text =>
  /^[aeiouyàâäéèêëîïôöùûü]/i.test(name) ? pageWords.titleBeforeVowel : pageWords.title
