import type { FastifyReply } from 'fastify'
import type { Settings } from './settings.ts'

const always = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
const trustedTypes = "require-trusted-types-for 'script'; trusted-types 'none'"

type Hashes = { script: readonly string[]; style: readonly string[] }
/** The policy of the web app; `inside` are hashes (`'sha256-…'`) of our own script and styles inside the page. */
export const webAppPolicy = (inside: Hashes = { script: [], style: [] }): string =>
  `default-src 'none'; script-src ${["'self'", ...inside.script].join(' ')}; style-src ${["'self'", ...inside.style].join(' ')}; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; ${always}; ${trustedTypes}`

/** The policy of a page without script; `styles` are hashes (`'sha256-…'`) of styles inside the page. */
export const pagePolicy = (styles: readonly string[] = []): string =>
  `default-src 'none'; style-src ${["'self'", ...styles].join(' ')}; img-src 'self' data:; font-src 'self'; form-action 'self'; ${always}; ${trustedTypes}`

/** The policy of everything that is not a page: should a browser show it, nothing in it acts. */
export const filePolicy = `default-src 'none'; form-action 'none'; ${always}; sandbox`

/** The headers of every answer, before its route says otherwise: not a page, for nobody else, kept nowhere. */
export const safeHeaders = ({ url }: Pick<Settings, 'url'>): Record<string, string> => ({
  'cache-control': 'no-store',
  'content-security-policy': filePolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissionsPolicy,
  // `no-referrer` would make a browser send `Origin: null` with the forms of our own public pages.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...(url?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})

/** A public page without script. `styles`: hashes of styles inside it. */
export const asPage = (reply: FastifyReply, styles: readonly string[] = []): FastifyReply =>
  reply.header('content-security-policy', pagePolicy(styles)).type('text/html; charset=utf-8')

/** How long a browser and what stands between may keep an answer that is the same for everyone. */
export const keptFor = (reply: FastifyReply, seconds: number | 'ever'): FastifyReply =>
  reply.header(
    'cache-control',
    seconds === 'ever' ? 'public, max-age=31536000, immutable' : `public, max-age=${seconds}`,
  )

const permissionsPolicy = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')
