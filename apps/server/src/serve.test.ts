import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { freshFolder } from './parts-for-tests.ts'

vi.setConfig({ testTimeout: 30_000 })

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

function start(environment: Record<string, string> = {}, script = 'serve-for-tests.ts') {
  const child = spawn(process.execPath, [join(import.meta.dirname, script)], {
    env: { PORT: '0', ROPEWALK_DATA: freshFolder(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let shown = ''
  const waiting = new Set<() => void>()
  child.stdout.on('data', (bytes) => {
    shown += bytes
    for (const look of waiting) look()
  })
  const told = text(child.stderr)
  const ended = new Promise<number | null>((done) => child.on('exit', done))
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done) => {
      const look = () => {
        const found = pattern.exec(shown)
        if (found) done(found)
      }
      waiting.add(look)
      look()
    })
  const listening = async () => {
    const failed = ended.then(async () => Promise.reject(new Error(`it ended: ${await told}`)))
    const said = says(/^Ropewalk listens on (http:\/\/\S+)$/m)
    return (await Promise.race([said, failed]))[1] ?? ''
  }
  return { child, says, ended, told, listening, shown: () => shown }
}

const asked = (url: string, agent: Agent) =>
  new Promise<IncomingMessage>((done, fail) => {
    get(url, { agent }, done).on('error', fail)
  })

describe('the server', () => {
  it('says where it listens and how to make the first account, one plain line each', async () => {
    const { listening, says } = start()
    const base = await listening()
    expect((await fetch(`${base}/quick`)).status).toBe(200)
    expect((await says(/^Create the first account: (\S+)$/m))[1]).toBe(`${base}/first`)
  })

  it('runs as main.ts', async () => {
    const { listening } = start({}, 'main.ts')
    expect((await fetch(`${await listening()}/readyz`)).status).toBe(200)
  })

  it('lets answers under way finish, closes the database and ends with 0', async () => {
    const { child, says, ended, told, listening, shown } = start()
    const base = await listening()
    const agent = new Agent({ keepAlive: true })
    const idle = await asked(`${base}/quick`, new Agent({ keepAlive: true }))
    await text(idle)
    const slow = asked(`${base}/slow`, agent)
    await says(/slow began/)
    const began = performance.now()
    child.kill('SIGTERM')
    expect(await text(await slow)).toBe('slow ended')
    await expect(fetch(`${base}/quick`)).rejects.toThrow()
    expect(await ended).toBe(0)
    expect(performance.now() - began).toBeLessThan(3_000)
    expect(shown()).toContain('database closed')
    expect(await told).toBe('')
  })

  it('ends at once on a second signal', async () => {
    const { child, says, ended, listening } = start()
    const base = await listening()
    fetch(`${base}/never`).catch(() => {})
    await says(/never began/)
    child.kill('SIGINT')
    await says(/"msg":"stopping"/)
    child.kill('SIGINT')
    expect(await ended).toBe(1)
  })

  it('tells an error that nobody caught once in its log and ends with 1', async () => {
    const { ended, told, listening, shown } = start()
    await fetch(`${await listening()}/throw`).catch(() => {})
    expect(await ended).toBe(1)
    expect(shown().match(/nobody catches this/g)).toHaveLength(1)
    expect(await told).toBe('')
  })
})

describe('what keeps it from starting is one sentence and exit 1:', () => {
  const refused = async (environment: Record<string, string>, script = 'main.ts') => {
    const { ended, told, shown } = start(environment, script)
    expect(await ended).toBe(1)
    expect(shown()).not.toContain('listens')
    return told
  }

  it('a wrong setting', async () => {
    expect(await refused({ PORT: 'abc' })).toBe(
      'PORT must be a whole number from 0 to 65535, not "abc".\n',
    )
    expect(await refused({ HOST: '0.0.0.0' })).toMatch(/^ROPEWALK_URL must be .*\.\n$/)
    expect(await refused({ DATABASE_URL: 'mysql://x' })).toMatch(/^DATABASE_URL must .*\.\n$/)
  })

  it('a port in use', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : undefined
    expect(await refused({ PORT: String(port) }, 'serve-for-tests.ts')).toBe(
      `PORT ${port} on 127.0.0.1 is in use by another program: stop it, or set PORT to another number.\n`,
    )
    other.close()
  })

  it('an address of another machine', async () => {
    const elsewhere = { HOST: '192.0.2.1', ROPEWALK_URL: 'http://192.0.2.1' }
    expect(await refused(elsewhere, 'serve-for-tests.ts')).toBe(
      'HOST 192.0.2.1 is not an address of this machine.\n',
    )
  })

  it('a data folder that cannot be made or written', async () => {
    const folder = freshFolder()
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(await refused({ ROPEWALK_DATA: file })).toMatch(
      /^ROPEWALK_DATA names .*file \(\w+\)\.\n$/,
    )
    if (process.getuid?.() === 0) return
    const locked = join(folder, 'locked')
    mkdirSync(locked)
    chmodSync(locked, 0o500)
    expect(await refused({ ROPEWALK_DATA: locked })).toMatch(/^ROPEWALK_DATA names .*\(EACCES\)/)
  })
})
