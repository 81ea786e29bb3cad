import { expect, it } from 'vitest'
import { toBase64 } from './bytes.ts'
import { fingerprintOf, isSameKey, publicKeyOf, verifierOf, verifierText } from './keys.ts'

const key = publicKeyOf({ name: 'register.example/log', secret: new Uint8Array(32).fill(3) })
const text = verifierText(key)

it('publishes a key as text that reads back, with a fingerprint to read aloud', () => {
  expect(text).toMatch(/^register\.example\/log\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/)
  expect(verifierOf(`${text}\n`)).toEqual(key)
  expect(isSameKey(verifierOf(text), key)).toBe(true)
  expect(isSameKey({ ...key, name: 'other' }, key)).toBe(false)
  expect(fingerprintOf(key)).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
})

it('agrees with the key that others publish', () => {
  // From the documentation of golang.org/x/mod/sumdb/note.
  const published = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  expect(verifierText(verifierOf(published))).toBe(published)
})

const [name = '', id = '', ...rest] = text.split('+')
const encoded = rest.join('+')

it.each([
  ['', 'name+id+key'],
  [name, 'name+id+key'],
  [`+${id}+${encoded}`, 'name+id+key'],
  [`a b+${id}+${encoded}`, 'name+id+key'],
  [`${name}+${id.toUpperCase()}x+${encoded}`, 'name+id+key'],
  [`${text}\n\n`, 'name+id+key'],
  [`other+${id}+${encoded}`, 'id of this public key'],
  [`${name}+00000000+${encoded}`, 'id of this public key'],
  [`${name}+${id}+${toBase64(new Uint8Array(32))}`, '33'],
  [`${name}+${id}+${toBase64(new Uint8Array(33).fill(2))}`, 'Ed25519'],
  [`${name}+${id}+${encoded}=`, 'base64'],
])('refuses what is no published key: %j', (bad, why) => {
  expect(() => verifierOf(bad)).toThrow(why)
})

it('refuses a key that is no point of the curve, and a name that cannot be read back', () => {
  const none = verifierText({ name, publicKey: new Uint8Array(32).fill(0xff) })
  expect(() => verifierOf(none)).toThrow('point')
  expect(() => verifierText({ ...key, name: 'a+b' })).toThrow('name of a key')
})
