import type { Database } from '@ropewalk/db/database.ts'
import type { Actor } from '@ropewalk/domain/permissions.ts'
import { somebody } from '../people/test-people.ts'
import { activities } from '../records/nouns.ts'
import { contextOf } from '../test-contexts.ts'
import { approveRecord } from './decide.ts'
import { requestApproval } from './request.ts'
import { readApprovalDifferences } from './seen.ts'

/** An activity that the editor made, and people to edit and approve it. */
export async function staged(database: Database) {
  const as = async (email: string, ...roles: ('admin' | 'dpo' | 'editor')[]) => {
    const { actor } = await somebody(database, email, ...roles)
    return (at?: string) => contextOf(database, actor as Actor, at)
  }
  const editor = await as('ed@ropeworks.example', 'editor')
  const third = await as('thea@ropeworks.example', 'editor')
  const dpo = await as('dot@ropeworks.example', 'dpo')
  const admin = await as('adi@ropeworks.example', 'admin')
  const made = await activities.create.run(editor(), { changes: { fields: { name: 'Keeping' } } })
  const version = async () => (await activities.read.run(dpo(), { id: made.id })).record.version
  /** What an approver reads off the screen and sends back. */
  const seen = async () => {
    const { version, contentHash, fromVersion } = await readApprovalDifferences.run(dpo(), {
      id: made.id,
    })
    return { id: made.id, version, contentHash, fromVersion }
  }
  return {
    id: made.id,
    editor,
    third,
    dpo,
    admin,
    seen,
    request: async (who = editor) =>
      requestApproval.run(who(), { id: made.id, version: await version() }),
    approve: async (who = dpo) => approveRecord.run(who(), { ...(await seen()), comment: 'Read' }),
    edit: async (who: typeof editor, fields: Record<string, unknown>) =>
      activities.change.run(who(), {
        id: made.id,
        version: await version(),
        changes: { fields },
      }),
  }
}
