import { expect, it } from 'vitest'
import { addressOf } from './address.ts'

it('by default is where it listens, by every name of this machine', () => {
  const address = addressOf({ host: '127.0.0.1', port: 0, url: undefined })
  address.listensOn(4321)
  expect(address.base()).toBe('http://127.0.0.1:4321')
  expect([...address.origins()]).toContain('http://localhost:4321')
  for (const host of ['127.0.0.1:4321', 'localhost:4321', 'LOCALHOST:4321', '[::1]:4321'])
    expect(address.answersTo(host), host).toBe(true)
  for (const host of ['evil.example:4321', 'localhost:4322', 'localhost', '', undefined])
    expect(address.answersTo(host), String(host)).toBe(false)
})

it('leaves the usual port out', () => {
  const address = addressOf({ host: '::1', port: 80, url: undefined })
  address.listensOn(80)
  expect(address.base()).toBe('http://[::1]')
  expect(address.answersTo('localhost')).toBe(true)
  expect(address.answersTo('localhost:80')).toBe(true)
})

it('is ROPEWALK_URL where there is one, and this machine for its probes', () => {
  const address = addressOf({ host: '0.0.0.0', port: 3000, url: 'https://register.example' })
  address.listensOn(3000)
  expect(address.base()).toBe('https://register.example')
  expect([...address.origins()]).toEqual(['https://register.example'])
  for (const host of ['register.example', 'Register.Example:443', '127.0.0.1:3000'])
    expect(address.answersTo(host), host).toBe(true)
  for (const host of ['register.example:3000', 'register.example.evil.example', '10.0.0.1:3000'])
    expect(address.answersTo(host), host).toBe(false)
})
