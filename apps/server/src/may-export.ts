import { type Context, permit } from '@ropewalk/services/verb.ts'
import type { FastifyRequest } from 'fastify'

export type Door = { context: (request: FastifyRequest) => Promise<Context> }

/** Before a large body is read: who may not export is refused without it. */
export const mayExport = (context: Door['context']) => async (request: FastifyRequest) =>
  permit((await context(request)).actor, 'register:export')
