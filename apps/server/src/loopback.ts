import { isIP } from 'node:net'

/** Whether a host name or address never leaves this machine: localhost, 127.0.0.0/8, ::1. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  const address = bare.startsWith('::ffff:') ? bare.slice('::ffff:'.length) : bare
  return (
    address === 'localhost' ||
    address === '::1' ||
    (isIP(address) === 4 && address.startsWith('127.'))
  )
}
