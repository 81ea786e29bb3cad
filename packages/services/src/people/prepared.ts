import * as z from 'zod'
import {
  type About,
  accepted,
  type Context,
  permit,
  type Told,
  type Verb,
  type Work,
  writing,
} from '../verb.ts'
import { refuseStale } from './step-up.ts'

type Steps<Given, Ready, Output> = {
  /** The slow part, such as hashing a password: a transaction awaits the database alone. */
  prepare: (context: Context, input: Given) => Promise<Ready>
  run: (work: Work, ready: Ready) => Promise<Told<Output>>
}

/** A write with slow work before its transaction; permission and input are looked at before both. */
export function prepared<Input extends z.ZodType, Ready, Output>(
  about: About & { verb: string; fresh?: boolean },
  input: Input,
  { prepare, run }: Steps<z.output<Input>, Ready, Output>,
): Verb<Input, Output> {
  const write = writing(about, z.custom<Ready>(), run)
  return {
    input,
    permission: about.permission,
    async run(context, raw) {
      permit(context.actor, about.permission)
      const given = accepted(input, raw, about.fields)
      if (about.fresh) refuseStale(context)
      const ready = await prepare(context, given)
      return write.run(context, ready)
    },
  }
}
