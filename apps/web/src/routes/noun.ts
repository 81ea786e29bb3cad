import type { NounKey } from '@ropewalk/domain/field.ts'
import { useMatches } from '@tanstack/react-router'

/** The noun whose list or record the address names. */
export function useNoun(): NounKey {
  const noun = useMatches({ select: (matches) => matches.at(-1)?.staticData.noun })
  if (!noun) throw new Error('no noun at this address')
  return noun
}
