import type { Database } from 'better-sqlite3'

export type Cells = Record<string, unknown>

const shownLists = ['purposes', 'data_subjects', 'data', 'sub_processors', 'recipients']
const allLists = [
  ...shownLists,
  'products',
  'controllers_served',
  'joint_controllers',
  'transfers',
  'measures',
]
const linkedTables = [
  'data_categories',
  'data_subjects',
  'sub_processors',
  'parties',
  'organisations',
]

/** The first page of a filtered list sorted by name: its rows, their lists, the names they link to, both totals. */
export function listed(database: Database) {
  const where = 'archived_at is null and role = ? and business_function = ?'
  const page = database.prepare<[string, string], Cells>(
    `select a.*, j.gaps, j.conflicts, j.advice from activities a left join judgements j on j.record_id = a.id where ${where} order by sort_name, number limit 50`,
  )
  const lists = shownLists.map((list) => [list, rowsOf(database, `activity_${list}`)] as const)
  const names = namesIn(database)
  const total = database
    .prepare<[string, string]>(`select count(*) from activities where ${where}`)
    .pluck()
  const all = database.prepare('select count(*) from activities where archived_at is null').pluck()
  return (role: string, businessFunction: string) => {
    const rows = page.all(role, businessFunction)
    const ids = JSON.stringify(rows.map((row) => row.id))
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const [list, read] of lists) {
      for (const row of rows) row[list] = []
      for (const row of read.all(ids)) {
        const rowsOfOne = byId.get(row.record_id)?.[list] as Cells[] | undefined
        rowsOfOne?.push(row)
      }
    }
    return { rows, names: names(rows), total: total.get(role, businessFunction), all: all.get() }
  }
}

/** One record with all its lists and the names it links to. */
export function recordOf(database: Database) {
  const main = database.prepare<[string], Cells>('select * from activities where id = ?')
  const lists = [
    ...allLists.map((list) => [list, rowsOf(database, `activity_${list}`)] as const),
    ['sources', rowsOf(database, 'sources')] as const,
    ['open_questions', rowsOf(database, 'open_questions')] as const,
  ]
  const names = namesIn(database)
  return (id: string) => {
    const record = main.get(id) ?? {}
    const ids = JSON.stringify([id])
    for (const [list, read] of lists) record[list] = read.all(ids)
    return { record, names: names([record]) }
  }
}

/** Records of any noun whose text holds all words: twenty, those whose name begins with them first. */
export function searched(database: Database) {
  const hits = database
    .prepare<[string], string>('select id from search where search match ? limit 200')
    .pluck()
  const nouns = ['activities', ...linkedTables, 'measures', 'products', 'documents'].map((table) =>
    database.prepare<[string], { id: string; name: string; sort_name: string }>(
      `select id, name, sort_name from ${table} where id in (select value from json_each(?)) and archived_at is null order by number`,
    ),
  )
  return (query: string) => {
    const words = query.toLowerCase().split(' ')
    const ids = JSON.stringify(hits.all(words.map((word) => `"${word}"`).join(' AND ')))
    const rank = ({ sort_name }: { sort_name: string }) =>
      sort_name.startsWith(query) ? 0 : sort_name.includes(query) ? 1 : 2
    return nouns
      .flatMap((noun) => noun.all(ids))
      .toSorted((one, other) => rank(one) - rank(other))
      .slice(0, 20)
  }
}

const rowsOf = (database: Database, table: string) =>
  database.prepare<[string], Cells>(
    `select * from ${table} where record_id in (select value from json_each(?)) order by position`,
  )

/** Names of what rows link to, wherever a cell holds an id. */
function namesIn(database: Database) {
  const tables = linkedTables.map((table) =>
    database.prepare<[string], { id: string; name: string }>(
      `select id, name from ${table} where id in (select value from json_each(?))`,
    ),
  )
  const links = ['data_category', 'data_subject', 'sub_processor', 'party']
  return (rows: readonly Cells[]) => {
    const wanted: Set<unknown>[] = [new Set(), new Set(), new Set(), new Set(), new Set()]
    for (const row of rows) {
      wanted[4]?.add(row.organisation)
      for (const list of shownLists)
        for (const linked of (row[list] ?? []) as Cells[])
          links.forEach((link, index) => {
            if (linked[link]) wanted[index]?.add(linked[link])
          })
    }
    const names: Record<string, string> = {}
    tables.forEach((table, index) => {
      for (const { id, name } of table.all(JSON.stringify([...(wanted[index] ?? [])])))
        names[id] = name
    })
    return names
  }
}
