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

/** The same of what findings tell, which come and go without a line of history: kept while all of them are judged. */
export async function keptJudged<T>(
  register: Register & { today: string },
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const state = { sequence: await lastSequence(register), day: register.today }
  return isJudgedAt(register.db.memory, state)
    ? kept(register, `${state.day} ${key}`, make)
    : make()
}

/** Up to which line of history and for which day every record is judged. */
export type JudgedAt = { sequence: number; day: string }
type Memory = Register['db']['memory']

export const judgedAt = (memory: Memory): JudgedAt | undefined =>
  memory?.get('judged') as JudgedAt | undefined
export const setJudgedAt = (memory: Memory, state: JudgedAt): void => {
  memory?.set('judged', state)
}
export function isJudgedAt(memory: Memory, { sequence, day }: JudgedAt): boolean {
  const known = judgedAt(memory)
  return known?.sequence === sequence && known.day === day
}

function answersAt(memory: Map<string, unknown>, sequence: number): Map<string, unknown> {
  const known = memory.get('answers') as { sequence: number; answers: Map<string, unknown> }
  if (known?.sequence === sequence) return known.answers
  const answers = new Map<string, unknown>()
  memory.set('answers', { sequence, answers })
  return answers
}
