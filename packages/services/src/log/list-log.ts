import { limits } from '@ropewalk/domain/limits.ts'
import type { Permission } from '@ropewalk/domain/permissions.ts'
import { languages } from '@ropewalk/domain/words.ts'
import { and, eq, like, lt, lte } from 'drizzle-orm'
import * as z from 'zod'
import type { MadeExport } from '../exports.ts'
import { namesOf } from '../links.ts'
import { accepted, permit, reading, readingIn, type Verb } from '../verb.ts'
import { entriesWhere } from './entries.ts'
import { differencesIn, type RegisterDifference } from './log-datasets.ts'
import { spanBetween } from './span.ts'
import { toldTo } from './told-to.ts'

const shown = 100
const about = { permission: 'history:read' } as const

/** What an entry says of a refusal; of several within an hour, how often each came, and from when to when. */
type RefusedState = {
  permission?: Permission
  record?: string | Readonly<Record<string, number>>
  why?: string | Readonly<Record<string, number>>
  times?: number
  since?: string
  until?: string
}
const refusals: ReadonlySet<string> = new Set([
  'permissions.refuse',
  'people.signInRefused',
  'people.codeRefused',
])

/** The newest entries of the log, a hundred at a time; those about people to who may read the access list. */
export const listLog = reading(
  about,
  z.strictObject({
    cursor: z.int().min(1).max(limits.sequence).nullish(),
    direction: z.string().max(20).optional(),
  }),
  async (work, { cursor }) => {
    const { entries } = work.log.tables
    const { upTo } = work.log
    const where = and(
      cursor ? lt(entries.seq, cursor) : undefined,
      upTo === undefined ? undefined : lte(entries.seq, upTo),
      toldTo(work),
    )
    const rows = await entriesWhere(work.log, where, shown + 1)
    const names = await namesOf(
      work,
      rows.map((row) => row.about),
    )
    return {
      more: rows.length > shown,
      lines: rows.slice(0, shown).map(({ state, actorId, ...row }) => ({
        ...row,
        actorId,
        actorName: state.who,
        reason: state.reason,
        refused: refusals.has(row.verb) ? (state.after as RefusedState) : null,
        name: names[row.about] ?? '',
      })),
    }
  },
)

const differencesShown = 500
const Days = z.strictObject({
  from: z.string().max(10),
  to: z.string().max(10),
  language: z.enum(languages).optional(),
})

/** What the ends of two days differ in, the first 500 fields of it; the file has them all. */
export const readDifferences: Verb<typeof Days, { rows: RegisterDifference[]; more: boolean }> = {
  ...about,
  input: Days,
  async run(context, raw) {
    permit(context.actor, about.permission)
    const { language = 'en', ...days } = accepted(Days, raw)
    const span = await spanBetween(context, days)
    return readingIn(context, about.permission, async (work) => {
      const rows: RegisterDifference[] = []
      for await (const batch of differencesIn(work, span, language)) {
        rows.push(...batch)
        if (rows.length > differencesShown) break
      }
      return { rows: rows.slice(0, differencesShown), more: rows.length > differencesShown }
    })
  },
}

/** The exports whose file had this hash: the receipt of a file that somebody holds. Newest first. */
export const findExport = reading(
  about,
  z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  async (work, { sha256 }) => {
    const { entries, states } = work.log.tables
    const rows = await entriesWhere(
      work.log,
      and(eq(entries.verb, 'exports.make'), like(states.value, `%"${sha256}"%`)),
      20,
    )
    return rows.map(({ seq, at, state }) => ({
      seq,
      at,
      actor: state.who,
      ...(state.after as MadeExport),
    }))
  },
)
