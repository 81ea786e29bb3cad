import { type ApprovalRules, fourEyes } from '@ropewalk/domain/approvals/approval-settings.ts'
import type { Fields } from '@ropewalk/domain/field.ts'
import { limits } from '@ropewalk/domain/limits.ts'
import { nounKeys, nouns } from '@ropewalk/domain/nouns.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { line } from '@ropewalk/domain/schema.ts'
import { both } from '@ropewalk/domain/words.ts'
import { inArray } from 'drizzle-orm'
import * as z from 'zod'
import { reading, type Work, writing } from '../verb.ts'
import { approvalSettings, approvalsKey, settingKey, settingRow } from './settings.ts'

const refusals = {
  stale: both(
    'The rules of approval were changed meanwhile: look again, then decide.',
    'Les règles d’approbation ont été modifiées entre-temps : revoyez-les, puis décidez.',
  ),
  twice: both(
    'The title {title} stands twice: titles are told apart by their words.',
    'Le titre {title} figure deux fois : les titres se distinguent par leurs mots.',
  ),
  nobody: both('There is no person {id}.', 'Il n’y a pas de personne {id}.'),
  noTitle: both(
    'A title that is required is not among the titles.',
    'Un titre exigé ne figure pas parmi les titres.',
  ),
  noField: both('There is no field {key}.', 'Il n’y a pas de champ {key}.'),
}

export const readApprovalSettings = reading(
  { permission: 'register:read' },
  z.unknown(),
  approvalSettings,
)

const titleId = z.string().min(1).max(60)
const perNoun = <S extends z.ZodType>(each: S) => z.partialRecord(z.enum(nounKeys), each)
const Rules = z.strictObject({
  version: z.int().min(0).max(limits.sequence),
  fourEyes: z.enum(Object.keys(fourEyes) as (keyof typeof fourEyes)[]),
  /** A title without an id is new. */
  titles: z
    .array(
      z.strictObject({
        id: titleId.optional(),
        title: line(limits.text).pipe(z.string().min(1)),
        holders: z.array(z.string().max(40)).max(limits.texts),
      }),
    )
    .max(20),
  /** By title id, or by its words where it is new. */
  required: perNoun(z.array(z.string().min(1).max(limits.text)).max(20)),
  material: perNoun(z.record(z.string().max(40), z.boolean())),
})

/** Changes how approvals work from now on: what is approved stays as it is. */
export const changeApprovalSettings = writing(
  { verb: 'approvals.changeSettings', permission: 'approval:settings' },
  Rules,
  async (work, { version, ...given }) => {
    const { db, tables } = work
    const before = await approvalSettings(work)
    if (before.version !== version)
      throw new Refusal('CONFLICT', refusals.stale, { details: { yours: version, theirs: before } })
    const titles = given.titles.map(({ id = crypto.randomUUID(), title, holders }) => ({
      id,
      title,
      holders: [...new Set(holders)],
    }))
    refuseTwice(titles)
    await refuseUnknownPeople(work, titles)
    const required = mapped(given.required, (ids) => [
      ...new Set(ids.map((asked) => idIn(titles, asked))),
    ])
    refuseUnknownFields(given.material)
    const after = settingRow(
      { fourEyes: given.fourEyes, titles, required, material: given.material },
      version + 1,
    )
    await db
      .insert(tables.settings)
      .values(after)
      .onConflictDoUpdate({ target: tables.settings.id, set: after })
    const { version: _, ...rules } = before
    return {
      change: {
        of: settingKey(approvalsKey),
        before: version === 0 ? null : settingRow(rules, version),
        after,
      },
      result: await approvalSettings(work),
    }
  },
)

type Titles = ApprovalRules['titles']

const mapped = <K extends string, A, B>(of: Partial<Record<K, A>>, to: (each: A) => B) =>
  Object.fromEntries(
    (Object.entries(of) as [K, A][]).map(([noun, each]) => [noun, to(each)]),
  ) as Partial<Record<K, B>>

function idIn(titles: Titles, asked: string): string {
  const found = titles.find(({ id, title }) => id === asked || title === asked)
  if (!found) throw new Refusal('INVALID', refusals.noTitle, { field: 'required' })
  return found.id
}

function refuseTwice(titles: Titles) {
  const twice = titles.find(
    ({ id, title }, index) =>
      titles.findIndex((each) => each.title === title || each.id === id) !== index,
  )
  if (twice)
    throw new Refusal('INVALID', refusals.twice, {
      field: 'titles',
      values: { title: twice.title },
    })
}

async function refuseUnknownPeople({ db, tables: { users } }: Work, titles: Titles) {
  const ids = [...new Set(titles.flatMap(({ holders }) => holders))]
  if (ids.length === 0) return
  const known = await db.select({ id: users.id }).from(users).where(inArray(users.id, ids))
  const gone = ids.find((id) => !known.some((user) => user.id === id))
  if (gone !== undefined)
    throw new Refusal('INVALID', refusals.nobody, { field: 'titles', values: { id: gone } })
}

function refuseUnknownFields(material: ApprovalRules['material']) {
  for (const noun of nounKeys) {
    const fields: Fields = nouns[noun].fields
    const unknown = Object.keys(material[noun] ?? {}).find((each) => !Object.hasOwn(fields, each))
    if (unknown !== undefined)
      throw new Refusal('INVALID', refusals.noField, {
        field: 'material',
        values: { key: unknown },
      })
  }
}
