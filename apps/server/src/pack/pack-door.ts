import { createReadStream } from 'node:fs'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both, say } from '@ropewalk/domain/words.ts'
import { fileName } from '@ropewalk/reports/file-name.ts'
import { headLine } from '@ropewalk/services/log/heads.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { languageOf } from '../language-of.ts'
import type { Door } from '../may-export.ts'
import { troubleOf } from '../trouble.ts'
import type { PackJob, PackJobs } from './pack-jobs.ts'

const notReady = both(
  'The pack is not made yet, or it was cancelled.',
  'Le dossier n’est pas encore prêt, ou il a été annulé.',
)
type OfJob = { Params: { id: string } }
type OfFile = { Params: { id: string; file: string } }

/**
 * `POST /exports/pack` `{from, to}` → 202 with the address of a job; `/exports/jobs/<id>` says how far it is and where
 * its file lies, `DELETE` cancels it. For people signed in and for tokens; a job is told to who started it alone.
 */
export function openPacks(
  app: FastifyInstance,
  { context, jobs }: Door & { jobs: PackJobs },
): void {
  const refusable = { config: { verb: 'exports.pack' } }
  app.post('/exports/pack', refusable, async (request, reply) => {
    const job = await jobs.start(await context(request), request.body ?? {})
    return reply
      .code(202)
      .header('location', addressOf(job))
      .header('cache-control', 'no-store')
      .send(shown(job, request))
  })
  app.get<OfJob>('/exports/jobs/:id', refusable, async (request, reply) => {
    const job = await jobs.find(await context(request), request.params.id)
    return reply.header('cache-control', 'no-store').send(shown(job, request))
  })
  app.delete<OfJob>('/exports/jobs/:id', refusable, async (request, reply) => {
    const job = await jobs.cancel(await context(request), request.params.id)
    return reply.header('cache-control', 'no-store').send(shown(job, request))
  })
  app.get<OfFile>('/exports/jobs/:id/:file', refusable, async (request, reply) => {
    const job = await jobs.find(await context(request), request.params.id)
    const { made } = job
    if (job.state !== 'done' || !made) throw new Refusal('CONFLICT', notReady)
    return reply
      .header('content-type', 'application/zip')
      .header('content-length', made.bytes)
      .header('ropewalk-log-head', headLine(made.order.head))
      .header('content-disposition', `attachment; filename="${nameOf(job)}"`)
      .header('cache-control', 'no-store')
      .send(createReadStream(job.file))
  })
}

const addressOf = ({ id }: PackJob) => `/exports/jobs/${id}`

const nameOf = ({ startedAt, days: { from, to } }: PackJob) =>
  fileName(`pack_${from}_${to}`, startedAt, 'zip')

function shown(job: PackJob, request: FastifyRequest) {
  const { id, state, days, startedAt, progress, made, keptUntil } = job
  const trouble = state === 'failed' ? troubleOf(job.trouble) : undefined
  return {
    id,
    state,
    ...days,
    startedAt,
    progress,
    download: state === 'done' ? `${addressOf(job)}/${nameOf(job)}` : null,
    bytes: made?.bytes ?? null,
    sha256: made?.sha256 ?? null,
    rows: made?.rows ?? null,
    exportId: made?.order.exportId ?? null,
    keptUntil: keptUntil ?? null,
    message: trouble ? say(trouble.text, languageOf(request), trouble.values) : null,
  }
}
