import { Readable } from 'node:stream'
import type { Reconciled } from '@ropewalk/domain/reconciliation/reconciled.ts'
import { csvOf } from '@ropewalk/reports/csv.ts'
import { reconciliation, reconciliationRows } from '@ropewalk/reports/datasets/reconciliation.ts'
import { fileName } from '@ropewalk/reports/file-name.ts'
import { listTable } from '@ropewalk/reports/table.ts'
import { exporting } from '@ropewalk/services/exporting.ts'
import { reconcile } from '@ropewalk/services/reconciling.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { FastifyInstance } from 'fastify'
import { languageOf } from './language-of.ts'
import { type Door, mayExport } from './may-export.ts'

// The column of a file of 5 MB, as JSON.
const bodyLimit = 16 * 1024 * 1024

/** `POST /api/reconciliation` compares a list with the register; with `.csv` the result is a file. Stores nothing. */
export function openReconciliation(app: FastifyInstance, { context }: Door): void {
  const config = { verb: 'register.reconcile', door: 'web' as const }
  const large = { bodyLimit, config, onRequest: mayExport(context) }
  app.post('/api/reconciliation', large, async (request) =>
    reconcile(await context(request), request.body),
  )
  app.post('/api/reconciliation.csv', large, async (request, reply) => {
    const asker = await context(request)
    const result = await reconcile(asker, request.body)
    const file = await fileOf(asker, result, languageOf(request))
    return reply
      .header('content-type', 'text/csv; charset=utf-8; header=present')
      .header(
        'content-disposition',
        `attachment; filename="${fileName('reconciliation', asker.now().toISOString(), 'csv')}"`,
      )
      .send(Readable.from(file))
  })
}

/** With the byte order mark that Excel needs: it is people who ask for this file. */
const fileOf = (asker: Context, result: Reconciled, language: 'en' | 'fr') =>
  exporting(asker, { nouns: [], selection: {}, findings: false, users: false }, async ({ look }) =>
    Array.fromAsync(
      csvOf(listTable(reconciliation, reconciliationRows(result), { look, language }), {
        profile: 'excel',
      }),
    ),
  )
