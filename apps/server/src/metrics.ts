import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { isLoopback } from './loopback.ts'
import type { Settings } from './settings.ts'

export type Metrics = {
  settings: Pick<Settings, 'trustProxy' | 'url'>
  /** The actor that a token stands for; undefined when it stands for nobody (any more). */
  tokenActor: (token: string) => Promise<object | undefined>
}

type Answered = { method: string; route: string; status: number; seconds: number }
declare module 'fastify' {
  interface FastifyInstance {
    /** Counts an answer that was given ahead of the router and its hooks. */
    countAnswer: (answered: Answered) => void
  }
}

/** `/metrics` for Prometheus: from this machine, or with a token. Requests are counted by route pattern. */
export function tellMetrics(app: FastifyInstance, { settings, tokenActor }: Metrics): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })

  const count = ({ seconds, ...labels }: Answered) => durations.observe(labels, seconds)
  app.decorate('countAnswer', count)
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request
    const route = routeOptions.url ?? 'none'
    count({ method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 })
    done()
  })
  app.addHook('onClose', () => registry.clear())

  app.get('/metrics', { config: { anyHost: true } }, async (request, reply) => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const allowed = token ? (await tokenActor(token)) !== undefined : isFromHere(request, settings)
    if (!allowed) throw new Refusal(token ? 'UNAUTHORIZED' : 'FORBIDDEN', operatorsOnly)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** From this machine itself, not passed on by a proxy on it nor asked for by a page under another name. */
export function isFromHere(
  request: FastifyRequest,
  { trustProxy, url }: Metrics['settings'],
): boolean {
  const { headers, socket, ip } = request
  const host = headers.host ?? ''
  if (!isLoopback(socket.remoteAddress ?? '') || !isLoopback(host.replace(/:\d+$/, '')))
    return false
  if (url !== undefined && new URL(url).host === host) return isDirect(headers)
  if (isDirect(headers)) return true
  return trustProxy.length > 0 && headers['x-forwarded-for'] !== undefined && isLoopback(ip)
}

const isDirect = (headers: FastifyRequest['headers']) =>
  !Object.keys(headers).some((name) => /^(x-forwarded-.*|forwarded|x-real-ip|via)$/.test(name))

const operatorsOnly = both(
  'Metrics are for this machine itself, or for a program with a token.',
  'Les métriques sont réservées à cette machine, ou à un programme muni d’un jeton.',
)
