import { nounTable, sortKey } from '@ropewalk/db/records.ts'
import { searched } from '@ropewalk/db/search.ts'
import { isAmong } from '@ropewalk/db/whole-rows.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nounKeys, nounOf, numberOf } from '@ropewalk/domain/nouns.ts'
import { line } from '@ropewalk/domain/schema.ts'
import { type SQL, sql } from 'drizzle-orm'
import * as z from 'zod'
import { reading, type Work } from './verb.ts'

/**
 * Records of any noun whose text holds every word of the query: its own id first, then names that begin with it, then
 * names that hold its words. Every noun has its turn among the names, however many records of another match.
 */
export const searchRegister = reading(
  { permission: 'register:read' },
  z.strictObject({
    query: line(limits.text),
    limit: z.int().min(1).max(50).optional(),
    noun: z.enum(nounKeys as [NounKey]).optional(),
  }),
  async (work, { query, limit = 20, noun }) => {
    const named = await byName(work, noun ? [noun] : nounKeys, { query, limit })
    const enough = named.length >= limit
    const known = new Set(named.map(({ id }) => id))
    const others = enough
      ? []
      : (await byText(work, query, noun)).filter(({ id }) => !known.has(id))
    return [...named, ...others]
      .toSorted((one, other) => one.rank - other.rank || placeOf(one) - placeOf(other))
      .slice(0, limit)
      .map(({ rank: _, ...hit }) => hit)
  },
)

type Hit = { id: string; noun: NounKey; name: string; rank: number }
const placeOf = ({ noun, id }: Hit) => nounKeys.indexOf(noun) * 1e12 + numberOf(id)

/** Live records whose name holds the query as sorting sees it, so many of each noun, and the one whose id it is. */
async function byName(
  work: Work,
  among: readonly NounKey[],
  { query, limit }: { query: string; limit: number },
): Promise<Hit[]> {
  const part = sortKey(query)
  const words = part.split(/\s+/).slice(0, 10)
  const place = sql.raw(work.engine === 'sqlite' ? 'instr' : 'strpos')
  const at = (text: string) => sql`${place}(sort_name, ${text})`
  const id = query.toUpperCase()
  const holding = sql.join(
    words.map((word) => sql`${at(word)} > 0`),
    sql` and `,
  )
  const arms = among.map((noun): SQL => {
    const table = nounTable(work.tables, noun)
    // The index of names alone is gone through; whole rows are read of those that match.
    const matching = sql`number in (select number from ${table} where ${holding})`
    const own = nounOf(id) === noun ? sql`(id = ${id} or ${matching})` : matching
    const rank = sql`case when id = ${id} then 0 when ${at(part)} = 1 then 1 else 2 end`
    return sql`select * from (select id, name, ${noun} as noun, ${rank} as rank from ${table} where archived_at is null${part === '' ? sql`` : sql` and ${own}`} order by rank, number limit ${limit}) as best`
  })
  return work.db.rows<Hit>(sql.join(arms, sql` union all `))
}

async function byText(work: Work, query: string, noun: NounKey | undefined): Promise<Hit[]> {
  const rows = await work.db.rows<{ id: string }>(sql`${searched(work, query, noun)} limit 200`)
  const hits: Hit[] = []
  for (const [each, ids] of Map.groupBy(rows, ({ id }) => nounOf(id))) {
    if (!each) continue
    const wanted = ids.map(({ id }) => id)
    const live = await work.db.rows<Pick<Hit, 'id' | 'name'>>(
      sql`select id, name from ${nounTable(work.tables, each)} where id ${isAmong(work.engine, wanted)} and archived_at is null`,
    )
    hits.push(...live.map((row) => ({ ...row, noun: each, rank: 3 })))
  }
  return hits
}
