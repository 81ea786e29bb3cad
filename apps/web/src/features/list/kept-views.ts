import type { NounKey } from '@ropewalk/domain/field.ts'
import { useState } from 'react'
import { keep, kept } from '../../kept.ts'
import { parseSearch, stringifySearch } from '../../search-params.ts'
import { paramsOf, type View, viewIn } from './view.ts'

/** A view of one's own: a name and what stands in the address. */
export type KeptView = { name: string; view: View }

/** The views that a person saved of a noun's list, in this browser. */
export function useKeptViews(noun: NounKey) {
  const place = `views.${noun}`
  const [views, setViews] = useState<readonly KeptView[]>(() => viewsIn(noun, kept(place)))
  const store = (next: readonly KeptView[]) => {
    keep(place, next.length > 0 ? textOf(next) : null)
    setViews(next)
  }
  return {
    views,
    /** One of the same name is replaced. */
    add: (one: KeptView) => store([...views.filter(({ name }) => name !== one.name), one]),
    drop: (name: string) => store(views.filter((view) => view.name !== name)),
    store,
  }
}

export const textOf = (views: readonly KeptView[]): string =>
  JSON.stringify(views.map(({ name, view }) => [name, stringifySearch(paramsOf(view))]))

/** What was kept; what is not understood is passed over. */
export function viewsIn(noun: NounKey, text: string | null): readonly KeptView[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(found)) return []
    return found.flatMap((pair: unknown) => {
      const [name, search] = Array.isArray(pair) ? pair : []
      if (typeof name !== 'string' || typeof search !== 'string') return []
      return [{ name, view: viewIn(noun, parseSearch(search)) }]
    })
  } catch {
    return []
  }
}
