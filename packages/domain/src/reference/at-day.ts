import type { Adequacy, Membership, ReferenceData } from '../reference-data.ts'

/** Whether a country belonged to the EEA on a day (`YYYY-MM-DD`); both ends of a membership count. */
export const isInEea = (reference: ReferenceData, country: string, day: string): boolean =>
  inForce(indexed(reference).eea.get(country), day) !== undefined

/** The adequacy decision in force for a country on a day, or nothing: never one of another time. */
export const adequacyOf = (
  reference: ReferenceData,
  country: string,
  day: string,
): Adequacy | undefined => inForce(indexed(reference).adequacy.get(country), day)

const inForce = <M extends Membership>(known: readonly M[] | undefined, day: string) =>
  known?.findLast((one) => one.from <= day && (one.until === null || day <= one.until))

type Index = {
  eea: ReadonlyMap<string, readonly Membership[]>
  adequacy: ReadonlyMap<string, readonly Adequacy[]>
}
const indexes = new WeakMap<ReferenceData, Index>()

function indexed(reference: ReferenceData): Index {
  const known = indexes.get(reference)
  if (known) return known
  const made = {
    eea: Map.groupBy(reference.eea, ({ country }) => country),
    adequacy: Map.groupBy(reference.adequacy, ({ country }) => country),
  }
  indexes.set(reference, made)
  return made
}
