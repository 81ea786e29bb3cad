import type { NounKey } from '@ropewalk/domain/field.ts'
import { canonicalText } from '@ropewalk/log/canonical.ts'
import { mayLack } from '@ropewalk/log/kept.ts'
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

/** Whether a kept text says that this stood after; of a record of a noun, with what a field that came later would have read. */
export function isAfterIn(text: string | undefined, state: unknown, noun?: NounKey): boolean {
  return isQuicklySeen(text, state) || afterIn(text, noun) === canonicalText(state)
}

// Comparing values costs a tenth of writing them out; where they do not seem the same, their texts decide.
function isQuicklySeen(text: string | undefined, state: unknown): boolean {
  if (text === undefined || mayLack(text)) return false
  try {
    return isSame(JSON.parse(text).after, state)
  } catch {
    return false
  }
}

/** Whether two plain values have the same JSON; false where that is not plain to see. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [mine, theirs] = [one, other] as readonly Readonly<Record<string, unknown>>[]
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(mine?.[key], theirs?.[key]))
  )
}
