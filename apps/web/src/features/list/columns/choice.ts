import type { NounKey } from '@ropewalk/domain/field.ts'
import { useMemo, useState } from 'react'
import { keep, kept } from '../../../kept.ts'
import { otherColumns, type Plan } from './plan.tsx'
import { standardColumns } from './standard.ts'

export type ColumnChoice = {
  /** Everything that may stand, in order. */
  all: readonly Plan[]
  shown: readonly Plan[]
  /** The number and the name always stand. */
  isFixed: (plan: Plan) => boolean
  toggle: (key: string) => void
  /** Undefined while nothing is chosen. */
  reset: (() => void) | undefined
}

/** The columns that a person chose for a noun's list, kept in this browser. */
export function useColumnChoice(noun: NounKey): ColumnChoice {
  const place = `columns.${noun}`
  const [keys, setKeys] = useState<readonly string[] | null>(() => read(kept(place)))
  const standard = standardColumns[noun]
  const all = useMemo(() => inOrder(noun), [noun])
  const shown = useMemo(
    () => (keys ? chosen(all, { keys, standard }) : standard),
    [all, keys, standard],
  )
  const choose = (next: readonly string[] | null) => {
    keep(place, next && JSON.stringify(next))
    setKeys(next)
  }
  return {
    all,
    shown,
    isFixed: ({ key }) => key === 'id' || key === 'name',
    toggle: (key) => {
      const now = shown.map((plan) => plan.key)
      choose(now.includes(key) ? now.filter((each) => each !== key) : [...now, key])
    },
    reset: keys ? () => choose(null) : undefined,
  }
}

/** What is wanted beside the standard stands before the findings and leaves last of all. */
function inOrder(noun: NounKey): readonly Plan[] {
  const standard = standardColumns[noun]
  return [...standard.slice(0, -1), ...otherColumns(noun, standard), ...standard.slice(-1)]
}

const chosen = (
  all: readonly Plan[],
  { keys, standard }: { keys: readonly string[]; standard: readonly Plan[] },
) =>
  all.filter(
    (plan) =>
      keys.includes(plan.key) || standard.slice(0, 2).some((fixed) => fixed.key === plan.key),
  )

function read(text: string | null): readonly string[] | null {
  try {
    const found: unknown = JSON.parse(text ?? 'null')
    return Array.isArray(found) ? found.filter((key) => typeof key === 'string') : null
  } catch {
    return null
  }
}
