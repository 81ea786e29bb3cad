import { ed25519 } from '@noble/curves/ed25519.js'
import { expect, it } from 'vitest'
import { toBase64, utf8 } from './bytes.ts'
import { publicKeyOf, verifierOf } from './keys.ts'
import { isSignedBy, mostCharacters, mostSignatures, noteOf, signedNote } from './note.ts'

const key = { name: 'register.example/log', secret: new Uint8Array(32).fill(3) }
const other = { name: 'witness.example', secret: new Uint8Array(32).fill(4) }
const text = 'One\n\nTwo é\n'
const note = signedNote(text, key)
const lineOf = (signed: string) => signed.slice(signed.lastIndexOf('—'))

it('signs a text that its key verifies, and no other', () => {
  expect(noteOf(note).text).toBe(text)
  expect(isSignedBy(note, publicKeyOf(key))).toBe(true)
  expect(isSignedBy(note, publicKeyOf({ ...key, secret: other.secret }))).toBe(false)
  expect(isSignedBy(note, { ...publicKeyOf(key), name: other.name })).toBe(false)
  expect(isSignedBy(note.replace('Two', 'Too'), publicKeyOf(key))).toBe(false)
})

it('verifies the note that the specification gives as its example of a Go checksum database', () => {
  // From the documentation of golang.org/x/mod/sumdb/note.
  const go = verifierOf('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
  const signed = `If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`
  expect(isSignedBy(signed, go)).toBe(true)
  expect(isSignedBy(signed.replace('you think', 'they think'), go)).toBe(false)
})

it('ignores lines of other keys, and believes none of a key of which one fails', () => {
  const both = `${note}${lineOf(signedNote(text, other))}`
  expect(isSignedBy(both, publicKeyOf(key))).toBe(true)
  expect(isSignedBy(both, publicKeyOf(other))).toBe(true)
  const failing = `${note}${lineOf(signedNote('Three\n', key))}`
  expect(isSignedBy(failing, publicKeyOf(key))).toBe(false)
})

it('does not take the signature of one text for another ending in the same lines', () => {
  const shifted = note.replace('One\n\nTwo', 'One\nTwo')
  expect(isSignedBy(shifted, publicKeyOf(key))).toBe(false)
})

it('verifies what Node signs', async () => {
  const { createPrivateKey, sign } = await import('node:crypto')
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(key.secret),
  ])
  const secret = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const signature = sign(null, Buffer.from(utf8(text)), secret)
  expect(toBase64(ed25519.sign(utf8(text), key.secret))).toBe(signature.toString('base64'))
})

it('takes as many signatures and characters as it says', () => {
  const line = lineOf(note)
  expect(noteOf(`${text}\n${line.repeat(mostSignatures)}`).signatures).toHaveLength(mostSignatures)
  expect(() => noteOf(`${text}\n${line.repeat(mostSignatures + 1)}`)).toThrow('64 signatures')
  const long = signedNote(`${'x'.repeat(mostCharacters - note.length + text.length - 1)}\n`, key)
  expect(long).toHaveLength(mostCharacters)
  expect(isSignedBy(long, publicKeyOf(key))).toBe(true)
  expect(() => noteOf(`x${long}`)).toThrow('1000000 characters')
})

it.each([
  ['', 'newline'],
  ['\n', 'newline'],
  ['\n\n', 'no signatures'],
  [text, 'malformed'],
  [`${text}\n`, 'no signatures'],
  [`\n${lineOf(note)}`, 'no signatures'],
  [note.trimEnd(), 'newline'],
  [note.replace('Two é\n\n', 'Two é\n'), 'malformed'],
  [`${note}\n`, 'no signatures'],
  [note.replaceAll('\n', '\r\n'), 'control'],
  [note.replace('One', 'One\t'), 'control'],
  [note.replace('One', 'One\ud800'), 'UTF-8'],
  [note.replace('— ', '- '), 'malformed'],
  [note.replace('— ', '—  '), 'malformed'],
  [note.replace('— register', '— regi+ster'), 'malformed'],
  [note.replace('— register', '— regi\u2003ster'), 'malformed'],
  [note.replace(/ (\S+)\n$/, ' $1=\n'), 'base64'],
  [note.replace(/ (\S+)\n$/, ' $1 \n'), 'malformed'],
  [note.replace(/ \S+\n$/, ' AAAAAA==\n'), 'too short'],
])('refuses what is no signed note: %j', (bad, why) => {
  expect(() => noteOf(bad)).toThrow(why)
})

it('signs no text that it would not read, and under no such name', () => {
  for (const bad of ['', '\n', 'x', 'x\r\n', 'x\ud800\n'])
    expect(() => signedNote(bad, key)).toThrow()
  for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u00a0b'])
    expect(() => signedNote(text, { ...key, name }), name).toThrow('name of a key')
})
