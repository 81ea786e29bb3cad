import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { both } from '@ropewalk/domain/words.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { FirstScreens } from './first-screen.ts'
import { pageAlone } from './page-alone.ts'
import { pageWith } from './page-with.ts'
import { keptFor, webAppPolicy } from './safety.ts'
import { encodingFor, hasSeen, type StaticFile, staticFilesIn } from './static-files.ts'

/**
 * Serves the built web app: its files from memory as they were precompressed, and its one page for
 * every address that is not another door's.
 */
export function serveWebApp(
  app: FastifyInstance,
  folder: string,
  firstScreens?: FirstScreens,
): void {
  const files = staticFilesIn(folder)
  const index = files.get('index.html')
  const page = index?.content.toString()
  const alone = pageAlone(page ?? '', files)

  app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const path = request.params['*']
    const file = path === 'index.html' ? undefined : files.get(path)
    if (file) return sendFile(reply, file, path.startsWith('assets/'))
    if (isAnotherDoors(path)) return reply.callNotFound()
    if (page === undefined) throw new Refusal('UNAVAILABLE', notBuilt)
    const drawn = request.method === 'GET' ? await firstScreens?.(request) : undefined
    const policy = drawn ? alone.policy : webAppPolicy()
    reply.header('content-security-policy', policy).type('text/html; charset=utf-8')
    return drawn ? sendDrawn(reply, pageWith(alone.page, drawn)) : reply.send(page)
  })
}

/** Many rows are much alike: little work makes them a tenth. */
async function sendDrawn(reply: FastifyReply, page: string): Promise<FastifyReply> {
  reply.header('vary', 'Accept-Encoding')
  const accepted = reply.request.headers['accept-encoding']
  const encoding = encodingFor(accepted, { br: none, gzip: none })
  if (encoding === 'identity') return reply.send(page)
  reply.header('content-encoding', encoding)
  return reply.send(await (encoding === 'br' ? brotli(page, quick) : zip(page, { level: 3 })))
}
const none = Buffer.alloc(0)
const brotli = promisify<string, object, Buffer>(brotliCompress)
const zip = promisify<string, object, Buffer>(gzip)
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

function sendFile(reply: FastifyReply, file: StaticFile, named: boolean): FastifyReply {
  const { headers } = reply.request
  const encoding = encodingFor(headers['accept-encoding'], file)
  const etag = `"${file.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
  if (named) keptFor(reply, 'ever')
  else reply.header('cache-control', 'no-cache')
  reply.header('etag', etag)
  if (file.br || file.gzip) reply.header('vary', 'Accept-Encoding')
  if (hasSeen(headers['if-none-match'], etag)) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type(file.type).send(encoding === 'identity' ? file.content : file[encoding])
}

/** Addresses of the other doors, and of files that the build does not have; `/exports` itself is a page. */
const isAnotherDoors = (path: string): boolean =>
  /^exports\//.test(path) ||
  /^(api|subprocessors|fr|schemas|assets|\.well-known)(\/|$)/.test(path) ||
  /^log\/(checkpoint|consistency|entries)(\/|$)/.test(path) ||
  /\.[^/]*$/.test(path)

const notBuilt = both(
  'The web app has not been built: start Ropewalk with `pnpm start`, which builds it.',
  'L’application web n’a pas été construite : démarrez Ropewalk avec `pnpm start`, qui la construit.',
)
