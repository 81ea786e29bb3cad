import { lookOver } from '../derived/look-over.ts'
import type { NounKey } from '../field.ts'
import type { Finding } from '../finding.ts'
import { idOf, type RecordOfNoun } from '../nouns.ts'
import type { Published } from '../published.ts'
import { shippedReference } from '../reference/shipped.ts'
import { example, registerOf, type Some } from '../test-examples.ts'
import { sayAll } from '../words.ts'
import { findingsOf } from './findings.ts'

export const today = '2026-11-24'
type World = { [N in NounKey]?: readonly RecordOfNoun<N>[] } & { published?: readonly Published[] }

/** What is found on the first record of a noun with these values, in a register of these others. */
export function foundOn<N extends NounKey>(noun: N, some: Some<N>, world: World = {}): Finding[] {
  const { published = [], ...records } = world
  const record = example(noun, idOf(noun, 1), some)
  const look = lookOver(registerOf(records), {
    today,
    reference: shippedReference,
    published: new Map(published.map((facts) => [facts.subProcessorId, facts])),
  })
  return findingsOf(noun, record, look)
}

/** The findings of one rule, as `severity field row` and the English sentence. */
export const told = (findings: readonly Finding[], rule: string): string[] =>
  findings
    .filter((finding) => finding.rule === rule)
    .map((finding) => sayAll(finding.sentence, 'en'))

export const placed = (findings: readonly Finding[], rule: string): string[] =>
  findings
    .filter((finding) => finding.rule === rule)
    .map(({ field, row, provision }) => [field, row, provision].filter(Boolean).join(' '))
