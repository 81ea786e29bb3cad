import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Asked, openConnection } from './connection.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

export type Server = {
  port: number
  pid: number
  /** Everything it has printed so far. */
  printed(): string
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>
  /** As by a power cut: at once, with nothing finished. */
  kill(): Promise<void>
  /** Resolves when it has ended, by itself or not. */
  ended: Promise<void>
}
export type Program = {
  args: readonly string[]
  env?: Readonly<Record<string, string>>
  command?: string
}

/** The product as its user starts it, on a data folder and a free port of loopback. */
export const startProduct = (
  data: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Server> =>
  startServer({
    args: ['apps/server/src/main.ts'],
    env: { ROPEWALK_DATA: data, LOG_LEVEL: 'warn', ...env },
  })

/** Starts a program of this repository that tells the address where it listens. */
export async function startServer({ args, env, command }: Program): Promise<Server> {
  const child = spawn(command ?? process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const keep = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await listening(child, () => printed)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  return {
    port,
    pid: child.pid ?? 0,
    printed: () => printed,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    ended,
  }
}

async function listening(child: ChildProcess, printed: () => string): Promise<number> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const port = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(printed())?.[1]
    if (port) return Number(port)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not start:\n${printed()}`)
}

export const person = { email: 'dpo@example.test', password: 'a long enough passphrase' }

/** Makes an account as an administrator of the machine does. */
export async function addPerson(data: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      'apps/server/src/ropewalk.ts',
      'user',
      'add',
      person.email,
      '--name',
      'Bench',
      '--role',
      'admin',
      'dpo',
    ],
    {
      cwd: root,
      env: { ...process.env, ROPEWALK_DATA: data, ROPEWALK_STARTER: 'empty' },
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  )
  child.stdin.end(`${person.password}\n`)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error('The account could not be made.')
}

/** Signs in over HTTP; the Cookie header of the session. */
export async function signIn(port: number): Promise<string> {
  const connection = await openConnection(port)
  const { status, headers, body } = await connection.ask(
    posted('/api/auth/sign-in/email', person, { port }),
  )
  connection.close()
  const cookie = headers.get('set-cookie')?.split(';')[0]
  if (status !== 200 || !cookie) throw new Error(`The sign-in was answered ${status}: ${body}`)
  return cookie
}

/** A change as the web app asks for it. */
export const posted = (
  path: string,
  content: unknown,
  { port, cookie }: { port: number; cookie?: string },
): Asked => ({
  method: 'POST',
  path,
  headers: {
    'content-type': 'application/json',
    origin: `http://127.0.0.1:${port}`,
    ...(cookie ? { cookie } : {}),
  },
  body: JSON.stringify(content),
})

/** A verb that reads, as the web app asks for it. */
export const verb = (name: string, input: unknown, cookie: string): Asked => ({
  path: `/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`,
  headers: { cookie },
})

/** Memory that a process holds, in megabytes; undefined where /proc is not there. */
export function residentOf(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes ? Number(kilobytes) / 1000 : undefined
  } catch {
    return undefined
  }
}
