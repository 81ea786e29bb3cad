import { expect, it } from 'vitest'
import { sessionCookie } from './session-cookie.ts'

const token = `${'A'.repeat(42)}_`

it('is bound to https and the host where there is https', () => {
  expect(sessionCookie('https://register.example').holding(token)).toBe(
    `__Host-ropewalk=${token}; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax; Secure`,
  )
  expect(sessionCookie(undefined).holding(token)).toBe(
    `ropewalk=${token}; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax`,
  )
  expect(sessionCookie('http://localhost:3000').gone).toContain('ropewalk=; Max-Age=0;')
})

it('reads its own cookie and nothing else', () => {
  const { tokenIn } = sessionCookie('https://register.example')
  expect(tokenIn(`a=b; __Host-ropewalk=${token}; c=d`)).toBe(token)
  expect(tokenIn(`ropewalk=${token}`)).toBeUndefined()
  expect(tokenIn(`x__Host-ropewalk=${token}`)).toBeUndefined()
  expect(tokenIn('__Host-ropewalk=short')).toBeUndefined()
  expect(tokenIn(`__Host-ropewalk=${token}"`)).toBeUndefined()
  expect(tokenIn(undefined)).toBeUndefined()
})
