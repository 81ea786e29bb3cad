import { fileURLToPath } from 'node:url'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { headsOf } from '@ropewalk/services/log/heads.ts'
import { checkLog } from '@ropewalk/services/log/log-check.ts'
import { forgetEarlierDays } from '@ropewalk/services/log/register-at.ts'
import { askerByToken } from '@ropewalk/services/people/asker.ts'
import { firstAccountLink } from '@ropewalk/services/people/first-account.ts'
import type { Context } from '@ropewalk/services/verb.ts'
import type { FastifyRequest } from 'fastify'
import type { Address } from './address.ts'
import type { Parts } from './app.ts'
import { linkMailer } from './auth/link-mail.ts'
import { people } from './auth/people.ts'
import { backupsOf } from './backup/backup-runner.ts'
import { secretOf, secretWarning } from './data-folder.ts'
import { openDownloads } from './downloads.ts'
import { keptMails } from './kept-mails.ts'
import { openKeptMails } from './kept-mails-door.ts'
import { openLog } from './log-door.ts'
import { logKeeper } from './log-keeper.ts'
import { announce, type Logger } from './logger.ts'
import { mailerFor } from './mail.ts'
import { openDatabase } from './open-database.ts'
import { publicParts } from './public-parts.ts'
import { publicSite } from './public-site.ts'
import { openReconciliation } from './reconciliation-door.ts'
import type { Settings } from './settings.ts'
import { openTables } from './tables/tables-door.ts'
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
  const mailer = mailerFor(settings)
  const now = () => new Date()
  const keeper = await logKeeper(database, settings)
  const heads = headsOf(database, keeper, now)
  const hourly = setInterval(() => {
    heads.make().catch((err: unknown) => log.error({ err }, 'no head of the log was signed'))
  }, 3_600_000).unref()
  const mailLink = linkMailer({ mailer, settings, base: () => address.base(), log })
  const check = () =>
    void checkLog({ database, now }, keeper).then(
      ({ at: _, ...found }) =>
        found.faults > 0
          ? log.error(found, 'the log does not agree with itself')
          : log.info(found, 'the log was checked'),
      (err: unknown) => log.error({ err }, 'the log could not be checked'),
    )
  const checks = [setTimeout(check, 300_000).unref(), setInterval(check, 86_400_000).unref()]
  const backups = backupsOf({ database, settings, log, now })
  const due = () =>
    void backups
      .whenDue()
      .catch((err: unknown) => log.error({ err }, 'whether a backup is due is not known'))
  checks.push(setInterval(due, 600_000).unref())
  return {
    ...shell,
    web: fileURLToPath(new URL('../../web/dist', import.meta.url)),
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
          mailLink,
          backups,
          ...(settings.smtpUrl === undefined ? { keptMails: () => keptMails(settings.data) } : {}),
          ...(await askerOf(request)),
        })
      openTrpc(app, { context: context('web') })
      openDownloads(app, { context: context('download'), base: () => address.base(), heads })
      openLog(app, { keeper, heads })
      openTables(app, { context: context('web') })
      openReconciliation(app, { context: context('web') })
      openKeptMails(app, { context: context('download'), settings })
      publicSite(app, publicParts({ database, base: () => address.base() }))
    },
    async listening() {
      const link = await firstAccountLink(database, address.base())
      if (link) announce(`Create the first account: ${link}`)
    },
    async close() {
      for (const timer of [hourly, ...checks]) clearInterval(timer)
      mailer.close()
      await backups.stop()
      await heads.make().catch((err: unknown) => log.error({ err }, 'no last head was signed'))
      await forgetEarlierDays(database)
      await database.close()
    },
  }
}
