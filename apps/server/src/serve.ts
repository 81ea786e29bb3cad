import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { FastifyInstance } from 'fastify'
import { addressOf } from './address.ts'
import { appWith, type Parts } from './app.ts'
import { prepareDataFolder } from './data-folder.ts'
import { announce, type Logger, loggerFor } from './logger.ts'
import type { Shell } from './parts.ts'
import { type Environment, type Settings, settingsFrom } from './settings.ts'
import { stop } from './stop.ts'

/** Runs the server until it is told to stop. What keeps it from starting is one sentence and exit 1. */
export async function serve(
  environment: Environment,
  assemble: (shell: Shell) => Promise<Parts>,
): Promise<void> {
  try {
    const settings = settingsFrom(environment)
    const log = loggerFor(settings)
    endOnBugs(log)
    prepareDataFolder(settings)
    const parts = await assemble({ settings, address: addressOf(settings), log })
    const app = appWith(parts)
    stopOnSignals(app, parts)
    await listen(app, settings)
    announce(`Ropewalk listens on ${parts.address.base()}`)
    await parts.listening()
  } catch (error) {
    const sentence = error instanceof Refusal ? error.message : `Ropewalk cannot start: ${error}`
    process.stderr.write(`${sentence.replaceAll(/\s*\n\s*/g, ' ')}\n`)
    process.exit(1)
  }
}

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const text = whyNot[code]
    throw text ? new Refusal('UNAVAILABLE', text, { values: { host, port } }) : error
  }
}

const badHost = both(
  'HOST {host} is not an address of this machine.',
  'HOST {host} n’est pas une adresse de cette machine.',
)
const whyNot: Record<string, ReturnType<typeof both>> = {
  EADDRINUSE: both(
    'PORT {port} on {host} is in use by another program: stop it, or set PORT to another number.',
    'Le PORT {port} sur {host} est pris par un autre programme : arrêtez-le, ou donnez un autre numéro à PORT.',
  ),
  EACCES: both(
    'PORT {port} needs rights that this user does not have: set PORT to 1024 or above.',
    'Le PORT {port} demande des droits que cet utilisateur n’a pas : donnez à PORT un numéro à partir de 1024.',
  ),
  EADDRNOTAVAIL: badHost,
  ENOTFOUND: badHost,
  EAI_AGAIN: badHost,
}

/** The first signal lets the answers under way finish, for at most 10 seconds; a second one ends at once. */
function stopOnSignals(app: FastifyInstance, parts: Parts): void {
  let stopping = false
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    parts.log.info({ signal }, 'stopping')
    stop(app, parts).then(
      () => process.exit(0),
      (err) => {
        parts.log.fatal({ err }, 'the stop failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

/** After an error nobody caught the state is unknown: it is told once and the process ends. */
function endOnBugs(log: Logger): void {
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'an error was caught by nobody')
    process.exit(1)
  })
}
