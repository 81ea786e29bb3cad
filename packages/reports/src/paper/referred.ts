import type { Fields, NounKey } from '@ropewalk/domain/field.ts'
import type { Look } from '@ropewalk/domain/look.ts'
import { nounKeys, nounOf, nouns, numberOf } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'

type From = { activities: readonly AnyRecord[]; others: readonly AnyRecord[] }

/** The records that activities refer to, directly or through one another, and these others, by noun and in id order. */
export function referredFrom(
  { activities, others }: From,
  look: Look,
): ReadonlyMap<NounKey, readonly AnyRecord[]> {
  const found = new Map(others.map((record) => [record.id, record]))
  const waiting = [...activities, ...others]
  for (let record = waiting.pop(); record; record = waiting.pop())
    for (const id of linksIn(record)) {
      const noun = nounOf(id)
      if (noun === undefined || noun === 'activity' || found.has(id)) continue
      const linked = look[noun](id) as unknown as AnyRecord | undefined
      if (!linked) continue
      found.set(id, linked)
      waiting.push(linked)
    }
  const all = [...found.values()].toSorted((one, other) => numberOf(one.id) - numberOf(other.id))
  return new Map(
    nounKeys
      .map((noun) => [noun, all.filter(({ id }) => nounOf(id) === noun)] as const)
      .filter(([, some]) => some.length > 0),
  )
}

function linksIn(record: AnyRecord): string[] {
  const noun = nounOf(record.id)
  const sources = record.sources.flatMap(({ document }) => document ?? [])
  return noun ? [...idsAmong(nouns[noun].fields, record), ...sources] : sources
}

const idsAmong = (fields: Fields, values: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(fields).flatMap(([key, field]) => {
    const value = values[key]
    if (!value) return []
    switch (field.kind) {
      case 'link':
        return [value as string]
      case 'links':
        return value as string[]
      case 'reference':
        return (value as { document?: string }).document ?? []
      case 'rows':
        return (value as Record<string, unknown>[]).flatMap((row) => idsAmong(field.fields, row))
      default:
        return []
    }
  })
