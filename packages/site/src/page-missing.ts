import type { Snapshot } from '@ropewalk/domain/published.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import { type FactKey, factKeys, facts } from './facts.ts'
import { foreign, type Html, html, nothing, sayHtml } from './html.ts'
import { sentenceCase } from './page-head.ts'
import { numberText, pageWords } from './page-words.ts'
import type { PublicOrganisation } from './public-organisation.ts'

type Missing = {
  all: readonly Snapshot[]
  columns: ReadonlySet<FactKey>
  organisation: PublicOrganisation
  language: Language
}

/** What no supplier states, said once; and what "not stated" means, where the words occur. */
export function missingHtml({ all, columns, organisation, language }: Missing): Html {
  if (all.length === 0) return nothing
  const missing = factKeys.filter((key) => !columns.has(key))
  const leavesGaps = all.some((snapshot) =>
    [...columns].some((key) => facts[key].parts(snapshot, 'en').length === 0),
  )
  if (missing.length === 0 && !leavesGaps) return nothing
  const meaning = sayHtml(pageWords.meansNotStated, language, { name: foreign(organisation.name) })
  const sentence =
    missing.length > 0 ? html`${missingText(missing, all.length, language)} ` : nothing
  return html`<p class="missing">${sentence}${meaning}</p>
`
}

function missingText(missing: readonly FactKey[], suppliers: number, language: Language): string {
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : 'fr', { type: 'conjunction' })
  const named = list.format(missing.map((key) => say(facts[key].noun, language)))
  const values = { facts: named, number: numberText(suppliers, language) }
  const text =
    suppliers === 1
      ? pageWords.missingForOne
      : suppliers === 2
        ? pageWords.missingForTwo
        : missing.length === 1
          ? pageWords.oneMissing
          : pageWords.missing
  return sentenceCase(say(text, language, values))
}
