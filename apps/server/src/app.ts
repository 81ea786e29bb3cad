import { randomUUID } from 'node:crypto'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import type { Address } from './address.ts'
import { answerTo, tell } from './answer.ts'
import { answerClientError } from './client-error.ts'
import { refuseForgeries } from './csrf.ts'
import type { FirstScreens } from './first-screen.ts'
import { tellHealth } from './health.ts'
import { takeJson } from './json-body.ts'
import { type Logger, safePath } from './logger.ts'
import { tellMetrics } from './metrics.ts'
import { safeHeaders } from './safety.ts'
import type { Settings } from './settings.ts'
import { nothingHere, troubleWith } from './trouble.ts'
import { serveWebApp } from './web-app.ts'

/** What the shell needs from the rest of the product. */
export type Parts = {
  settings: Settings
  address: Address
  log: Logger
  /** The folder of the built web app. */
  web: string
  /** Rejects while the database is out of reach or not migrated; a `Refusal`'s sentence is shown. */
  ready: () => Promise<void>
  /** The actor that a token stands for; undefined when it stands for nobody (any more). */
  tokenActor: (token: string) => Promise<object | undefined>
  /** What a page first shows, drawn here; without it every page draws itself. */
  firstScreens?: FirstScreens
  /** Adds the doors: tRPC, sign-in, downloads, the public site. */
  routes: (app: FastifyInstance) => void | Promise<void>
  /** Called once it listens: the first account's link needs the real address. */
  listening: () => Promise<void>
  /** Called after the last answer: jobs end, the database closes. */
  close: () => Promise<void>
}

/** The HTTP server with its safety and its doors, not yet listening. */
export function appWith(parts: Parts): FastifyInstance {
  const { settings, address, log } = parts
  const loggerInstance: FastifyBaseLogger = log
  const app = fastify({
    loggerInstance,
    logController: quietLog(),
    genReqId: () => randomUUID(),
    trustProxy: settings.trustProxy.length > 0 ? [...settings.trustProxy] : false,
    bodyLimit: 256 * 1024,
    // The time to receive a request; an answer may take as long as it moves.
    requestTimeout: 30_000,
    connectionTimeout: 120_000,
    // Longer than the 60 s of usual proxies, so that it is they who close.
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 15_000, maxHeaderSize: 16 * 1024 },
    // A batch of 20 verbs is one parameter of its address.
    routerOptions: { maxParamLength: 2_000 },
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      reply.headers(headers)
      answerTo(error, request, reply)
    },
  })
  const headers = safeHeaders(settings)
  let stopping = false

  app.addHook('onListen', (done) => {
    const listening = app.server.address()
    if (listening !== null && typeof listening === 'object') address.listensOn(listening.port)
    done()
  })
  app.addHook('preClose', (done) => {
    stopping = true
    done()
  })
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request
    const isRead = method === 'GET' || method === 'HEAD'
    const level = isRead && reply.statusCode < 400 ? 'debug' : 'info'
    const milliseconds = Math.round(reply.elapsedTime)
    if (log.isLevelEnabled(level))
      request.log[level]({ method, path: safePath(url), status: reply.statusCode, milliseconds })
    // A kept-alive connection that falls idle now would hold the stop up for a minute.
    if (stopping) setImmediate(() => app.server.closeIdleConnections())
    done()
  })

  app.setErrorHandler(answerTo)
  app.setNotFoundHandler((request, reply) =>
    tell(troubleWith(404, 'NOT_FOUND', nothingHere), request, reply),
  )
  refuseForgeries(app, address)
  takeJson(app)
  tellMetrics(app, parts)
  tellHealth(app, { ready: parts.ready, stopping: () => stopping })
  app.register(async (doors) => parts.routes(doors))
  serveWebApp(app, parts.web, parts.firstScreens)
  return app
}

/** Fastify's own lines are replaced by one for each answer; a cut stream is still told. */
const quietLog = () =>
  Object.assign(new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }), {
    streamError: (err: Error, request: { log: Pick<Logger, 'warn'> }) =>
      request.log.warn({ err }, 'an answer broke off'),
  })
