import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, type Language } from '@ropewalk/domain/words.ts'
import { csvOf } from '@ropewalk/reports/csv.ts'
import { everyDataset } from '@ropewalk/reports/datasets/datasets.ts'
import { fileName } from '@ropewalk/reports/file-name.ts'
import { jsonOf } from '@ropewalk/reports/json.ts'
import { jsonSchemaOf } from '@ropewalk/reports/json-schema.ts'
import { registerSchema } from '@ropewalk/reports/register/register-schema.ts'
import type { Table } from '@ropewalk/reports/table.ts'
import { selectionInput } from '@ropewalk/services/records/list.ts'
import { accepted, type Context, permit } from '@ropewalk/services/verb.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { withRegister } from './register-exports.ts'
import { type AskedDataset, withTable } from './table-of-dataset.ts'

export const formats = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const
export type Format = keyof typeof formats

const refusals = {
  busy: both(
    'Four exports are under way. Try again in a moment.',
    'Quatre exports sont en cours. Réessayez dans un instant.',
  ),
  format: both(
    'There is no format {format}: csv, xlsx or json.',
    'Il n’y a pas de format {format} : csv, xlsx ou json.',
  ),
  profile: both('profile is excel or plain.', 'profile vaut excel ou plain.'),
  language: both('lang is en or fr.', 'lang vaut en ou fr.'),
  archived: both('archived is yes or no.', 'archived vaut yes ou no.'),
  asOf: both(
    'as-of is not there yet: this register cannot be exported as of an earlier date.',
    'as-of n’existe pas encore : ce registre ne peut être exporté à une date antérieure.',
  ),
}

type Door = {
  context: (request: FastifyRequest) => Promise<Context>
  base: () => string
}
type Asked = {
  Params: { file: string }
  Querystring: Record<string, string | string[] | undefined>
}

/** `/exports/<dataset>.<csv, xlsx, json>` for people signed in and for tokens; JSON Schemas for everyone. */
export function openDownloads(app: FastifyInstance, { context, base }: Door): void {
  app.get<Asked>('/exports/:file', async (request, reply) => {
    const [, dataset = '', format = ''] = /^(.*)\.(\w+)$/.exec(request.params.file) ?? [
      '',
      request.params.file,
    ]
    const asker = await context(request)
    if (dataset === 'register') {
      const asked = { format, query: request.query, base: base() }
      await oneOfFew(() =>
        withRegister(asker, asked, ({ type, chunks }) => {
          reply.header('content-type', type)
          named(reply, fileName(dataset, asker.now().toISOString(), format))
          return send(reply, chunks)
        }),
      )
      return reply
    }
    if (!Object.hasOwn(formats, format))
      throw new Refusal('NOT_FOUND', refusals.format, { values: { format } })
    permit(asker.actor, 'register:export')
    const asked = askedIn(dataset, request.query)
    const isProgram = asker.actor.kind === 'token'
    const profile = profileIn(request.query) ?? (isProgram ? 'plain' : 'excel')
    await oneOfFew(() =>
      withTable(asker, asked, (table) => {
        reply.header('content-type', formats[format as Format])
        named(reply, fileName(table.dataset, asker.now().toISOString(), format))
        return send(reply, streamOf(table, { format: format as Format, profile, base: base() }))
      }),
    )
    return reply
  })
  const schemas = {
    register: () => registerSchema(base()),
    ...Object.fromEntries(
      everyDataset.map((dataset) => [dataset.key, () => jsonSchemaOf(dataset, base())]),
    ),
  }
  for (const [key, schema] of Object.entries(schemas)) {
    app.get(`/schemas/${key}.json`, (_, reply) => {
      reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', 'public, max-age=3600')
      return reply.type('application/schema+json; charset=utf-8').send(schema())
    })
  }
}

const named = (reply: FastifyReply, name: string) =>
  reply.header('content-disposition', `attachment; filename="${name}"`)

let underway = 0
/** An export holds one state of the register while its reader takes it: a few at once leave room for everybody else. */
async function oneOfFew<T>(run: () => Promise<T>): Promise<T> {
  if (underway >= 4) throw new Refusal('UNAVAILABLE', refusals.busy)
  underway += 1
  try {
    return await run()
  } finally {
    underway -= 1
  }
}

type Form = { format: Format; profile: 'excel' | 'plain'; base: string }
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
async function send(reply: FastifyReply, chunks: AsyncGenerator<Uint8Array>) {
  const first = await chunks.next()
  async function* all() {
    if (first.done) return
    yield first.value
    yield* chunks
  }
  reply.hijack()
  reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>)
  await pipeline(Readable.from(all(), { objectMode: false }), reply.raw).catch((error: unknown) => {
    if (!reply.raw.destroyed) reply.raw.destroy()
    reply.request.log.warn({ err: error }, 'an export broke off')
  })
}

const known = new Set(['profile', 'columns', 'archived', 'lang', 'as-of', 'q', 'sort'])

/** What an address asks of a dataset: its own parameters, and the filters of the list. */
export function askedIn(dataset: string, query: Asked['Querystring']): AskedDataset {
  const one = (name: string) => [query[name]].flat().at(-1)
  if (one('as-of') !== undefined) throw new Refusal('INVALID', refusals.asOf, { field: 'as-of' })
  const language = one('lang') ?? 'en'
  if (language !== 'en' && language !== 'fr')
    throw new Refusal('INVALID', refusals.language, { field: 'lang' })
  const archived = one('archived') ?? 'no'
  if (archived !== 'yes' && archived !== 'no')
    throw new Refusal('INVALID', refusals.archived, { field: 'archived' })
  const filters = Object.entries(query).flatMap(([key, value]) =>
    known.has(key) || value === undefined ? [] : [[key, value]],
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
  return { dataset, columns, language: language satisfies Language, selection }
}

function profileIn(query: Asked['Querystring']): 'excel' | 'plain' | undefined {
  const profile = [query.profile].flat().at(-1)
  if (profile === undefined || profile === 'excel' || profile === 'plain') return profile
  throw new Refusal('INVALID', refusals.profile, { field: 'profile' })
}
