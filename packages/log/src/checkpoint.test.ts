import { expect, it } from 'vitest'
import {
  checkpointOf,
  fingerprintOf,
  isSignedBy,
  publicKeyOf,
  signedCheckpoint,
  verifierOf,
  verifierText,
} from './checkpoint.ts'

const key = { name: 'register.example/log', secret: new Uint8Array(32).fill(3) }
const checkpoint = {
  origin: 'register.example/log',
  size: 12,
  root: new Uint8Array(32).fill(9),
  time: '2026-11-25T08:00:00Z',
}
const note = signedCheckpoint(checkpoint, key)

it('signs a note that its key verifies, and no other', () => {
  expect(isSignedBy(note, publicKeyOf(key))).toBe(true)
  expect(isSignedBy(note, publicKeyOf({ ...key, secret: new Uint8Array(32).fill(4) }))).toBe(false)
  expect(isSignedBy(note, { ...publicKeyOf(key), name: 'other' })).toBe(false)
  expect(checkpointOf(note)).toMatchObject(checkpoint)
})

it('shows any change of the note', () => {
  for (const [one, other] of [
    ['\n12\n', '\n13\n'],
    ['08:00', '09:00'],
    ['CQkJ', 'CQkK'],
  ] as const)
    expect(isSignedBy(note.replace(one, other), publicKeyOf(key))).toBe(false)
})

it('refuses what is no note', () => {
  for (const bad of [
    '',
    note.trimEnd(),
    note.replace('\n\n', '\n'),
    note.replace('\n12\n', '\n012\n'),
    note.replace('\n12\n', '\n-1\n'),
    note.replace('— ', '- '),
  ])
    expect(() => checkpointOf(bad)).toThrow()
})

it('publishes its key as text that reads back, with a fingerprint to compare', () => {
  const text = verifierText(publicKeyOf(key))
  expect(text).toMatch(/^register\.example\/log\+[0-9a-f]{8}\+/)
  expect(verifierOf(`${text}\n`)).toEqual(publicKeyOf(key))
  expect(fingerprintOf(publicKeyOf(key))).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
  expect(() => verifierOf(text.replace('+', '+0'))).toThrow()
  expect(() => verifierOf(text.replace(/..$/, 'AA'))).toThrow()
})

it('agrees with the key that others publish', () => {
  // From golang.org/x/mod/sumdb/note, whose format the specification describes.
  const published = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  expect(verifierText(verifierOf(published))).toBe(published)
})
