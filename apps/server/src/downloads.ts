import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, type Language } from '@ropewalk/domain/words.ts'
import { csvOf } from '@ropewalk/reports/csv.ts'
import { everyDataset } from '@ropewalk/reports/datasets/datasets.ts'
import { fileName } from '@ropewalk/reports/file-name.ts'
import { jsonOf } from '@ropewalk/reports/json.ts'
import { jsonSchemaOf } from '@ropewalk/reports/json-schema.ts'
import type { Table } from '@ropewalk/reports/table.ts'
import { type FindingChoice, findingChoice } from '@ropewalk/services/findings/chosen.ts'
import { contextAt } from '@ropewalk/services/log/context-at.ts'
import type { Heads } from '@ropewalk/services/log/heads.ts'
import { selectionInput } from '@ropewalk/services/records/list.ts'
import { accepted, type Context, permit } from '@ropewalk/services/verb.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { exportTurns } from './export-turns.ts'
import { loggedExport } from './logged-export.ts'
import { type AskedDataset, withTable } from './table-of-dataset.ts'

export const formats = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const
export type Format = keyof typeof formats

const refusals = {
  format: both(
    'There is no format {format}: csv, xlsx or json.',
    'Il n’y a pas de format {format} : csv, xlsx ou json.',
  ),
  profile: both('profile is excel or plain.', 'profile vaut excel ou plain.'),
  language: both('lang is en or fr.', 'lang vaut en ou fr.'),
  archived: both('archived is yes or no.', 'archived vaut yes ou no.'),
  accepted: both('accepted is yes or no.', 'accepted vaut yes ou no.'),
}

type Door = {
  context: (request: FastifyRequest) => Promise<Context>
  base: () => string
  heads: Heads
}
type Asked = {
  Params: { file: string }
  Querystring: Record<string, string | string[] | undefined>
}

/** `/exports/<dataset>.<csv, xlsx, json>` for people signed in and for tokens; JSON Schemas for everyone. */
export function openDownloads(app: FastifyInstance, { context, base, heads }: Door): void {
  app.get<Asked>('/exports/:file', async (request, reply) => {
    const [, dataset = '', format = ''] = /^(.*)\.(\w+)$/.exec(request.params.file) ?? [
      '',
      request.params.file,
    ]
    const asker = await context(request)
    if (!Object.hasOwn(formats, format))
      throw new Refusal('NOT_FOUND', refusals.format, { values: { format } })
    permit(asker.actor, 'register:export')
    const asked = askedIn(dataset, request.query)
    const isProgram = asker.actor.kind === 'token'
    const profile = profileIn(request.query) ?? (isProgram ? 'plain' : 'excel')
    const parameters = parametersOf(request.url)
    const then = await contextAt(asker, asked.asOf)
    const made = await loggedExport(asker, heads, { dataset, format, parameters })
    await inTurn(asker.actor.id, (signal) =>
      withTable(then, asked, (table) => {
        reply.header('ropewalk-log-head', made.headLine)
        reply.header('content-type', formats[format as Format])
        reply.header(
          'content-disposition',
          `attachment; filename="${fileName(table.dataset, asker.now().toISOString(), format)}"`,
        )
        const form = { format: format as Format, profile, base: base() }
        return send(reply, made.told(streamOf(made.counted(table), form)), signal)
      }),
    )
    return reply
  })
  for (const dataset of everyDataset) {
    app.get(`/schemas/${dataset.key}.json`, (_, reply) => {
      reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', 'public, max-age=3600')
      return reply
        .type('application/schema+json; charset=utf-8')
        .send(jsonSchemaOf(dataset, base()))
    })
  }
}

const inTurn = exportTurns({ most: 4, each: 2, deadline: 600_000 })

export type Form = { format: Format; profile: 'excel' | 'plain'; base: string }
export async function* streamOf(
  table: Table,
  { format, profile, base }: Form,
): AsyncGenerator<Uint8Array> {
  if (format === 'csv') yield* csvOf(table, { profile })
  else if (format === 'json') yield* jsonOf(table, base)
  else {
    // Whole before its first byte is sent: a text that no cell holds is then still refused with a sentence.
    const { xlsxOf } = await import('@ropewalk/reports/xlsx.ts')
    yield Buffer.concat(await Array.fromAsync(xlsxOf(table)))
  }
}

// The first chunk is drawn before the head is sent: what refuses does so with its own status.
async function send(reply: FastifyReply, chunks: AsyncGenerator<Uint8Array>, signal: AbortSignal) {
  const first = await chunks.next()
  async function* all() {
    if (first.done) return
    yield first.value
    yield* chunks
  }
  reply.hijack()
  reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>)
  const bytes = Readable.from(all(), { objectMode: false })
  await pipeline(bytes, reply.raw, { signal }).catch((error: unknown) => {
    if (!reply.raw.destroyed) reply.raw.destroy()
    reply.request.log.warn({ err: error }, 'an export broke off')
  })
}

/** What was asked beside the dataset, as the log keeps it. */
const parametersOf = (url: string): string => decodeURIComponent(url.split('?')[1] ?? '')

const known = new Set(['profile', 'columns', 'archived', 'lang', 'as-of', 'q', 'sort'])

/** What an address asks of a dataset: its own parameters, and the filters of the list. */
export function askedIn(dataset: string, query: Asked['Querystring']): AskedDataset {
  const one = (name: string) => [query[name]].flat().at(-1)
  const language = one('lang') ?? 'en'
  if (language !== 'en' && language !== 'fr')
    throw new Refusal('INVALID', refusals.language, { field: 'lang' })
  const archived = one('archived') ?? 'no'
  if (archived !== 'yes' && archived !== 'no')
    throw new Refusal('INVALID', refusals.archived, { field: 'archived' })
  const narrows = dataset === 'findings' ? findingFilters : []
  const filters = Object.entries(query).flatMap(([key, value]) =>
    known.has(key) || narrows.includes(key) || value === undefined ? [] : [[key, value]],
  )
  const selection = accepted(z.strictObject(selectionInput), {
    ...(one('q') ? { search: one('q') } : {}),
    ...(filters.length > 0 ? { filters: Object.fromEntries(filters) } : {}),
    archived: archived === 'yes',
  })
  const columns = one('columns')
    ?.split(',')
    .map((column) => column.trim())
    .filter((column) => column !== '')
  const findings = dataset === 'findings' ? findingsAsked(query) : undefined
  const asOf = one('as-of')
  return { dataset, columns, language: language satisfies Language, selection, findings, asOf }
}

const findingFilters = ['severity', 'rule', 'record', 'accepted']

/** `?severity=gap&rule=…&record=PA-0001&accepted=no`: as the findings' page has them in its address. */
function findingsAsked(query: Asked['Querystring']): FindingChoice {
  const all = (name: string) => [query[name] ?? []].flat()
  const isAccepted = all('accepted').at(-1)
  if (isAccepted !== undefined && isAccepted !== 'yes' && isAccepted !== 'no')
    throw new Refusal('INVALID', refusals.accepted, { field: 'accepted' })
  const asked = {
    ...(query.severity ? { severity: all('severity') } : {}),
    ...(query.rule ? { rule: all('rule') } : {}),
    ...(query.record ? { recordId: all('record').at(-1) } : {}),
    ...(isAccepted ? { accepted: isAccepted === 'yes' } : {}),
  }
  return accepted(z.strictObject(findingChoice), asked)
}

function profileIn(query: Asked['Querystring']): 'excel' | 'plain' | undefined {
  const profile = [query.profile].flat().at(-1)
  if (profile === undefined || profile === 'excel' || profile === 'plain') return profile
  throw new Refusal('INVALID', refusals.profile, { field: 'profile' })
}
