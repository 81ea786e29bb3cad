import { isIPv6 } from 'node:net'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import { isLoopback } from '../loopback.ts'

const most = 30
const oneBackEvery = 20_000
const networksAtMost = 10_000
const wait = both(
  'Too many failed tries from your network. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'Trop d’essais manqués depuis votre réseau. Réessayez dans {seconds, plural, one {# seconde} other {# secondes}}.',
)

export type NetworkLimit = {
  /** Counts a try. Refuses with TOO_MANY and `details.retryAfter` once 30 failed; one comes back each 20 s. */
  take: (address: string) => void
  /** The try was good: it does not count. */
  giveBack: (address: string) => void
}

/** Failed tries by network, in the memory of this process: beside the delays by account, which all share. */
export function networkLimit(now: () => Date): NetworkLimit {
  // What a network owes in time: each try costs 20 s of it, and time pays it off.
  const debts = new Map<string, { milliseconds: number; at: number }>()

  const owed = (network: string, at: number): number => {
    const known = debts.get(network)
    return known ? Math.max(0, known.milliseconds - (at - known.at)) : 0
  }

  return {
    take(address) {
      if (isLoopback(address)) return
      const [network, at] = [networkOf(address), now().getTime()]
      const debt = owed(network, at) + oneBackEvery
      const seconds = Math.ceil((debt - most * oneBackEvery) / 1000)
      if (seconds > 0)
        throw new Refusal('TOO_MANY', wait, {
          values: { seconds },
          details: { retryAfter: seconds },
        })
      debts.delete(network)
      debts.set(network, { milliseconds: debt, at })
      const [oldest] = debts.keys()
      if (debts.size > networksAtMost && oldest !== undefined) debts.delete(oldest)
    },
    giveBack(address) {
      const [network, at] = [networkOf(address), now().getTime()]
      const milliseconds = owed(network, at) - oneBackEvery
      if (milliseconds > 0) debts.set(network, { milliseconds, at })
      else debts.delete(network)
    },
  }
}

/** An IPv4 address, or the /64 that one subscriber has of IPv6. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [front = '', back] = address.split('%')[0]?.toLowerCase().split('::') ?? []
  const groups = front === '' ? [] : front.split(':')
  const behind = back === undefined || back === '' ? [] : back.split(':')
  const zeros = Array.from({ length: 8 - groups.length - behind.length }, () => '0')
  return [...groups, ...zeros, ...behind].slice(0, 4).join(':')
}
