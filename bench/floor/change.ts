import type { Database } from 'better-sqlite3'
import type { Cells } from './reads.ts'

type Change = { id: string; version: number; description: string }

/** One changed cell at the version that was read, and its line of history with the row after it. */
export function changed(database: Database) {
  const read = database.prepare<[string], Cells>('select * from activities where id = ?')
  const write = database.prepare(
    'update activities set description = ?, version = version + 1, updated_at = ? where id = ? and version = ?',
  )
  const last = database.prepare('select max(seq) from entries').pluck()
  const tell = database.prepare(
    `insert into entries (seq, leaf, at, actor_kind, actor_id, door, verb, record, about, version)
     values (?, '', ?, 'person', 'US-0001', 'web', 'activities.change', ?, ?, ?)`,
  )
  const keep = database.prepare('insert into states (seq, generation, value) values (?, 0, ?)')
  return database.transaction(({ id, version, description }: Change) => {
    const at = new Date().toISOString()
    read.get(id)
    const { changes } = write.run(description, at, id, version)
    if (changes === 0) throw new Error('Someone else was faster.')
    const after = read.get(id)
    const seq = Number(last.get() ?? 0) + 1
    tell.run(seq, at, id, id, version + 1)
    keep.run(seq, JSON.stringify(after))
    return after
  }).immediate
}
