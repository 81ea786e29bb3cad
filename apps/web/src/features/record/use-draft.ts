import { changesBetween, isNothing } from '@ropewalk/domain/changes-between.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { useCallback, useEffect, useState } from 'react'

export type Draft = {
  /** What was read when the edit began. */
  base: AnyRecord
  /** What the person has made of it. */
  now: AnyRecord
  dirty: boolean
  /** Whether it was found again after the page was left or reloaded. */
  restored: boolean
  set: (change: (now: AnyRecord) => AnyRecord) => void
  restart: (base: AnyRecord, now?: AnyRecord) => void
  drop: () => void
}

/** An edit of one record, kept in this tab until it is saved or dropped: a reload or a lost session loses nothing. */
export function useDraft(noun: NounKey, record: AnyRecord): Draft {
  const place = `ropewalk.draft.${record.id}`
  const [state, setState] = useState(() => found(place) ?? fresh(record))
  const dirty = !isNothing(changesBetween(noun, state.base, state.now))
  useEffect(() => {
    if (dirty) keep(place, JSON.stringify({ base: state.base, now: state.now }))
    else keep(place, null)
  }, [place, dirty, state])
  const restart = useCallback(
    (base: AnyRecord, now = base) => setState({ base, now, restored: false }),
    [],
  )
  return {
    ...state,
    dirty,
    set: useCallback(
      (change) => setState((before) => ({ ...before, now: change(before.now) })),
      [],
    ),
    restart,
    drop: useCallback(() => restart(record), [record, restart]),
  }
}

const fresh = (record: AnyRecord) => ({ base: record, now: record, restored: false })

function found(place: string) {
  try {
    const text = sessionStorage.getItem(place)
    return text
      ? { ...(JSON.parse(text) as { base: AnyRecord; now: AnyRecord }), restored: true }
      : undefined
  } catch {
    return undefined
  }
}

function keep(place: string, text: string | null) {
  try {
    if (text === null) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, text)
  } catch {
    // Storage is full or switched off: the edit lives as long as the page.
  }
}

let given = 0
/** The id of a row that the register has not numbered yet; unlike any other, also after a reload. */
export function newRowId(): string {
  given += 1
  return `new-${Date.now().toString(36)}-${given}`
}
