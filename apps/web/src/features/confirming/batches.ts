import type { NounKey } from '@ropewalk/domain/field.ts'
import type { Fact } from './fact.ts'

/** The facts of one record that are confirmed together. */
export type Batch = { noun: NounKey; id: string; version: number; facts: readonly Fact[] }

/** Facts by record, in their order: one confirmation each. */
export function batchesOf(facts: readonly Fact[]): Batch[] {
  const batches = new Map<string, Batch>()
  for (const fact of facts) {
    const { id, version } = fact.record
    const known = batches.get(id)
    batches.set(id, {
      noun: fact.noun,
      id,
      version,
      facts: known ? [...known.facts, fact] : [fact],
    })
  }
  return [...batches.values()]
}
