import { argon2Sync } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { hashPassword, isPassword } from './password.ts'

const password = 'correct horse battery staple'

// Hashing a password takes its time, the more so while other tests run.
vi.setConfig({ testTimeout: 60_000 })

it('keeps a password as argon2id in a PHC string that another implementation understands', async () => {
  const hash = await hashPassword(password)
  const [, algorithm, version, parameters, salt = '', tag = ''] = hash.split('$')
  expect([algorithm, version, parameters]).toEqual(['argon2id', 'v=19', 'm=65536,t=3,p=1'])
  const again = argon2Sync('argon2id', {
    message: password,
    nonce: Buffer.from(salt, 'base64'),
    memory: 65_536,
    passes: 3,
    parallelism: 1,
    tagLength: 32,
  })
  expect(again.toString('base64').replaceAll('=', '')).toBe(tag)
  expect(hash).not.toContain('=$')
  expect(await isPassword(password, hash)).toBe(true)
  expect(await isPassword(`${password} `, hash)).toBe(false)
  expect(await hashPassword(password)).not.toBe(hash)
})

it('takes a password byte for byte: two ways to write é are two passwords', async () => {
  const hash = await hashPassword('caf\u00e9 au lait, sans sucre')
  expect(await isPassword('cafe\u0301 au lait, sans sucre', hash)).toBe(false)
})

it('does the same work without a hash, and says no', async () => {
  const hash = await hashPassword(password)
  const took = async (known: string | undefined) => {
    const start = performance.now()
    expect(await isPassword('not the password', known)).toBe(false)
    return performance.now() - start
  }
  const rounds = [0, 1, 2, 3]
  const known: number[] = []
  const unknown: number[] = []
  for (const _ of rounds) {
    known.push(await took(hash))
    unknown.push(await took(undefined))
  }
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
})

// Cheap to look at, so that a queue of them is soon through: m=8, t=1.
const cheap =
  '$argon2id$v=19$m=8,t=1,p=1$c2FsdCBmb3IgdGVzdHM$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

it('hashes two at once, lets 64 wait and refuses more with a sentence', async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 68 }, () => isPassword(password, cheap)),
  )
  const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(refused).toMatchObject([{ code: 'UNAVAILABLE' }, { code: 'UNAVAILABLE' }])
  expect(refused[0].message).toContain('Try again')
})

it('keeps its turns: what failed makes room for the next', async () => {
  const broken = '$argon2id$v=19$m=1,t=0,p=1$AAAA$AAAA'
  for (const _ of [1, 2, 3]) await expect(isPassword(password, broken)).rejects.toThrow()
  expect(await isPassword(password, cheap)).toBe(false)
})
