import type { Register } from '@ropewalk/db/records.ts'
import { lastSequence } from './history.ts'

const keptAtMost = 500

/** What `make` gives, worked out once until the next line of history. Within a write it is worked out each time. */
export async function kept<T>(register: Register, key: string, make: () => Promise<T>): Promise<T> {
  const { memory } = register.db
  if (!memory) return make()
  const sequence = await lastSequence(register)
  const answers = answersAt(memory, sequence)
  const known = answers.get(key) as { answer: T } | undefined
  if (known) return known.answer
  const answer = await make()
  if (answers.size >= keptAtMost) answers.clear()
  answers.set(key, { answer })
  return answer
}

function answersAt(memory: Map<string, unknown>, sequence: number): Map<string, unknown> {
  const known = memory.get('answers') as { sequence: number; answers: Map<string, unknown> }
  if (known?.sequence === sequence) return known.answers
  const answers = new Map<string, unknown>()
  memory.set('answers', { sequence, answers })
  return answers
}
