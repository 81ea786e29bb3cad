import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { bodyOf, checkpointOf, signedCheckpoint, verifiedCheckpoint } from './checkpoint.ts'
import { publicKeyOf } from './keys.ts'
import { signedNote } from './note.ts'

const key = { name: 'register.example/log', secret: new Uint8Array(32).fill(3) }
const checkpoint = {
  origin: 'register.example/log',
  size: 12,
  root: new Uint8Array(32).fill(9),
  time: '2026-11-25T08:00:00Z',
}
const note = signedCheckpoint(checkpoint, key)
const signed = (text: string) => signedNote(text, key)

it('is origin, size, root and time, each on its line', () => {
  expect(bodyOf(checkpoint)).toBe(
    'register.example/log\n12\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\ntime 2026-11-25T08:00:00Z\n',
  )
  expect(bodyOf({ ...checkpoint, time: null })).not.toContain('time')
})

it('reads back, signed', () => {
  const anyHead = fc.record({
    origin: fc.constant(key.name),
    size: fc.maxSafeNat(),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    time: fc.constantFrom(null, checkpoint.time),
  })
  fc.assert(
    fc.property(anyHead, (head) => {
      expect(verifiedCheckpoint(signedCheckpoint(head, key), publicKeyOf(key))).toEqual(head)
    }),
    { numRuns: 20 },
  )
})

it('shows every changed character of the note', () => {
  for (let n = 0; n < note.length; n += 1) {
    const bad = `${note.slice(0, n)}${note[n] === 'A' ? 'B' : 'A'}${note.slice(n + 1)}`
    expect(() => verifiedCheckpoint(bad, publicKeyOf(key)), bad).toThrow()
  }
})

it('trusts its key alone', () => {
  const stranger = { ...key, secret: new Uint8Array(32).fill(4) }
  expect(() => verifiedCheckpoint(note, publicKeyOf(stranger))).toThrow('not signed')
  const foreign = signed(bodyOf({ ...checkpoint, origin: 'other.example/log' }))
  expect(() => verifiedCheckpoint(foreign, publicKeyOf(key))).toThrow('other.example/log')
  expect(() => signedCheckpoint({ ...checkpoint, origin: 'other' }, key)).toThrow('origin')
})

it('reads the example of the specification', () => {
  const example =
    'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n'
  const read = checkpointOf(example)
  expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163, time: null })
})

it('passes over the extension lines of others', () => {
  const read = checkpointOf(signed(`${bodyOf(checkpoint)}timely\nmore\n`))
  expect(read).toEqual(checkpoint)
})

const body = bodyOf(checkpoint)
it.each([
  [body.replace(/^.*\n/, '\n'), 'origin'],
  ['a\n', 'size'],
  ...['012', '-1', '+1', '1.0', '1e3', '', ' 12', '9007199254740992', '0x1'].map(
    (size): [string, string] => [body.replace('\n12\n', `\n${size}\n`), 'size'],
  ),
  [body.replace('CQk=', 'CQk'), 'root'],
  [body.replace('CQkJCQk=', 'CQk='), 'root'],
  [body.replace('CQk=', 'CQl='), 'root'],
  ['a\n1\n', 'root'],
  [`${body}time 2026-11-25T08:00:00Z\n`, 'time'],
  [body.replace('2026-11-25', '2026-11-31'), 'time'],
  [body.replace('time 2026', 'time  2026'), 'time'],
  [`${body}\nmore\n`, 'empty'],
])('refuses what is no head: %j', (bad, why) => {
  expect(() => checkpointOf(signed(bad))).toThrow(why)
})

it.each([
  [{ size: -1 }, 'size'],
  [{ size: 0.5 }, 'size'],
  [{ size: 2 ** 53 }, 'size'],
  [{ root: new Uint8Array(31) }, 'root'],
  [{ time: '2026-11-25' }, 'time'],
  [{ origin: 'a\n1' }, 'origin'],
  [{ origin: '' }, 'origin'],
])('writes no head that it would not read: %j', (change, why) => {
  expect(() => bodyOf({ ...checkpoint, ...change })).toThrow(why)
})
