import {
  type ApprovalRules,
  type ApprovalSettings,
  defaultRules,
} from '@ropewalk/domain/approvals/approval-settings.ts'
import { type Actor, can } from '@ropewalk/domain/permissions.ts'
import { eq } from 'drizzle-orm'
import type { Work } from '../verb.ts'

export const approvalsKey = 'approvals'
/** What the log calls a setting. */
export const settingKey = (id: string): string => `setting ${id}`

type Reach = Pick<Work, 'db' | 'tables'>

/** The rules in force; the shipped ones while nobody has decided. */
export async function approvalSettings({ db, tables }: Reach): Promise<ApprovalSettings> {
  const { settings } = tables
  const [kept] = await db.select().from(settings).where(eq(settings.id, approvalsKey))
  return {
    ...defaultRules,
    ...(kept?.value as Partial<ApprovalRules>),
    version: kept?.version ?? 0,
  }
}

/** Who may answer a request: whoever gives approvals, and whoever holds a title. */
export const mayAnswer = (actor: Actor, { titles }: Pick<ApprovalSettings, 'titles'>): boolean =>
  can(actor, 'approval:give') || titles.some(({ holders }) => holders.includes(actor.id))

/** The setting as a row, for whoever fills an empty register. */
export const settingRow = (rules: ApprovalRules, version: number) => ({
  id: approvalsKey,
  version,
  value: { ...rules },
})
