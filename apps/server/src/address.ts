import { isLoopback } from './loopback.ts'
import type { Settings } from './settings.ts'

/** Where the product is reached. Never read from a request: a Host header is whatever its sender likes. */
export type Address = {
  /** ROPEWALK_URL, else where it listens; an origin without a slash at its end. */
  base: () => string
  /** The values of an Origin header that are ours. */
  origins: () => ReadonlySet<string>
  /** Whether a Host header names us. A page elsewhere can point its own name at us (DNS rebinding). */
  answersTo: (host: string | undefined) => boolean
  /** Told once the real port is known. */
  listensOn: (port: number) => void
}

export function addressOf({ url, host, port }: Pick<Settings, 'url' | 'host' | 'port'>): Address {
  const names = isLoopback(host) ? [...loopbackNames, host] : loopbackNames
  let listening: number | undefined
  let origins = originsAt(port)
  let hosts = hostsAt(port)

  function originsAt(number: number): Set<string> {
    return new Set(url === undefined ? names.map((name) => origin(name, number)) : [url])
  }
  function hostsAt(number: number): Set<string> {
    const local = names.flatMap((name) => hostsOf(origin(name, number)))
    return new Set(url === undefined ? local : [...hostsOf(url), ...local])
  }

  return {
    base: () => url ?? origin(host, listening ?? port),
    origins: () => origins,
    answersTo(header) {
      if (header === undefined) return false
      const name = header.toLowerCase()
      // Before it listens nobody but a test within the process can ask.
      return hosts.has(name) || (listening === undefined && isLoopback(name.replace(/:\d+$/, '')))
    },
    listensOn(number) {
      listening = number
      origins = originsAt(number)
      hosts = hostsAt(number)
    },
  }
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

const origin = (host: string, port: number): string =>
  new URL(`http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`)
    .origin

/** The ways to write a Host header for an origin: the usual port may be said or left out. */
function hostsOf(of: string): string[] {
  const { host, port, protocol } = new URL(of)
  return port ? [host] : [host, `${host}:${protocol === 'https:' ? 443 : 80}`]
}
