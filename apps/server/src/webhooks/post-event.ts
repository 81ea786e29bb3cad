import { createHmac } from 'node:crypto'
import { type LookupAddress, lookup as lookUp } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { type RequestOptions, request as requestSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Outgoing } from '@ropewalk/services/mails/claim-mails.ts'
import { type Delivery, delivered } from '../mail/outcome.ts'
import { isOwn, isPublic } from './reachable.ts'

/** Milliseconds of silence, and from the first byte to the last. */
export const patience = { silence: 5_000, whole: 10_000 }
/** Bytes of an answer that are read; nothing hangs on them. */
const longestAnswer = 65_536

export type Reach = {
  /** Ranges of the office's own network that may be reached, also without TLS. */
  own: readonly string[]
  /** Finds the addresses of a host; for tests. */
  resolve?: typeof lookUp
}
type Event = Pick<Outgoing, 'id' | 'address' | 'text'> & { signedWith: string }

/**
 * One attempt to post an event, signed as Standard Webhooks 1.0 says. Every address that its host resolves to must be of
 * the public internet or listed as the office's own; no redirect is followed. 2xx is delivered, 410 refused for good.
 */
export async function postEvent(event: Event, { own, resolve = lookUp }: Reach): Promise<Delivery> {
  const url = new URL(event.address)
  const refusalOf = (address: string) => {
    if (isOwn(address, own)) return undefined
    if (!isPublic(address)) return `${address} is no address of the public internet`
    return url.protocol === 'https:' ? undefined : 'an address of the public internet needs https'
  }
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const refused = isIP(literal) > 0 ? refusalOf(literal) : undefined
  if (refused !== undefined) return { outcome: 'failed', detail: refused }
  const guarded: LookupFunction = (host, options, answer) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const wrong = error ?? wrongIn(found, refusalOf)
      if (wrong) answer(wrong, [])
      else if (options.all) answer(null, found)
      else answer(null, found[0]?.address ?? '', found[0]?.family)
    })
  }
  return new Promise((settle) => {
    const fail = (error: Error) => settle({ outcome: 'failed', detail: textOf(error) })
    const sent = (url.protocol === 'https:' ? requestSecure : requestPlain)(
      url,
      optionsOf(event, guarded),
      (answer) => {
        const { statusCode = 0, statusMessage = '' } = answer
        let bytes = 0
        answer.on('error', () => undefined)
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (bytes > longestAnswer) answer.destroy()
        })
        settle(outcomeOf(statusCode, statusMessage))
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer within 5 seconds')))
    sent.on('error', fail)
    sent.end(event.text)
  })
}

function optionsOf({ id, text, signedWith }: Event, lookup: LookupFunction): RequestOptions {
  const timestamp = Math.floor(Date.now() / 1_000)
  const key = Buffer.from(signedWith.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64')
  return {
    method: 'POST',
    lookup,
    agent: false,
    timeout: patience.silence,
    signal: AbortSignal.timeout(patience.whole),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'user-agent': 'Ropewalk',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': `v1,${signature}`,
    },
  }
}

function wrongIn(
  found: readonly LookupAddress[],
  refusalOf: (address: string) => string | undefined,
): Error | undefined {
  const why = found.map(({ address }) => refusalOf(address)).find((each) => each !== undefined)
  if (why !== undefined) return new Error(why)
  return found.length === 0 ? new Error('the host has no address') : undefined
}

function outcomeOf(status: number, message: string): Delivery {
  const detail = `${status} ${message}`.trim()
  if (status >= 200 && status < 300) return delivered('sent', detail)
  return { outcome: status === 410 ? 'refused' : 'failed', detail }
}

const textOf = (error: Error): string =>
  error.name === 'TimeoutError' || error.name === 'AbortError'
    ? 'no answer within 10 seconds'
    : error.message
