import { nounTable } from '@ropewalk/db/records.ts'
import { isAmong } from '@ropewalk/db/whole-rows.ts'
import type { Cell, CellFields, Fields, NounKey, Reference } from '@ropewalk/domain/field.ts'
import { nounKeys, nounOf, nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { Refusal } from '@ropewalk/domain/refusal.ts'
import { rowsOf } from '@ropewalk/domain/rows-of.ts'
import { both, type Text } from '@ropewalk/domain/words.ts'
import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Work } from './verb.ts'

type Link = { id: string; to: NounKey; field: string; label: Text }

const refusals = {
  gone: both('{field}: there is no {id}.', '{field} : {id} n’existe pas.'),
  archived: both('{field}: {id} is archived.', '{field} : {id} est archivé.'),
  circle: both(
    '{field}: {id} would be engaged by itself.',
    '{field} : {id} se recruterait lui-même.',
  ),
  categories: both(
    '{field}: {id} is not among the data of this activity.',
    '{field} : {id} ne figure pas parmi les données de cette activité.',
  ),
}

/** Every link of a record to another, with the field it stands in. */
export function linksOf(noun: NounKey, record: AnyRecord): Link[] {
  const links: Link[] = []
  for (const place of placesOf(noun)) {
    if (place.list === undefined) addLinks(links, place, record[place.cell])
    else
      for (const row of record[place.list] as readonly Record<string, unknown>[])
        addLinks(links, place, row[place.cell])
  }
  return links
}

type LinkPlace = { list: string | undefined; cell: string; field: Linking }
type Linking = Extract<Cell, { kind: 'link' | 'links' | 'reference' }>
const places = new Map<NounKey, readonly LinkPlace[]>()

/** The cells of a noun that can link: a few of its many. */
function placesOf(noun: NounKey): readonly LinkPlace[] {
  const known = places.get(noun)
  if (known) return known
  const among = (fields: Fields, list: string | undefined) =>
    Object.entries(fields).flatMap(([cell, field]): LinkPlace[] =>
      field.kind === 'link' || field.kind === 'links' || field.kind === 'reference'
        ? [{ list, cell, field }]
        : [],
    )
  const found = [
    ...among(nouns[noun].fields, undefined),
    ...Object.entries(rowsOf(noun)).flatMap(([key, cells]) => among(cells, key)),
  ]
  places.set(noun, found)
  return found
}

function addLinks(links: Link[], { list, cell, field }: LinkPlace, value: unknown) {
  if (!value) return
  const at = { field: list ?? cell, label: field.label }
  if (field.kind === 'link') links.push({ id: value as string, to: field.to, ...at })
  else if (field.kind === 'links')
    for (const id of value as readonly string[]) links.push({ id, to: field.to, ...at })
  else {
    const document = documentOf(value as Reference)
    if (document) links.push({ id: document, to: 'document', ...at })
  }
}

const documentOf = (reference: Reference) =>
  'document' in reference ? reference.document : undefined

/** Refuses a new link to what is not there, is archived, or is of another noun. */
export async function checkLinks(
  work: Work,
  noun: NounKey,
  states: { before: AnyRecord | null; after: AnyRecord },
): Promise<void> {
  const old = new Set(states.before ? linksOf(noun, states.before).map(({ id }) => id) : [])
  const fresh = linksOf(noun, states.after).filter(({ id }) => !old.has(id))
  for (const to of new Set(fresh.map((link) => link.to))) {
    const wanted = fresh.filter((link) => link.to === to)
    const table = nounTable(work.tables, to)
    const ids = [...new Set(wanted.map(({ id }) => id))]
    const found = await work.db
      .select({ id: table.id, archivedAt: table.archivedAt })
      .from(table)
      .where(inArray(table.id, ids))
    const known = new Map(found.map((row) => [row.id, row]))
    for (const { id, field, label } of wanted) {
      const row = known.get(id)
      if (!row || nounOf(id) !== to) throw linkRefusal(refusals.gone, { id, field, label })
      if (row.archivedAt) throw linkRefusal(refusals.archived, { id, field, label })
    }
  }
  await checkPeople(work, noun, states)
  if (noun === 'activity') checkCategories(states.after)
  if (noun === 'subProcessor') await checkParents(work, states.after)
}

/** Refuses a person newly named who has no account. */
async function checkPeople(
  { db, tables }: Work,
  noun: NounKey,
  { before, after }: { before: AnyRecord | null; after: AnyRecord },
) {
  for (const [field, { kind, label }] of Object.entries(nouns[noun].fields as Fields)) {
    const id = kind === 'person' ? personIn(after[field]) : undefined
    if (id === undefined || id === personIn(before?.[field])) continue
    if ((await db.$count(tables.users, eq(tables.users.id, id))) === 0)
      throw linkRefusal(refusals.gone, { id, field, label })
  }
}

const personIn = (value: unknown) => (value as { person?: string } | null | undefined)?.person

/** Refuses a supplier that is engaged by itself, directly or through others. */
async function checkParents({ db, tables }: Work, supplier: AnyRecord) {
  const { subProcessor } = tables.nouns
  const seen = new Set<string>()
  let above = supplier.parent as string | null
  while (above !== null && !seen.has(above)) {
    if (above === supplier.id)
      throw linkRefusal(refusals.circle, {
        id: supplier.id,
        field: 'parent',
        label: nouns.subProcessor.fields.parent.label,
      })
    seen.add(above)
    const [found] = await db
      .select({ parent: subProcessor.parent })
      .from(subProcessor)
      .where(eq(subProcessor.id, above))
    above = found?.parent ?? null
  }
}

const linkRefusal = (text: Text, { id, field, label }: Omit<Link, 'to'>) =>
  new Refusal(
    'INVALID',
    both(text.en.replace('{field}', label.en), text.fr.replace('{field}', label.fr)),
    { values: { id }, field },
  )

/** The data categories of a supplier's link are among the activity's own. */
function checkCategories(activity: AnyRecord) {
  const own = new Set(
    (activity.data as { dataCategory: string | null }[]).map((row) => row.dataCategory),
  )
  for (const row of activity.subProcessors as { dataCategories: string[] }[])
    for (const id of row.dataCategories)
      if (!own.has(id))
        throw linkRefusal(refusals.categories, {
          id,
          field: 'subProcessors',
          label: nouns.activity.fields.subProcessors.label,
        })
}

export type Use = { id: string; noun: NounKey; name: string; field: string; archived: boolean }

/** Where a record is used: every record that refers to it, with the field that does. */
export async function usesOf(work: Pick<Work, 'db' | 'tables'>, id: string): Promise<Use[]> {
  const to = nounOf(id)
  const uses: Use[] = []
  for (const noun of nounKeys) {
    for (const [key, field] of Object.entries(nouns[noun].fields as Fields)) {
      const cells: CellFields = field.kind === 'rows' ? field.fields : { [key]: field }
      for (const [cell, { kind, ...rest }] of Object.entries(cells)) {
        const isLink = (kind === 'link' || kind === 'links') && 'to' in rest && rest.to === to
        if (!isLink && !(kind === 'reference' && to === 'document')) continue
        uses.push(
          ...(await usedIn(
            work,
            { noun, key, cell, inRows: field.kind === 'rows', exact: kind === 'link' },
            id,
          )),
        )
      }
    }
    if (to === 'document') uses.push(...(await usedInSources(work, noun, id)))
  }
  const seen = new Set<string>()
  return uses.filter(
    (use) =>
      use.id !== id && !seen.has(`${use.id} ${use.field}`) && seen.add(`${use.id} ${use.field}`),
  )
}

type Place = { noun: NounKey; key: string; cell: string; inRows: boolean; exact: boolean }

async function usedIn(
  { db, tables }: Pick<Work, 'db' | 'tables'>,
  place: Place,
  id: string,
): Promise<Use[]> {
  const table = nounTable(tables, place.noun)
  const list = place.inRows
    ? (tables.rows[place.noun] as unknown as Record<string, typeof tables.sources>)[place.key]
    : undefined
  const column = (list ?? table)[place.cell as 'recordId' & 'id']
  const condition: SQL = place.exact
    ? eq(column, id)
    : sql`cast(${column} as text) like ${`%"${id}"%`}`
  const query = db
    .select({ id: table.id, name: table.name, archivedAt: table.archivedAt })
    .from(table)
  const found = list
    ? await query.where(
        inArray(table.id, db.select({ id: list.recordId }).from(list).where(condition)),
      )
    : await query.where(condition)
  return found.map((row) => ({
    id: row.id,
    noun: place.noun,
    name: row.name,
    field: place.key,
    archived: row.archivedAt !== null,
  }))
}

async function usedInSources(
  { db, tables }: Pick<Work, 'db' | 'tables'>,
  noun: NounKey,
  id: string,
): Promise<Use[]> {
  const table = nounTable(tables, noun)
  const { sources } = tables
  const found = await db
    .select({ id: table.id, name: table.name, archivedAt: table.archivedAt })
    .from(table)
    .where(
      inArray(
        table.id,
        db.select({ id: sources.recordId }).from(sources).where(eq(sources.document, id)),
      ),
    )
  return found.map((row) => ({
    id: row.id,
    noun,
    name: row.name,
    field: 'sources',
    archived: row.archivedAt !== null,
  }))
}

/** The names of records by id, of any noun. */
export async function namesOf(
  { db, tables, engine }: Pick<Work, 'db' | 'tables' | 'engine'>,
  ids: Iterable<string>,
): Promise<Record<string, string>> {
  const byNoun = Map.groupBy(new Set(ids), nounOf)
  const names: Record<string, string> = {}
  for (const [noun, wanted] of byNoun) {
    if (!noun) continue
    const table = nounTable(tables, noun)
    const found = await db.rows<{ id: string; name: string }>(
      sql`select id, name from ${table} where id ${isAmong(engine, wanted)}`,
    )
    for (const row of found) names[row.id] = row.name
  }
  return names
}
