import { Refusal, type RefusalCode } from '@ropewalk/domain/refusal.ts'
import type { Text } from '@ropewalk/domain/words.ts'
import { both, say } from '@ropewalk/domain/words.ts'
import { contextAt } from '@ropewalk/services/log/context-at.ts'
import { tellRefusal } from '@ropewalk/services/log/tell-refusal.ts'
import type { Context, Verb } from '@ropewalk/services/verb.ts'
import { initTRPC, TRPCError } from '@trpc/server'
import type * as z from 'zod'
import { statusOf } from './trouble.ts'

/** What the browser learns of a refusal: its sentence in every language, where, and what it needs to go on. */
export type Refused = { code: RefusalCode; text: Text; field: string | undefined; details: unknown }

const codes = {
  NOT_FOUND: 'NOT_FOUND',
  FORBIDDEN: 'FORBIDDEN',
  STEP_UP: 'FORBIDDEN',
  UNAUTHORIZED: 'UNAUTHORIZED',
  CONFLICT: 'CONFLICT',
  INVALID: 'BAD_REQUEST',
  TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  TOO_MANY: 'TOO_MANY_REQUESTS',
  NO_ROOM: 'INTERNAL_SERVER_ERROR',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<RefusalCode, TRPCError['code']>

const neutral = 'Something went wrong here. Nothing was changed; the fault is logged.'

/** A context that may ask for the register as of a day or an instant. */
type Asker = Context & { earlier?: string | undefined }

const t = initTRPC.context<Asker>().create({
  errorFormatter({ shape, error }) {
    const { cause } = error
    if (cause instanceof Refusal) {
      const { code, text, values, field, details } = cause
      const filled = both(say(text, 'en', values), say(text, 'fr', values))
      const refused: Refused = { code, text: filled, field, details }
      const httpStatus = statusOf[code]
      return { ...shape, message: cause.message, data: { code: codes[code], httpStatus, refused } }
    }
    const isBug = error.code === 'INTERNAL_SERVER_ERROR'
    return {
      ...shape,
      message: isBug ? neutral : shape.message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        refused: null as Refused | null,
      },
    }
  },
})

/** The one place where a refusal becomes a tRPC error. */
const procedure = t.procedure
  .use(async ({ next, ctx, path, getRawInput }) => {
    const result = await next()
    if (result.ok || !(result.error.cause instanceof Refusal)) return result
    const { cause } = result.error
    if (cause.code === 'FORBIDDEN')
      await tellRefusal(ctx, { verb: path, input: await getRawInput() }, cause)
    throw new TRPCError({ code: codes[cause.code], message: cause.message, cause })
  })
  .use(async ({ ctx, next }) => next({ ctx: await contextAt(ctx, ctx.earlier) }))

/**
 * The status of a refusal that tRPC takes for a fault of ours: 507 where there is no room, for which it has no code, and
 * what is refused before any verb begins.
 */
export function statusOfErrors(errors: readonly TRPCError[]): number | undefined {
  const refusals = errors.flatMap(({ code, cause }) =>
    code === 'INTERNAL_SERVER_ERROR' && cause instanceof Refusal ? [cause] : [],
  )
  return refusals[0] && statusOf[refusals[0].code]
}

export const { router } = t
// The verb parses its own input: tRPC hands it over as it came. A verb that takes anything is asked without.
type Asked<Input extends z.ZodType> = unknown extends z.input<Input> ? undefined : z.input<Input>
const asCame =
  <Input extends z.ZodType>() =>
  (raw: unknown) =>
    raw as Asked<Input>

export const query = <Input extends z.ZodType, Output>(verb: Verb<Input, Output>) =>
  procedure.input(asCame<Input>()).query(({ ctx, input }) => verb.run(ctx, input))
export const mutation = <Input extends z.ZodType, Output>(verb: Verb<Input, Output>) =>
  procedure.input(asCame<Input>()).mutation(({ ctx, input }) => verb.run(ctx, input))
