import type { Database } from '@ropewalk/db/database.ts'
import { factOf, keepFact } from '../facts.ts'
import { type BackupRule, ruleOf } from './backup-rule.ts'

const key = 'backup-claimed'

/**
 * Whether a backup is due, and this process the one to make it: instances that share a database take turns. The rule
 * when it is, undefined when not.
 */
export function claimBackup(database: Database, now: Date): Promise<BackupRule | undefined> {
  const { tables } = database
  return database.writing(async (db) => {
    const rule = await ruleOf({ db, tables })
    if (rule.everyHours === 0) return undefined
    const before = await factOf({ db, tables }, key)
    const due = before === undefined ? 0 : Date.parse(before) + rule.everyHours * 3_600_000
    if (now.getTime() < due) return undefined
    await keepFact({ db, tables }, key, now.toISOString())
    return rule
  })
}
