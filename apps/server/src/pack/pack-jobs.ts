import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { Heads } from '@ropewalk/services/log/heads.ts'
import { packPeriod, permitPack } from '@ropewalk/services/pack/pack-period.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import { loggedPack } from './logged-pack.ts'
import type { MadePack, PackProgress } from './make-pack.ts'
import type { Watching } from './pack-apart.ts'
import type { PackDays, PackOrder } from './pack-order.ts'

/** One pack on its way, or made and kept. Times are ISO 8601 UTC. */
export type PackJob = {
  id: string
  /** The id of who asked: nobody else is told of it. */
  by: string
  state: 'running' | 'done' | 'failed' | 'cancelled'
  days: PackDays
  startedAt: string
  progress: PackProgress
  file: string
  made: (NonNullable<MadePack> & { order: PackOrder }) | undefined
  /** Until when its file is kept. */
  keptUntil: string | undefined
  trouble: unknown
}

type Jobs = {
  /** Where packs lie while they are kept: emptied at start. */
  folder: string
  heads: Heads
  source: () => string | undefined
  draw(order: PackOrder, file: string, watching: Watching): Promise<MadePack>
  /** What went wrong and is no refusal. */
  failed(error: unknown): void
}

const mostAtOnce = 2
const mostKept = 10
const keptFor = 24 * 3_600_000

const refusals = {
  yours: both(
    'A pack of yours is under way: wait for it, or cancel it.',
    'Un de vos dossiers est en cours : attendez-le, ou annulez-le.',
  ),
  busy: both(
    '{most} packs are under way. Try again in a moment.',
    '{most} dossiers sont en cours. Réessayez dans un instant.',
  ),
  unknown: both(
    'There is no such pack: a pack is kept for 24 hours, for whoever made it.',
    'Ce dossier n’existe pas : un dossier est conservé 24 heures, pour qui l’a créé.',
  ),
}

/** Packs are drawn one a person and two in all at a time; the last ten are kept for 24 hours, in this instance alone. */
export function packJobs({ folder, heads, source, draw, failed }: Jobs) {
  const jobs = new Map<string, PackJob>()
  const aborts = new Map<string, AbortController>()
  const running = new Map<string, Promise<void>>()
  const emptied = rm(folder, { recursive: true, force: true })
  // Told to whoever orders a pack.
  emptied.catch(() => undefined)

  async function start(context: Context, days: unknown): Promise<PackJob> {
    const { from, to } = await packPeriod(context, days)
    const by = context.actor.id
    const underway = [...jobs.values()].filter(({ state }) => state === 'running')
    if (underway.some((job) => job.by === by)) throw new Refusal('TOO_MANY', refusals.yours)
    if (underway.length >= mostAtOnce)
      throw new Refusal('TOO_MANY', refusals.busy, { values: { most: mostAtOnce } })
    const id = randomUUID()
    const job: PackJob = {
      id,
      by,
      state: 'running',
      days: { from, to },
      startedAt: context.now().toISOString(),
      progress: { done: 0, of: 1, file: '' },
      file: join(folder, `${id}.zip`),
      made: undefined,
      keptUntil: undefined,
      trouble: undefined,
    }
    jobs.set(id, job)
    const run = drawn(context, job)
      .catch(failed)
      .finally(() => running.delete(id))
    running.set(id, run)
    return job
  }

  async function drawn(context: Context, job: PackJob): Promise<void> {
    const abort = new AbortController()
    aborts.set(job.id, abort)
    const progress = (progress: PackProgress) => {
      job.progress = progress
    }
    try {
      await emptied
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const asked = { heads, source: source(), days: job.days }
      job.made = await loggedPack(context, asked, (order) => {
        abort.signal.throwIfAborted()
        return draw(order, job.file, { progress, signal: abort.signal })
      })
      job.state = 'done'
      job.keptUntil = new Date(context.now().getTime() + keptFor).toISOString()
    } catch (error) {
      job.state = abort.signal.aborted ? 'cancelled' : 'failed'
      job.trouble = error
      if (job.state === 'failed' && !(error instanceof Refusal)) failed(error)
      await rm(job.file, { force: true })
    } finally {
      aborts.delete(job.id)
      await forgetOld(context.now())
    }
  }

  async function forgetOld(now: Date) {
    const ended = [...jobs.values()].filter(({ state }) => state !== 'running')
    const over = ended.slice(0, Math.max(0, ended.length - mostKept))
    const late = ended.filter(({ keptUntil }) => keptUntil && keptUntil < now.toISOString())
    for (const { id, file } of new Set([...over, ...late])) {
      jobs.delete(id)
      await rm(file, { force: true })
    }
  }

  /** The job of who asks. Refuses those of others as if they were not there. */
  async function jobOf({ actor, now }: Context, id: string): Promise<PackJob> {
    await forgetOld(now())
    const job = jobs.get(id)
    if (job?.by !== actor.id) throw new Refusal('NOT_FOUND', refusals.unknown)
    return job
  }

  return {
    start,
    /** The same, for who may still read what it holds. */
    async find(context: Context, id: string): Promise<PackJob> {
      permitPack(context.actor)
      return jobOf(context, id)
    },
    /** Ends it and leaves nothing of it; one that is over stays as it is. */
    async cancel(context: Context, id: string): Promise<PackJob> {
      const job = await jobOf(context, id)
      aborts.get(id)?.abort()
      await running.get(id)
      return job
    },
    async close(): Promise<void> {
      for (const abort of aborts.values()) abort.abort()
      await Promise.all(running.values())
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type PackJobs = ReturnType<typeof packJobs>
