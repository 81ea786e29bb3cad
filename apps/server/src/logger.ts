import { type DestinationStream, destination, type Logger, pino } from 'pino'
import { readableLines } from './readable-lines.ts'
import type { Settings } from './settings.ts'

export type { Logger }

/**
 * The log: JSON lines on standard output, plain ones on a terminal. Cookies, passwords and tokens
 * are never in it, nor query strings (people search for names), nor the values bound to a query.
 */
export function loggerFor(
  { logLevel }: Pick<Settings, 'logLevel'>,
  out: DestinationStream = standardOutput(),
): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redacted, censor: '…' },
      serializers: {
        req: requestLine,
        res: ({ statusCode }) => ({ status: statusCode }),
        err: told,
      },
    },
    out,
  )
}

/** One plain line on standard output, whatever the level: what a person or a script waits for. */
export const announce = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** An address fit for the log: its path, without the tokens that single-use links carry. */
export const safePath = (url: string): string =>
  url
    .replace(/[?#].*$/s, '')
    .replace(linkToken, '$1…')
    .replace(/(?<=\/)[\w%~=+-]{20,}(?=\/|$)/g, '…')

const linkToken =
  /(\/(?:invitation|reset|reset-password|attest|first-account|confirm|unsubscribe|objections)\/)[^/]+/g

const secretNames = [
  'password',
  'currentPassword',
  'newPassword',
  'token',
  'secret',
  'cookie',
  'authorization',
  '["set-cookie"]',
]
const redacted = secretNames.flatMap((name) =>
  name.startsWith('[') ? [name, `*${name}`, `*.*${name}`] : [name, `*.${name}`, `*.*.${name}`],
)

const standardOutput = (): DestinationStream =>
  process.stdout.isTTY ? readableLines(process.stdout) : destination({ fd: 1, sync: true })

type Told = { type: string; message: string; code?: unknown; frames: string[]; cause?: Told }

/** An error without what its library hangs onto it: drizzle's message ends with every bound value. */
function told(error: unknown): Told | undefined {
  if (!(error instanceof Error))
    return error === undefined ? undefined : told(new Error(`${error}`))
  const cause = told(error.cause)
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...('code' in error ? { code: error.code } : {}),
    frames: (error.stack ?? '').split('\n').flatMap((line) => line.match(/^\s+at (.*)/)?.[1] ?? []),
    ...(cause ? { cause } : {}),
  }
}

const withoutSecrets = (text: string) =>
  text
    .replace(/\nparams:.*$/s, '')
    .replace(/:\/\/[^/@\s]+@/g, '://…@')
    .replace(/\bBearer \S+/gi, 'Bearer …')

const requestLine = ({ method, url }: { method?: unknown; url?: unknown }) => ({
  method,
  path: safePath(String(url)),
})
