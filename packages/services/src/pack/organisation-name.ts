import type { Database } from '@ropewalk/db/database.ts'
import { asc, isNull } from 'drizzle-orm'

/** What the organisation is called in a register; `not stated` where it is not. */
export async function organisationName({ reading, tables }: Database): Promise<string> {
  const { organisation } = tables.nouns
  const [found] = await reading((db) =>
    db
      .select({ name: organisation.name })
      .from(organisation)
      .where(isNull(organisation.archivedAt))
      .orderBy(asc(organisation.number))
      .limit(1),
  )
  return found?.name || 'not stated'
}
