import { csvOfTexts } from '@ropewalk/reports/csv.ts'
import { fileName } from '@ropewalk/reports/file-name.ts'
import { type Format, schemaPath } from '@ropewalk/site/addresses.ts'
import { inOrder } from '@ropewalk/site/facts.ts'
import { matching } from '@ropewalk/site/filters.ts'
import { subProcessorsJson } from '@ropewalk/site/json.ts'
import { subProcessorsSchema } from '@ropewalk/site/json-schema.ts'
import { type SiteInput, subProcessorsPage } from '@ropewalk/site/page.ts'
import { publicCells, publicColumns } from '@ropewalk/site/public-columns.ts'
import { style, stylePath } from '@ropewalk/site/style.ts'
import { pagePolicy } from '../safety.ts'

export type Body = { content: string | Buffer; headers: Readonly<Record<string, string>> }

const kept = { 'cache-control': 'public, max-age=60, stale-while-revalidate=600' }
const keptForAnHour = { 'cache-control': 'public, max-age=3600' }
/** Any site may read it. */
const open = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/** The list in each format, with the headers that go with it. */
export const listBody: Readonly<Record<Format, (input: SiteInput) => Body>> = {
  html: (input) => pageBody(subProcessorsPage(input)),
  csv: (input) => ({
    content: subProcessorsCsv(input),
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${fileName('subprocessors', new Date().toISOString(), 'csv')}"`,
      ...kept,
      ...open,
    },
  }),
  json: (input) => ({
    content: subProcessorsJson(input),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'inline',
      ...kept,
      ...open,
    },
  }),
}

export const pageBody = (content: string): Body => ({
  content,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-disposition': 'inline',
    'content-security-policy': pagePolicy(),
    ...kept,
  },
})

/** A feed, calendar or sitemap: for programs of any site. */
export const feedBody = (content: string, type: string): Body => ({
  content,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': 'inline',
    ...kept,
    ...open,
  },
})

const styleBody: Body = {
  content: style,
  headers: {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  },
}

/** The style of today for a page that somebody kept from before: better than none, not to be kept. */
export const oldStyleBody: Body = {
  content: style,
  headers: { 'content-type': 'text/css; charset=utf-8', ...kept },
}

const schemaBody = (base: string): Body => ({
  content: subProcessorsSchema(base),
  headers: { 'content-type': 'application/schema+json; charset=utf-8', ...keptForAnHour, ...open },
})

/** The public list may be found; all else is for those who sign in. */
const robotsBody: Body = {
  content: [
    'User-agent: *',
    'Allow: /subprocessors',
    'Allow: /fr/subprocessors',
    'Allow: /schemas/',
    'Allow: /sitemap.xml',
    'Disallow: /',
    '',
  ].join('\n'),
  headers: { 'content-type': 'text/plain; charset=utf-8', ...keptForAnHour },
}

/** What no published fact changes, by its address. */
export const fixedBodies: Readonly<Record<string, (base: string) => Body>> = {
  [stylePath]: () => styleBody,
  [schemaPath]: schemaBody,
  '/robots.txt': () => robotsBody,
}

function subProcessorsCsv({ snapshots, filters, language }: SiteInput): Buffer {
  const found = matching(inOrder(snapshots), filters, language)
  return csvOfTexts(
    publicColumns,
    found.map((snapshot) => publicCells(snapshot, language)),
  )
}
