import { expect, it } from 'vitest'
import { networkLimit, networkOf } from './network-limit.ts'

function limited() {
  let at = 0
  return { pass: (seconds: number) => (at += seconds * 1000), ...networkLimit(() => new Date(at)) }
}

it('takes 30 failed tries from a network, then one each 20 seconds', () => {
  const { take, pass } = limited()
  for (let tries = 0; tries < 30; tries++) take('203.0.113.5')
  expect(() => take('203.0.113.5')).toThrow('Try again in 20 seconds.')
  take('203.0.113.6')
  pass(19)
  expect(() => take('203.0.113.5')).toThrow('Try again in 1 second.')
  pass(1)
  take('203.0.113.5')
  expect(() => take('203.0.113.5')).toThrow('network')
  pass(3600)
  for (let tries = 0; tries < 30; tries++) take('203.0.113.5')
})

it('does not count good tries, nor this machine, which may be a proxy in front', () => {
  const { take, giveBack } = limited()
  for (let tries = 0; tries < 100; tries++) {
    take('203.0.113.5')
    giveBack('203.0.113.5')
    take('127.0.0.1')
    take('::ffff:127.0.0.1')
  }
})

it.each([
  ['203.0.113.5', '203.0.113.5'],
  ['::ffff:203.0.113.5', '203.0.113.5'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8::1', '2001:db8:0:0'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('sees %s as %s', (address, network) => expect(networkOf(address)).toBe(network))
