import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { tableLimits } from '@ropewalk/reports/reading/table-limits.ts'
import { accepted } from '@ropewalk/services/verb.ts'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { type Door, mayExport } from '../may-export.ts'
import { readTables } from './read-tables.ts'

const position = z.coerce.number().int().min(0).optional()
const asking = z.strictObject({
  pasted: z.enum(['yes', 'no']).default('no'),
  sheet: position,
  column: position,
})

const nothing = both('No file was sent.', 'Aucun fichier n’a été envoyé.')
const types = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']

/**
 * `POST /api/tables` takes a file as it is (`text/csv`, XLSX; a pasted text as `text/csv` with `?pasted=yes`) and
 * answers with its sheets and their first rows; with `?sheet=&column=` (from 0) with that column. Stores nothing.
 */
export function openTables(app: FastifyInstance, { context }: Door): void {
  app.register(async (door) => {
    door.addContentTypeParser(
      types,
      { parseAs: 'buffer', bodyLimit: tableLimits.file + 1 },
      (_request, body, done) => done(null, body),
    )
    const refusable = {
      onRequest: mayExport(context),
      config: { verb: 'tables.read', door: 'web' as const },
    }
    door.post('/api/tables', refusable, async (request) => {
      const { pasted, sheet = 0, column } = accepted(asking, request.query)
      if (!Buffer.isBuffer(request.body)) throw new Refusal('INVALID', nothing)
      return readTables(request.body, {
        pasted: pasted === 'yes',
        column: column === undefined ? undefined : { sheet, column },
      })
    })
  })
}
