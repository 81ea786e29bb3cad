import { changePrefix } from '@ropewalk/domain/changes/supplier-change.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import { can } from '@ropewalk/domain/permissions.ts'
import { like, or, type SQL } from 'drizzle-orm'
import { settingKey } from '../approvals/settings.ts'
import { referenceKey } from '../reference.ts'
import type { Work } from '../verb.ts'

/** Which entries are told to who asks: what concerns people, tokens and files to those who may read the access list. */
export function toldTo({ actor, log }: Work): SQL | undefined {
  if (can(actor, 'access:read')) return undefined
  const { about } = log.tables.entries
  const records = Object.values(nouns).map(({ prefix }) => like(about, `${prefix}-%`))
  return or(
    ...records,
    like(about, `${changePrefix}-%`),
    like(about, `${referenceKey('')}%`),
    like(about, `${settingKey('')}%`),
  )
}
