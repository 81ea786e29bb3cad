import { say } from '@ropewalk/domain/words.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf } from './language-of.ts'
import { pagePolicy } from './safety.ts'
import { type Trouble, troubleOf } from './trouble.ts'
import { troublePage, troubleStyleHash } from './trouble-page.ts'

/** The one place where a thrown thing becomes an answer: a sentence, never a stack. */
export const answerTo = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const trouble = troubleOf(error)
  if (trouble.bug) request.log.error({ err: error, req: request }, 'a request failed')
  return tell(trouble, request, reply)
}

/** Sends a trouble as JSON, or as a small page to a browser that asks for one. */
export function tell(trouble: Trouble, request: FastifyRequest, reply: FastifyReply) {
  const { status, code, text, values, field, details, bug } = trouble
  const language = languageOf(request)
  const message = say(text, language, values)
  const reference = bug ? request.id : undefined
  for (const header of ofTheAnswerThatFailed) reply.removeHeader(header)
  reply.code(status).header('cache-control', 'no-store')
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  if (status === 503) reply.header('retry-after', '5')
  if (!wantsPage(request)) {
    return reply.type('application/json').send({ code, message, field, details, reference })
  }
  return reply
    .header('content-security-policy', pagePolicy([troubleStyleHash]))
    .type('text/html; charset=utf-8')
    .send(troublePage({ language, message, reference }))
}

const ofTheAnswerThatFailed = [
  'content-disposition',
  'content-encoding',
  'content-length',
  'etag',
  'last-modified',
]

const wantsPage = ({ headers, url }: FastifyRequest): boolean =>
  !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
