import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** Ranges as `10.0.0.0/8` or `::1`. */
const rangeOf = (text: string): [Address, number] => {
  if (text.includes('/')) return ipaddr.parseCIDR(text)
  const address = ipaddr.parse(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** Whether an IP address belongs to the office's own network, as its operator lists it. */
export function isOwn(text: string, ranges: readonly string[]): boolean {
  const address = ipaddr.process(text)
  return ranges.some((range) => {
    const [start, bits] = rangeOf(range)
    return start.kind() === address.kind() && address.match(start, bits)
  })
}

/**
 * Whether an IP address is of the public internet: none that is private, link-local, loopback, shared, reserved,
 * multicast or documentation (RFC 6890), nor an IPv6 address that leads to an IPv4 one (`::/96`, NAT64, 6to4, Teredo).
 */
export function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || !leading.some((range) => address.match(range))
}

const leading = ['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2002::/16', '2001::/23'].map((range) =>
  ipaddr.parseCIDR(range),
)
