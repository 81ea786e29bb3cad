import { type Published, type PublishedPages, publishedPages } from './published-pages.ts'

export type Reading = {
  base: () => string
  published: () => Promise<Published>
  publishedSequence: () => Promise<number>
  /** The clock by which a day lies in the future. */
  now?: () => Date
}
type Trouble = (error: unknown) => void

const lookEvery = 1000

/**
 * The answers as of what is published now, looked at each second at most: other instances and the command
 * line write too. When the database does not answer, the last known list stays.
 */
export function latestPages({ base, published, publishedSequence }: Reading, onTrouble: Trouble) {
  let pages: PublishedPages | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<PublishedPages> | undefined

  const isFresh = () => performance.now() - lookedAt < lookEvery

  async function look(): Promise<PublishedPages> {
    try {
      const known = pages
      const isSame = known?.base === base() && known.sequence === (await publishedSequence())
      pages = isSame && known ? known : publishedPages(await published(), base())
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
