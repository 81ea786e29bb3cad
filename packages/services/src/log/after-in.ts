import { canonicalText } from '@ropewalk/log/canonical.ts'
import { stateOf } from '@ropewalk/log/state.ts'

/** The state in a kept text, as canonical JSON; undefined where it cannot be read. */
export function afterIn(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : canonicalText(stateOf(text).after)
  } catch {
    return undefined
  }
}
