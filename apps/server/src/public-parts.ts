import type { Database } from '@ropewalk/db/database.ts'
import { publicList, publicMark, publicSequence } from '@ropewalk/services/public-list.ts'
import { publicOrganisation } from '@ropewalk/site/public-organisation.ts'

/** What the public site reads: published snapshots only, with the sequence and the mark that they are as of. */
export const publicParts = ({ database, base }: { database: Database; base: () => string }) => ({
  base,
  async published() {
    const { organisation, ...list } = await publicList(database)
    return { ...list, organisation: organisation && publicOrganisation(organisation) }
  },
  publishedSequence: () => publicSequence(database),
  publishedMark: () => publicMark(database),
})
