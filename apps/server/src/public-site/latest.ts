import { type Published, type PublishedPages, publishedPages } from './published-pages.ts'

export type Reading = {
  base: () => string
  published: () => Promise<Published>
  publishedSequence: () => Promise<number>
  publishedMark: () => Promise<string>
  /** The clock by which a day lies in the future. */
  now?: () => Date
}
type Trouble = (error: unknown) => void

const lookEvery = 1000

/**
 * The answers as of what is published now, looked at each second at most: other instances and the command
 * line write too. They are made anew where something published differs, not for every entry of the log. When the database does not answer, the last known list stays.
 */
export function latestPages(
  { base, published, publishedSequence, publishedMark }: Reading,
  onTrouble: Trouble,
) {
  let pages: PublishedPages | undefined
  let asOf: Pick<Published, 'sequence' | 'mark'> | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<PublishedPages> | undefined

  const isFresh = () => performance.now() - lookedAt < lookEvery

  async function isCurrent(): Promise<boolean> {
    // Read before the mark: what is told in between is a new sequence at the next look.
    const sequence = await publishedSequence()
    if (asOf?.sequence === sequence) return true
    const mark = asOf?.mark
    if (mark === undefined || mark !== (await publishedMark())) return false
    asOf = { sequence, mark }
    return true
  }

  async function look(): Promise<PublishedPages> {
    try {
      if (pages?.base === base() && (await isCurrent())) return pages
      const list = await published()
      pages = publishedPages(list, base())
      asOf = { sequence: list.sequence, ...(list.mark === undefined ? {} : { mark: list.mark }) }
    } catch (error) {
      if (!pages) throw error
      onTrouble(error)
    } finally {
      lookedAt = performance.now()
    }
    return pages
  }

  return {
    now: (): PublishedPages | undefined => (isFresh() ? pages : undefined),
    async pages(): Promise<PublishedPages> {
      if (isFresh() && pages) return pages
      looking ??= look().finally(() => {
        looking = undefined
      })
      return looking
    },
  }
}
