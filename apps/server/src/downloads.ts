import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { everyDataset } from '@ropewalk/reports/datasets/datasets.ts'
import { fileName } from '@ropewalk/reports/file-name.ts'
import { jsonSchemaOf } from '@ropewalk/reports/json-schema.ts'
import { registerSchema } from '@ropewalk/reports/register/register-schema.ts'
import type { Heads } from '@ropewalk/services/log/heads.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Query } from './asked-export.ts'
import { exportTurns } from './export-turns.ts'
import { makeExport } from './make-export.ts'

const wrongProfile = both('profile is excel or plain.', 'profile vaut excel ou plain.')

type Door = {
  context: (request: FastifyRequest) => Promise<Context>
  base: () => string
  heads: Heads
}
type Asked = {
  Params: { file: string }
  Querystring: Record<string, string | string[] | undefined>
}

/**
 * `/exports/<dataset>.<csv, xlsx, json>` and `/exports/<report>.<pdf, docx, xlsx>` for people signed in and for tokens;
 * JSON Schemas for everyone.
 */
export function openDownloads(app: FastifyInstance, { context, base, heads }: Door): void {
  app.get<Asked>('/exports/:file', { config: { verb: 'exports.make' } }, async (request, reply) => {
    const [, name = '', format = ''] = /^(.*)\.(\w+)$/.exec(request.params.file) ?? [
      '',
      request.params.file,
    ]
    const { query } = request
    const asker = await context(request)
    const profile = profileIn(query) ?? (asker.actor.kind === 'token' ? 'plain' : 'excel')
    const asked = { name, format, query, profile, base: base() }
    await inTurn(asker.actor.id, (signal) =>
      makeExport({ context: asker, heads }, asked, ({ type, headLine, chunks }) => {
        reply.header('ropewalk-log-head', headLine).header('content-type', type)
        const file = fileName(name, asker.now().toISOString(), format)
        reply.header('content-disposition', `attachment; filename="${file}"`)
        return send(reply, chunks, signal)
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

const inTurn = exportTurns({ most: 4, each: 2, deadline: 600_000 })

// The first chunk is drawn before the head is sent: what refuses does so with its own status.
async function send(reply: FastifyReply, chunks: AsyncIterable<Uint8Array>, signal: AbortSignal) {
  const reader = chunks[Symbol.asyncIterator]()
  const first = await reader.next()
  async function* all() {
    try {
      for (let next = first; !next.done; next = await reader.next()) yield next.value
    } finally {
      await reader.return?.()
    }
  }
  reply.hijack()
  reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>)
  const bytes = Readable.from(all(), { objectMode: false })
  await pipeline(bytes, reply.raw, { signal }).catch((error: unknown) => {
    if (!reply.raw.destroyed) reply.raw.destroy()
    reply.request.log.warn({ err: error }, 'an export broke off')
  })
}

function profileIn(query: Query): 'excel' | 'plain' | undefined {
  const profile = [query.profile].flat().at(-1)
  if (profile === undefined || profile === 'excel' || profile === 'plain') return profile
  throw new Refusal('INVALID', wrongProfile, { field: 'profile' })
}
