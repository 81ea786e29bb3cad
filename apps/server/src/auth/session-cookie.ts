import { pendingLife } from '@ropewalk/services/people/pending-sign-in.ts'
import { sessionLife } from '@ropewalk/services/people/sessions.ts'

export type SessionCookie = {
  /** The token in a Cookie header, when there is one of our shape. */
  tokenIn: (header: string | undefined) => string | undefined
  /** The Set-Cookie header that gives a token to the browser. */
  holding: (token: string) => string
  /** The Set-Cookie header that takes it away. */
  gone: string
}

/** The cookie of a sign-in that awaits its code: it opens nothing else. */
export const pendingCookie = (url: string | undefined): SessionCookie =>
  sessionCookie(url, { base: 'ropewalk-code', seconds: pendingLife / 1000 })

const ofSessions = { base: 'ropewalk', seconds: sessionLife.whole / 1000 }

/** `url` is the public address: behind https the browser is told to bind the cookie to it and to encryption. */
export function sessionCookie(
  url: string | undefined,
  { base, seconds } = ofSessions,
): SessionCookie {
  const isSecure = url?.startsWith('https:') ?? false
  const name = isSecure ? `__Host-${base}` : base
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return {
    tokenIn(header = '') {
      const held = header.split(';').map((each) => each.trim())
      const token = held.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1)
      return token !== undefined && shape.test(token) ? token : undefined
    },
    holding: (token) => `${name}=${token}; Max-Age=${seconds}; ${attributes}`,
    gone: `${name}=; Max-Age=0; ${attributes}`,
  }
}

const shape = /^[\w-]{43}$/
