import type { NounKey } from '@ropewalk/domain/field.ts'
import { canonicalText } from '@ropewalk/log/canonical.ts'
import { stateOf } from '@ropewalk/log/state.ts'
import { wholeOf } from './whole-of.ts'

/**
 * The state in a kept text, as canonical JSON; undefined where it cannot be read. Of a record of a noun, with what a
 * field that came later would have read.
 */
export function afterIn(text: string | undefined, noun?: NounKey): string | undefined {
  try {
    if (text === undefined) return undefined
    const { after } = stateOf(text)
    return canonicalText(noun && after ? wholeOf(noun, after) : after)
  } catch {
    return undefined
  }
}
