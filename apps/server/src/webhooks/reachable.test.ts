import { expect, it } from 'vitest'
import { isOwn, isPublic } from './reachable.ts'

it.each([
  '127.0.0.1',
  '127.255.0.9',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  '::a00:1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::',
  '2001:0:53aa:64c:0:0:0:1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12::1',
  'ff02::1',
  '2001:db8::1',
  'fec0::1',
  'nonsense',
  '',
])('does not take %s for the public internet', (address) => {
  expect(isPublic(address)).toBe(false)
})

it.each([
  '1.1.1.1',
  '93.184.216.34',
  '172.15.0.1',
  '172.32.0.1',
  '2606:4700::1111',
  '::ffff:1.1.1.1',
])('takes %s for the public internet', (address) => {
  expect(isPublic(address)).toBe(true)
})

it('knows the office’s own network by what is listed alone', () => {
  const own = ['10.0.0.0/8', '::1', 'fd00::/8']
  expect(['10.9.9.9', '::ffff:10.1.1.1', '::1', 'fd00::5'].map((at) => isOwn(at, own))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['11.0.0.1', '127.0.0.1', '::2', 'fe80::1'].map((at) => isOwn(at, own))).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(isOwn('10.0.0.1', [])).toBe(false)
})
