import { languages } from '@ropewalk/domain/words.ts'
import { absolute, pathBelow, publicPath } from './addresses.ts'
import { html } from './html.ts'
import { daysOfChange, type HistoryInput } from './site-history.ts'

/** The public pages for search engines (sitemaps.org): the list, its suppliers, changes and past days. */
export function sitemap({ history, changes, base }: HistoryInput): string {
  const suppliers = [...new Set(history.map(({ subProcessorId }) => subProcessorId))]
  const pages = languages.flatMap((language) => [
    publicPath(language),
    pathBelow(language, 'changes'),
    ...suppliers.map((id) => pathBelow(language, id)),
    ...changes.map(({ id }) => pathBelow(language, 'changes', id)),
    ...daysOfChange(history).map((day) => pathBelow(language, 'as-of', day)),
  ])
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map((path) => html`<url><loc>${absolute(base, path)}</loc></url>\n`)}</urlset>
`.html
}
