import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { productActor } from '@ropewalk/domain/permissions.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { takeDueEffects } from '@ropewalk/services/changes/taking-effect.ts'
import { headsOf } from '@ropewalk/services/log/heads.ts'
import { checkLog } from '@ropewalk/services/log/log-check.ts'
import { proofsOf } from '@ropewalk/services/log/proofs.ts'
import { forgetEarlierDays } from '@ropewalk/services/log/register-at.ts'
import { tellRepeats } from '@ropewalk/services/log/repeats.ts'
import { askerByToken } from '@ropewalk/services/people/asker.ts'
import { firstAccountLink } from '@ropewalk/services/people/first-account.ts'
import { sendNotices } from '@ropewalk/services/subscriptions/send-notices.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { FastifyRequest } from 'fastify'
import type { Address } from './address.ts'
import type { Parts } from './app.ts'
import { askingReviews } from './asking-reviews.ts'
import { people } from './auth/people.ts'
import { backupsOf } from './backup/backup-runner.ts'
import { secretOf, secretWarning } from './data-folder.ts'
import { openDownloads } from './downloads.ts'
import { effectsKeeper } from './effects-keeper.ts'
import { type FirstScreens, firstScreens } from './first-screen.ts'
import { keptMails } from './kept-mails.ts'
import { openKeptMails } from './kept-mails-door.ts'
import { openLog } from './log-door.ts'
import { logKeeper } from './log-keeper.ts'
import { announce, type Logger } from './logger.ts'
import { deliverer, senderOf } from './mail/delivery.ts'
import { type MailWorker, mailWorker } from './mail/mail-worker.ts'
import { openObjections } from './objections-door.ts'
import { openDatabase } from './open-database.ts'
import { packApart } from './pack/pack-apart.ts'
import { openPacks } from './pack/pack-door.ts'
import { packJobs } from './pack/pack-jobs.ts'
import { verifyPage } from './pack/verify-page.ts'
import { publicParts } from './public-parts.ts'
import { publicSite } from './public-site.ts'
import { openReconciliation } from './reconciliation-door.ts'
import type { Settings } from './settings.ts'
import { openSubscriptions } from './subscriptions-door.ts'
import { openTables } from './tables/tables-door.ts'
import { tellRefusals } from './tell-refusals.ts'
import { openTrpc } from './trpc-door.ts'

export type Shell = { settings: Settings; address: Address; log: Logger }

const silent = both('The database does not answer.', 'La base de données ne répond pas.')

/** Opens the database, brings it up to date and puts the product together. Refuses with a sentence. */
export async function assembled(shell: Shell): Promise<Parts> {
  const { settings, address, log } = shell
  const secret = secretOf(settings)
  const warning = secretWarning(settings)
  if (warning) log.warn(warning)
  const database = await openDatabase(settings)
  const now = () => new Date()
  const keeper = await logKeeper(database, settings)
  const heads = headsOf(database, keeper, now)
  const proofs = proofsOf(database, keeper, heads)
  const tellSums = (all = false) =>
    tellRepeats(database, { now: now(), all }).catch((err: unknown) =>
      log.error({ err }, 'what repeated within the hour was not told'),
    )
  await tellSums()
  const hourly = setInterval(() => {
    tellSums()
      .then(heads.make)
      .catch((err: unknown) => log.error({ err }, 'no head of the log was signed'))
  }, 3_600_000).unref()
  const mail = deliverer(settings)
  const mailing = () => ({
    base: address.base(),
    domain: senderOf(settings.mailFrom).address.replace(/^.*@/, ''),
    hasServer: settings.smtpUrl !== undefined,
  })
  const outbox = { database, now, secret, log }
  const noticing = setInterval(() => {
    sendNotices({ ...outbox, mailing: mailing(), actor: productActor(), door: 'job' }).catch(
      (err: unknown) => log.error({ err }, 'notices were not written to their readers'),
    )
  }, 60_000).unref()
  let worker: MailWorker | undefined
  const { data, databaseUrl } = settings
  const packs = packJobs({
    folder: join(data, 'packs'),
    heads,
    source: () => address.base(),
    draw: async (order, file, watching) =>
      packApart(
        { settings: { data, databaseUrl }, order, file, page: await verifyPage() },
        watching,
      ),
    failed: (err) => log.error({ err }, 'an evidence pack could not be made'),
  })
  const check = () =>
    void checkLog({ database, now }, keeper).then(
      ({ at: _, ...found }) =>
        found.faults > 0
          ? log.error(found, 'the log does not agree with itself')
          : log.info(found, 'the log was checked'),
      (err: unknown) => log.error({ err }, 'the log could not be checked'),
    )
  const effects = effectsKeeper(() => takeDueEffects({ ...outbox, mailing: mailing() }), log)
  const checks = [setTimeout(check, 300_000).unref(), setInterval(check, 86_400_000).unref()]
  const asking = askingReviews(() => ({ ...outbox, mailing: mailing() }))
  let drawn: FirstScreens | undefined
  const backups = backupsOf({ database, settings, log, now })
  const due = () =>
    void backups
      .whenDue()
      .catch((err: unknown) => log.error({ err }, 'whether a backup is due is not known'))
  checks.push(setInterval(due, 600_000).unref())
  return {
    ...shell,
    web: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    firstScreens: async (request) => drawn?.(request),
    async ready() {
      if (!(await database.ready())) throw new Refusal('UNAVAILABLE', silent)
    },
    async tokenActor(token) {
      const { actor } = await askerByToken(database, token, now())
      return actor.kind === 'token' ? actor : undefined
    },
    routes(app) {
      const askerOf = people(app, { database, secret, url: settings.url, now })
      const context =
        (door: Context['door']) =>
        async (request: FastifyRequest): Promise<Context> => ({
          database,
          door,
          now,
          secret,
          mailing: mailing(),
          backups,
          ...(settings.smtpUrl === undefined ? { keptMails: () => keptMails(settings.data) } : {}),
          ...(await askerOf(request)),
        })
      tellRefusals(app, context('download'))
      drawn = firstScreens(context('web'))
      openTrpc(app, { context: context('web') })
      openDownloads(app, { context: context('download'), base: () => address.base(), heads })
      openPacks(app, { context: context('download'), jobs: packs })
      openLog(app, { keeper, heads, proofs, context: context('download') })
      openTables(app, { context: context('web') })
      openReconciliation(app, { context: context('web') })
      openKeptMails(app, { context: context('download'), settings })
      const site = publicParts({ database, base: () => address.base() })
      publicSite(app, site)
      const writing = () => ({ database, now, secret, mailing: mailing() })
      openObjections(app, { context: writing })
      openSubscriptions(app, {
        context: writing,
        published: site.published,
      })
    },
    async listening() {
      worker = mailWorker({ ...outbox, deliver: mail.deliver })
      await effects.start()
      const link = await firstAccountLink(database, address.base())
      if (link) announce(`Create the first account: ${link}`)
    },
    async close() {
      for (const timer of [hourly, noticing, ...checks, ...asking]) clearInterval(timer)
      await Promise.all([worker?.stop(), packs.close(), backups.stop(), effects.stop()])
      mail.close()
      await tellSums(true)
      await heads.make().catch((err: unknown) => log.error({ err }, 'no last head was signed'))
      await forgetEarlierDays(database)
      await database.close()
    },
  }
}
