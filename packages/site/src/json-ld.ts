import type { Snapshot } from '@ropewalk/domain/published.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import { absolute, publicPath, webAddress } from './addresses.ts'
import type { Html } from './html.ts'
import type { PublicOrganisation } from './public-organisation.ts'
import { descriptionText, titleText } from './titles.ts'

export type DatasetInput = {
  organisation: PublicOrganisation
  snapshots: readonly Snapshot[]
  changedOn: string | undefined
  language: Language
  base: string
}

/** What search engines and archives read of the list: a data block, never run. */
export function datasetHtml(input: DatasetInput): Html {
  const { organisation, language, base } = input
  const at = (format: 'html' | 'csv' | 'json') => absolute(base, publicPath(language, format))
  const dataset = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: titleText(organisation, language),
    description: descriptionText(input),
    url: at('html'),
    inLanguage: language,
    isAccessibleForFree: true,
    dateModified: input.changedOn,
    creator: {
      '@type': 'Organization',
      name: organisation.name,
      email: organisation.privacyContact || undefined,
      url: webAddress(organisation.website),
      address: organisation.address || undefined,
    },
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: at('csv') },
      { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: at('json') },
    ],
  }
  return { html: `<script type="application/ld+json">${inert(JSON.stringify(dataset))}</script>\n` }
}

/** Within a script element only `<` could end or open anything; JSON may write it as an escape. */
const inert = (json: string) => json.replaceAll('<', '\\u003c')
