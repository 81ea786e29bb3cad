import { Refusal } from '@ropewalk/domain/refusal.ts'
import { type Language, say } from '@ropewalk/domain/words.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { asPage } from './safety.ts'
import { statusOf } from './trouble.ts'

/** Bodies as text, of any kind: RFC 8058 lets a mail provider post a form of either. */
export function takeForms(pages: FastifyInstance, bodyLimit: number): void {
  pages.removeAllContentTypeParsers()
  pages.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) =>
    done(null, String(body)),
  )
}

/** Answers with a page, or with one that says why not. */
export const answeredWith =
  (refused: (language: Language, why: string) => string) =>
  async (
    reply: FastifyReply,
    language: Language,
    make: () => Promise<string>,
  ): Promise<FastifyReply> => {
    try {
      return asPage(reply).send(await make())
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const why = say(error.text, language, error.values)
      const { retryAfter } = Object(error.details) as { retryAfter?: number }
      if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
      return asPage(reply).code(statusOf[error.code]).send(refused(language, why))
    }
  }
