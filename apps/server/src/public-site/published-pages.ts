import type { PublicChange } from '@ropewalk/domain/changes/public-change.ts'
import type { Snapshot } from '@ropewalk/domain/published.ts'
import type { Language } from '@ropewalk/domain/words.ts'
import { type Format, publicPath } from '@ropewalk/site/addresses.ts'
import { activeFilters, type Filters, filteredPath } from '@ropewalk/site/filters.ts'
import type { PublicOrganisation } from '@ropewalk/site/public-organisation.ts'
import type { HistoryInput, PastSnapshot } from '@ropewalk/site/site-history.ts'
import { safeHeaders } from '../safety.ts'
import { boundedMap } from './bounded-map.ts'
import { type Effort, type Packed, packed } from './packed.ts'
import { type Body, listBody } from './public-bodies.ts'

export type Published = {
  /** The sequence of history that it is as of. */
  sequence: number
  /** The same as long as nothing published differs; without one, every new sequence is a new state. */
  mark?: string
  organisation: PublicOrganisation | null | undefined
  snapshots: readonly Snapshot[]
  /** The day of the newest publication or withdrawal, `YYYY-MM-DD`. */
  changedOn?: string | undefined
  /** What was announced, in that order. */
  changes?: readonly PublicChange[]
  /** Every snapshot ever, oldest first. */
  history?: readonly PastSnapshot[]
  /** Where the days of the list end (IANA). */
  timeZone?: string
}

export type Asked = { language: Language; format: Format; filters: Filters }

/** The answers of one state of what is published, each made once: whole lists stay, filtered ones make room. */
export function publishedPages(
  { organisation = null, snapshots, changedOn, ...past }: Published,
  base: string,
) {
  const { changes = [], history = [], timeZone = 'UTC' } = past
  const headers = safeHeaders({ url: base })
  const whole = new Map<string, Promise<Packed>>()
  const ready = new Map<string, Packed>()
  const filtered = boundedMap<Promise<Packed>>(50)

  const pack = ({ content, headers: own }: Body, effort: Effort) =>
    packed(content, { ...headers, ...own }, effort)

  const keptReady = async (path: string, body: Body) => {
    const made = await pack(body, 'hard')
    ready.set(path, made)
    return made
  }

  return {
    base,
    /** A whole list or a fixed answer by its address, once it was made. */
    ready: (path: string): Packed | undefined => ready.get(path),
    /** What a page in this language is made from. */
    input: (language: Language) => ({ organisation, snapshots, changedOn, language, base }),
    list({ language, format, filters }: Asked): Promise<Packed> {
      const path = filteredPath(publicPath(language, format), filters)
      const body = () =>
        listBody[format]({
          ...{ organisation, snapshots, changedOn, language, base, filters, changes, history },
        })
      return activeFilters(filters).length === 0
        ? once(whole, path, () => keptReady(path, body()))
        : once(filtered, path, () => pack(body(), 'quick'))
    },
    timeZone,
    /** What the pages beside the list are made from. */
    past: (language: Language): HistoryInput => ({
      ...{ organisation, changes, history, language, base },
    }),
    /** A page or feed beside the list by its address: what many ask for stays, the endless rest makes room. */
    beside: (path: string, body: () => Body, isKept: boolean): Promise<Packed> =>
      isKept
        ? once(whole, path, () => keptReady(path, body()))
        : once(filtered, path, () => pack(body(), 'quick')),
    /** An answer that no published fact changes. */
    fixed: (path: string, body: () => Body): Promise<Packed> =>
      once(whole, path, () => keptReady(path, body())),
  }
}
export type PublishedPages = ReturnType<typeof publishedPages>

type Kept = {
  get(key: string): Promise<Packed> | undefined
  set(key: string, value: Promise<Packed>): unknown
  delete(key: string): unknown
}
function once(kept: Kept, key: string, make: () => Promise<Packed>): Promise<Packed> {
  const known = kept.get(key)
  if (known) return known
  const made = make()
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  return made
}
