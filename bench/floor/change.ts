import type { Database } from 'better-sqlite3'
import type { Cells } from './reads.ts'

type Change = { id: string; version: number; description: string }

/** One changed cell at the version that was read, and its line of history with the row before and after. */
export function changed(database: Database) {
  const read = database.prepare<[string], Cells>('select * from activities where id = ?')
  const write = database.prepare(
    'update activities set description = ?, version = version + 1, updated_at = ? where id = ? and version = ?',
  )
  const last = database.prepare('select max(seq) from history').pluck()
  const tell = database.prepare(
    `insert into history (seq, at, actor_kind, actor_id, actor_name, door, verb, record_id, version, reason, before, after)
     values (?, ?, 'person', 'US-0001', 'Bench', 'web', 'activities.change', ?, ?, '', ?, ?)`,
  )
  return database.transaction(({ id, version, description }: Change) => {
    const at = new Date().toISOString()
    const before = read.get(id)
    const { changes } = write.run(description, at, id, version)
    if (changes === 0) throw new Error('Someone else was faster.')
    const after = read.get(id)
    tell.run(
      Number(last.get() ?? 0) + 1,
      at,
      id,
      version + 1,
      JSON.stringify(before),
      JSON.stringify(after),
    )
    return after
  }).immediate
}
