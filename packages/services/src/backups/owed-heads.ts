import type { Database } from '@ropewalk/db/database.ts'
import { factOf, keepFact } from '../facts.ts'

const key = 'heads-owed'

/**
 * Lines for the list of heads that came into the register with a restore: those of the backup, and last the first one
 * signed afterwards. They are kept with the register, so that they appear with it or not at all.
 */
export async function owedHeads({ reading, tables }: Database): Promise<string[]> {
  const fact = await reading((db) => factOf({ db, tables }, key))
  return fact === undefined ? [] : fact.split('\n')
}

export const oweHeads = ({ writing, tables }: Database, lines: readonly string[]): Promise<void> =>
  writing((db) => keepFact({ db, tables }, key, lines.join('\n')))
