import { type Engine, makers } from '../makers.ts'
import { approvalTables } from './approvals.ts'
import { changeTables } from './changes.ts'
import { keptTables } from './kept.ts'
import { logTables } from './log.ts'
import { mailTables } from './mails.ts'
import { peopleTables } from './people.ts'
import { registerTables } from './register.ts'
import { subscriptionTables } from './subscriptions.ts'
import { webhookTables } from './webhooks.ts'

const tablesOf = (engine: Engine) => {
  const make = makers[engine]
  const register = registerTables(make)
  return {
    ...register,
    ...keptTables(make),
    ...logTables(make),
    ...peopleTables(make),
    ...changeTables(make),
    ...mailTables(make),
    ...subscriptionTables(make),
    ...approvalTables(make),
    ...webhookTables(make),
  }
}
export type Tables = ReturnType<typeof tablesOf>

export const tables: Record<Engine, Tables> = {
  sqlite: tablesOf('sqlite'),
  postgres: tablesOf('postgres'),
}

/** Every table by a key of its own, for the generator of migrations. */
export function flatTables(engine: Engine): Record<string, unknown> {
  const { nouns, rows, ...others } = tables[engine]
  const lists = Object.entries(rows).flatMap(([noun, each]) =>
    Object.entries(each).map(([key, table]) => [`${noun}_${key}`, table] as const),
  )
  return { ...nouns, ...Object.fromEntries(lists), ...others }
}
